import { readShape } from './modelShape';
import type { Backend, Framework } from './request';

/** What is known of a model's size; `src/hub/weights.ts` reads it from the Hub. */
export interface ModelSize {
  /** Its `config.json`; null where it has none. */
  readonly config: unknown;
  /** The number of weights by their type in safetensors files: `BF16`, `F32`, …; empty where that is not known. */
  readonly parameters: Readonly<Record<string, number>>;
  /** The bytes of its weight files; null where it has none that are known. */
  readonly weightBytes: number | null;
}

/** How a model is to be loaded. */
export interface LoadSettings {
  readonly framework: Framework;
  readonly backend: Exclude<Backend, 'providers'>;
  /** `auto` or a type of PyTorch. */
  readonly dtype?: string | undefined;
  /** Tokens. */
  readonly maxModelLen?: number | undefined;
  readonly batchSize?: number | undefined;
}

/** The GPU memory that a model needs, in bytes; an estimate that is right to a tenth or so. */
export interface MemoryNeed {
  readonly backend: LoadSettings['backend'];
  /** All weights as they are loaded; the GPUs share them. */
  readonly weights: number;
  /** What is kept of all tokens of the sequences that must fit at the same time; 0 where that is not known. */
  readonly cache: number;
  /** How many GPUs can share the cache. */
  readonly cacheParts: number;
  /** What each GPU needs beside: activations, CUDA graphs, the library itself. */
  readonly working: number;
  /** Tokens of a sequence, and how many sequences there are. */
  readonly length: number;
  readonly sequences: number;
  /** The number of GPUs has to divide this one. */
  readonly attentionHeads?: number;
}

/** Binary gigabytes, which GPU memory is counted in. */
export const GIB = 2 ** 30;

/** facts of vLLM: activations take 1 to 2 GiB, CUDA graphs 1 to 3. lighteval switches the graphs off. */
const ACTIVATIONS = 2 * GIB;
const CUDA_GRAPHS = 2 * GIB;

/** The transformers library takes a fifth of the weights beside them (accelerate's estimate), and CUDA its part. */
const BESIDE_WEIGHTS = 0.2;
const CUDA_CONTEXT = 0.5 * GIB;

/** Prompt and answer of most tasks; nothing is set aside for longer ones by the transformers library. */
const USUAL_LENGTH = 2048;
/** The sequences that inspect lets the transformers library answer at once; lighteval finds a number that fits. */
const INSPECT_BATCH = 32;
/** Where `config.json` does not tell the longest sequence. */
const UNKNOWN_LENGTH = 4096;

/** Bytes of one weight by the name of its type, in safetensors files and in PyTorch. */
const BYTES: Readonly<Record<string, number>> = {
  F64: 8,
  F32: 4,
  F16: 2,
  BF16: 2,
  float64: 8,
  float32: 4,
  float: 4,
  float16: 2,
  half: 2,
  bfloat16: 2,
};

/** The memory that a model needs when it is loaded so; null where its size is not known. */
export function memoryNeed(size: ModelSize, settings: LoadSettings): MemoryNeed | null {
  const { framework, backend, maxModelLen, batchSize } = settings;
  const shape = readShape(size.config);
  const perValue = bytesPerValue(shape.dtype, settings);
  const weights = weightBytes(size, shape.quantized, perValue);
  if (weights === null) return null;
  const longest = shape.maxLength ?? UNKNOWN_LENGTH;
  const vllm = backend === 'vllm';
  const length = maxModelLen ?? (vllm ? longest : Math.min(longest, USUAL_LENGTH));
  // vLLM starts where one sequence fits, and takes as many at a time as there is room for.
  const sequences = vllm ? 1 : (batchSize ?? (framework === 'inspect' ? INSPECT_BATCH : 1));
  const values = shape.cache.reduce(
    (sum, { layers, valuesPerToken, window }) => sum + layers * valuesPerToken * Math.min(length, window ?? length),
    0,
  );
  return {
    backend,
    weights,
    cache: values * (perValue ?? 2) * sequences,
    cacheParts: shape.cacheParts,
    working: vllm
      ? ACTIVATIONS + (framework === 'lighteval' ? 0 : CUDA_GRAPHS)
      : CUDA_CONTEXT + BESIDE_WEIGHTS * weights,
    length,
    sequences,
    ...(shape.attentionHeads !== undefined && { attentionHeads: shape.attentionHeads }),
  };
}

/** What each of a number of GPUs needs, in bytes. */
export function needPerGpu({ weights, cache, cacheParts, working }: MemoryNeed, gpus = 1): number {
  return weights / gpus + cache / Math.min(gpus, cacheParts) + working;
}

/** Whether a number of GPUs can share the model evenly, as tensor parallelism wants it. */
export function canShare({ attentionHeads }: MemoryNeed, gpus: number): boolean {
  return attentionHeads === undefined || attentionHeads % gpus === 0;
}

/** The bytes of a weight that is calculated with; undefined where neither the person nor the model says. */
function bytesPerValue(stored: string | undefined, { backend, dtype }: LoadSettings): number | undefined {
  if (dtype !== undefined && dtype !== 'auto') return BYTES[dtype];
  const bytes = BYTES[stored ?? ''];
  // vLLM's `auto` loads 32 bits as 16.
  return backend === 'vllm' && bytes !== undefined ? Math.min(bytes, 2) : bytes;
}

function weightBytes(
  { parameters, weightBytes: files }: ModelSize,
  quantized: boolean,
  perValue: number | undefined,
): number | null {
  if (quantized) return files;
  const counts = Object.entries(parameters);
  if (counts.length === 0) return files;
  return counts.reduce((sum, [type, count]) => sum + count * (perValue ?? BYTES[type] ?? 1), 0);
}
