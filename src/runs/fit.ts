import { type MemoryNeed, needPerGpu } from './memory';

/** The memory of one GPU, in bytes. */
export interface GpuMemory {
  readonly total: number;
  readonly free: number;
}

/** How a model's need compares with what each of the GPUs has for it, both in bytes. */
export interface Fit {
  readonly kind: 'fits' | 'tight' | 'too-large';
  /** Of the GPU with the least. */
  readonly needed: number;
  readonly available: number;
}

/** vLLM takes this share of a GPU's memory unless told otherwise, for all that it does (0.9 in older releases, now 0.92). */
export const VLLM_SHARE = 0.9;

/** Less room than this part of it is tight, since the need is an estimate. */
const SPARE = 0.1;

/**
 * Whether a model fits on GPUs that share it. vLLM has its share of the whole memory, the transformers library what is
 * free.
 */
export function fit(need: MemoryNeed, gpus: readonly GpuMemory[], share = VLLM_SHARE): Fit {
  const needed = needPerGpu(need, gpus.length);
  const rooms = gpus.map(({ total, free }) => (need.backend === 'vllm' ? Math.min(free, share * total) : free));
  const available = Math.min(...rooms);
  const spare = available - needed;
  return { kind: spare < 0 ? 'too-large' : spare < SPARE * available ? 'tight' : 'fits', needed, available };
}
