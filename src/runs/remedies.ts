import { fit, type GpuMemory } from './fit';
import { canShare, type LoadSettings, memoryNeed, type ModelSize } from './memory';
import type { RunOptions } from './options';
import { canUseSeveralGpus } from './request';

/** Shorter sequences than this make no sense for most tasks. */
const SHORTEST = 1024;

/** A run that does not fit, and the GPUs that it could have. */
export interface TooLarge {
  readonly size: ModelSize;
  readonly settings: LoadSettings;
  /** How many GPUs it takes. */
  readonly gpus: number;
  /** All GPUs, the freest first. */
  readonly pool: readonly GpuMemory[];
  readonly share: number;
}

/**
 * The options that would make a model fit, each set of them by itself enough and as small as can be: a shorter length or
 * smaller batches, fewer bits, more GPUs. None where nothing helps.
 */
export function remedies(run: TooLarge): readonly RunOptions[] {
  const fitting = changesOf(run).filter((changes) => fitsWith(run, changes));
  const fewest = Math.min(...fitting.map((changes) => Object.keys(changes).length));
  const smallest = fitting.filter((changes) => Object.keys(changes).length === fewest);
  // Of those that change the same options, the first one changes least.
  const byNames = new Map<string, RunOptions>();
  for (const changes of smallest) {
    const names = Object.keys(changes).join();
    if (!byNames.has(names)) byNames.set(names, changes);
  }
  return [...byNames.values()];
}

function fitsWith({ size, settings, gpus, pool, share }: TooLarge, changes: RunOptions): boolean {
  const need = memoryNeed(size, {
    ...settings,
    dtype: changes.dtype ?? settings.dtype,
    maxModelLen: changes['max-model-len'] ?? settings.maxModelLen,
    batchSize: changes['batch-size'] ?? settings.batchSize,
  });
  const count = changes['tensor-parallel-size'] ?? gpus;
  return need !== null && canShare(need, count) && fit(need, pool.slice(0, count), share).kind !== 'too-large';
}

/** Every combination of changes, those first that change least. */
function changesOf({ size, settings, gpus, pool }: TooLarge): readonly RunOptions[] {
  const need = memoryNeed(size, settings);
  if (need === null) return [];
  const more = canUseSeveralGpus(settings) ? [2, 4, 8].filter((count) => count > gpus && count <= pool.length) : [];
  const smaller: readonly RunOptions[] =
    settings.backend === 'vllm'
      ? halves(need.length, SHORTEST).map((length) => ({ 'max-model-len': length }))
      : halves(need.sequences, 1).map((batch) => ({ 'batch-size': batch }));
  const choices: readonly (readonly RunOptions[])[] = [
    [{}, ...smaller],
    [{}, { dtype: 'float16' }],
    [{}, ...more.map((count) => ({ 'tensor-parallel-size': count }))],
  ];
  return choices.reduce<readonly RunOptions[]>(
    (made, choice) => choice.flatMap((change) => made.map((other) => ({ ...other, ...change }))),
    [{}],
  );
}

/** Powers of two below a number, the largest first. */
function halves(from: number, to: number): readonly number[] {
  const found: number[] = [];
  for (let number = 2 ** Math.ceil(Math.log2(from) - 1); number >= to; number /= 2) found.push(number);
  return found;
}
