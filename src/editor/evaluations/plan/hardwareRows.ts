import type { Hardware } from '../../../hub/index';
import type { HardwareNeed } from '../../../runs';
import type { Option } from '../../asker';
import { loadRuns } from '../runsClient';
import { joined } from './lastFirst';

/** Hardware for a job. */
export interface HardwareChoice {
  readonly hardware: Hardware;
  /** How many of its GPUs share the model. */
  readonly gpus: number;
  /** Why the model does not run on it, as a clause that follows its name. */
  readonly reason?: string;
}

/** The hardware of HF Jobs: the cheapest that suits, then what suits by its price, then what does not and why. */
export function hardwareRows(list: readonly Hardware[], need: HardwareNeed | null): readonly Option<HardwareChoice>[] {
  const best = need === null ? null : loadRuns().cheapest(list, need);
  const byPrice = [...list].sort((one, other) => one.pricePerMinute - other.pricePerMinute);
  const choices = byPrice.map((hardware) => choiceOf(hardware, need));
  const isBest = ({ hardware }: HardwareChoice): boolean => hardware === best?.hardware;
  const suits = choices.filter((choice) => choice.reason === undefined && !isBest(choice));
  const others = choices.filter(({ reason }) => reason !== undefined);
  return [...choices.filter(isBest), ...suits, ...others].map((choice) => rowOf(choice, isBest(choice)));
}

function choiceOf(hardware: Hardware, need: HardwareNeed | null): HardwareChoice {
  const found = loadRuns().suitability(hardware, need);
  if (found.kind === 'suits') return { hardware, gpus: found.gpus };
  return { hardware, gpus: hardware.accelerator?.count ?? 0, reason: found.reason };
}

function rowOf(choice: HardwareChoice, isBest: boolean): Option<HardwareChoice> {
  const { hardware, reason } = choice;
  const { costOf, gpusOf, inDollars } = loadRuns();
  const price = `${inDollars(costOf(hardware, 3600))} an hour`;
  const description = joined(gpusOf(hardware), price, isBest ? 'the cheapest that fits' : '');
  const row = { label: hardware.flavor, description, value: choice };
  return reason === undefined ? row : { ...row, detail: `It ${reason}.` };
}
