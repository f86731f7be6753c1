import type { Hardware } from '../hub';
import type { HardwareNeed, Suitability } from '../runs';
import type { EvaluateOptions } from './evaluateOptions';
import { NOT_STARTED } from './evaluateModel';
import { failure, type Failure } from './exit';
import { loadRuns } from './runs';
import { alignColumns } from './terminal';

/** What a job is to run on, and how many of its GPUs share the model. */
export interface ChosenHardware {
  readonly hardware: Hardware;
  readonly gpus: number;
  /** What a person should know of the choice: a clause. */
  readonly remark?: string | undefined;
}

/** The hardware that was asked for, or the cheapest that suits the run; `need` is null where nobody knows it. */
export function chooseHardware(
  list: readonly Hardware[],
  need: HardwareNeed | null,
  { model, evenIfTooLarge, job: { hardware: asked }, options }: EvaluateOptions,
): ChosenHardware | Failure {
  const { cheapest, suitability } = loadRuns();
  if (asked === undefined) {
    if (need === null) return notOne(`How much memory ${model} needs is not known; choose --hardware yourself:`, list);
    const found = cheapest(list, need);
    if (found !== null) return chosen(found);
    const message = `No hardware of HF Jobs is large enough for ${model}; ask for a shorter --max-model-len, or take a model in fewer bits.`;
    return failure(NOT_STARTED, message);
  }
  const hardware = list.find(({ flavor }) => flavor === asked);
  if (hardware === undefined) return notOne(`HF Jobs has no hardware ${asked}; choose among these:`, list);
  const gpus = options['tensor-parallel-size'] ?? hardware.accelerator?.count ?? 0;
  if (need === null) return { hardware, gpus, remark: 'whether the model fits is not known' };
  const found = suitability(hardware, need);
  if (found.kind === 'suits') return chosen(found);
  if (evenIfTooLarge) return { hardware, gpus, remark: `it ${found.reason}` };
  const better = cheapest(list, need);
  const advice =
    better === null ? 'nothing else suits it either' : `${better.hardware.flavor} is the cheapest that suits it`;
  return failure(NOT_STARTED, `${asked} ${found.reason}; ${advice}.`, [
    '  --even-if-too-large starts it all the same.',
  ]);
}

function chosen({ hardware, gpus, tight }: Suitability & { kind: 'suits' }): ChosenHardware {
  return { hardware, gpus, ...(tight && { remark: 'which is tight' }) };
}

function notOne(message: string, list: readonly Hardware[]): Failure {
  const { costOf, gpusOf, inDollars } = loadRuns();
  const rows = list.map((hardware) => [
    `  ${hardware.flavor}`,
    hardware.accelerator === null ? 'no GPU' : gpusOf(hardware),
    `${inDollars(costOf(hardware, 3600))} an hour`,
  ]);
  return failure(NOT_STARTED, message, alignColumns(rows));
}
