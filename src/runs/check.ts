import { fit, type GpuMemory, VLLM_SHARE } from './fit';
import { gib, gpuSentence } from './gpuText';
import type { Machine } from './machine';
import { canShare, type LoadSettings, memoryNeed, type MemoryNeed, type ModelSize, needPerGpu } from './memory';
import type { RunOptions } from './options';
import { remedies } from './remedies';
import { canUseSeveralGpus, type RunRequest } from './request';
import { vllmProblem } from './vllmProblem';

/** Something to say of a run before it starts; a refusal is why it cannot work. */
export interface Remark {
  readonly kind: 'refusal' | 'too-large' | 'note';
  /** One sentence; that of a refusal ends in the next step. */
  readonly message: string;
  /** Options, each set of which would mend it. */
  readonly remedies?: readonly RunOptions[];
}

/** Looks whether the model of a run can be loaded on a machine: its GPUs, its drivers, and its memory. */
export function checkLoading(request: RunRequest, size: ModelSize | null, machine: Machine): readonly Remark[] {
  const { backend } = request;
  if (backend === 'providers') return [];
  const { gpus, taken } = machine;
  if (backend === 'vllm') {
    const problem = vllmProblem(request, machine);
    if (problem !== null) return [{ kind: 'refusal', message: problem }];
  }
  const where: Remark = {
    kind: 'note',
    message:
      taken === null
        ? 'No NVIDIA GPU is used: the model runs on the processor unless PyTorch finds another, and takes much longer.'
        : gpuSentence(gpus),
  };
  return [where, ...checkMemory(request, size, machine)];
}

function checkMemory(request: RunRequest, size: ModelSize | null, machine: Machine): readonly Remark[] {
  const { options, backend } = request;
  const settings = loadSettings(request);
  const need = size === null ? null : memoryNeed(size, settings);
  if (size === null || need === null) {
    return [{ kind: 'note', message: 'How much memory the model needs is not known, so that was not looked at.' }];
  }
  const gpus = canUseSeveralGpus(request) ? (options['tensor-parallel-size'] ?? 1) : 1;
  if (!canShare(need, gpus)) {
    return [
      {
        kind: 'refusal',
        message: `${String(gpus)} GPUs cannot share the model's ${String(need.attentionHeads)} attention heads evenly; choose a --tensor-parallel-size that divides ${String(need.attentionHeads)}.`,
      },
    ];
  }
  const pool = machine.taken?.pool ?? [machine.memory];
  const taken = pool.slice(0, gpus);
  const share = options['gpu-memory-utilization'] ?? VLLM_SHARE;
  const found = fit(need, taken, share);
  const told = `${request.model} needs about ${gib(needPerGpu(need, taken.length))}${taken.length > 1 ? ' on each GPU' : ''} (${partsOf(need, taken.length)})`;
  if (found.kind === 'too-large') {
    const helpful = remedies({ size, settings, gpus: taken.length, pool, share });
    const advice = helpful.length > 0 ? `it fits with ${helpful.map(typed).join(', or with ')}` : NO_REMEDY;
    const message = `${told} and there are ${gib(found.available)} for it; ${advice}.`;
    return [{ kind: 'too-large', message, remedies: helpful }];
  }
  const busy = backend === 'vllm' ? busyProblem(need, taken, share) : null;
  if (busy !== null) return [busy];
  const close = found.kind === 'tight' ? ', which is tight' : '';
  return [{ kind: 'note', message: `${told} of ${gib(found.available)}${close}.` }];
}

const NO_REMEDY = 'take a smaller model or one in fewer bits, or HF Jobs with a larger GPU';

/** vLLM does not start where less is free than the share that it is to take, even if that would be enough. */
function busyProblem(need: MemoryNeed, taken: readonly GpuMemory[], share: number): Remark | null {
  const busy = taken.find(({ free, total }) => free < share * total);
  if (busy === undefined) return null;
  const fitting = Math.floor((busy.free / busy.total) * 100) / 100;
  const fits = fit(need, taken, fitting).kind !== 'too-large';
  const remedies: readonly RunOptions[] = fits ? [{ 'gpu-memory-utilization': fitting }] : [];
  const advice = remedies.map((remedy) => `, or take ${typed(remedy)}`).join('');
  const message = `Another program uses the GPU, ${gib(busy.free)} of ${gib(busy.total)} are free and vLLM takes ${String(Math.round(share * 100))} percent; end it${advice}.`;
  return { kind: 'refusal', message, remedies };
}

/** How a run loads its model. */
export function loadSettings({ framework, backend, options }: RunRequest): LoadSettings {
  return {
    framework,
    backend: backend === 'vllm' ? 'vllm' : 'transformers',
    dtype: options.dtype,
    maxModelLen: options['max-model-len'],
    batchSize: options['batch-size'],
  };
}

function partsOf({ weights, cache, cacheParts, working, length, sequences }: MemoryNeed, gpus: number): string {
  const many = sequences > 1 ? `${String(sequences)} × ` : '';
  const kept =
    cache > 0 ? [`${gib(cache / Math.min(gpus, cacheParts))} for ${many}${String(Math.round(length))} tokens`] : [];
  return [`weights ${gib(weights / gpus)}`, ...kept, `${gib(working)} to work in`].join(', ');
}

function typed(options: RunOptions): string {
  return Object.entries(options)
    .map(([name, value]) => `--${name} ${String(value)}`)
    .join(' ');
}
