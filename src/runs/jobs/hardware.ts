import type { Accelerator, Hardware } from '../../hub';
import { fit } from '../fit';
import { canShare, GIB, type MemoryNeed } from '../memory';
import { hasBfloat16, usableMemory } from './gpuModels';

/** What a run asks of the hardware. */
export interface HardwareNeed {
  /** The GPU memory of its model; null where inference providers answer, which takes no GPU. */
  readonly memory: MemoryNeed | null;
  /** The bytes of the weights that it downloads. */
  readonly download: number;
  readonly bfloat16: boolean;
  /** The GPUs that share the model, where that was asked for; otherwise all that there are. */
  readonly gpus?: number | undefined;
  /** vLLM's share of a GPU's memory, where that was asked for. */
  readonly share?: number | undefined;
}

/** Whether hardware suits a run. */
export type Suitability =
  | {
      readonly kind: 'suits';
      readonly hardware: Hardware;
      /** How many GPUs share the model; 0 where none is needed. */
      readonly gpus: number;
      /** Less than a tenth of the memory would be left, and the need is an estimate. */
      readonly tight: boolean;
    }
  /** `reason` goes on after the name of the hardware: "has no NVIDIA GPU". */
  | { readonly kind: 'unsuited'; readonly reason: string };

/** What weights pass through on their way to the GPU leaves room for Python and the framework. */
const MEMORY_BESIDE = 8 * GIB;
/** The packages of vLLM or PyTorch, and datasets. */
const DISK_BESIDE = 25 * GIB;

/**
 * Whether a run can work on hardware, or the first thing that is in the way. Of a model whose size is not known, `need` is
 * null.
 */
export function suitability(hardware: Hardware, need: HardwareNeed | null): Suitability {
  const { accelerator } = hardware;
  if (need === null) {
    return isNvidiaGpu(accelerator)
      ? { kind: 'suits', hardware, gpus: accelerator.count, tight: false }
      : unsuited('has no NVIDIA GPU');
  }
  const { memory, download, bfloat16, share } = need;
  if (memory === null) return { kind: 'suits', hardware, gpus: 0, tight: false };
  if (!isNvidiaGpu(accelerator)) return unsuited('has no NVIDIA GPU');
  const gpus = need.gpus ?? accelerator.count;
  if (gpus > accelerator.count) return unsuited(`has ${accelerator.count} of the ${gpus} GPUs that were asked for`);
  if (bfloat16 && !hasBfloat16(accelerator)) {
    return unsuited(`has a ${accelerator.model}, which does not calculate in bfloat16 as the model does`);
  }
  if (memory.backend === 'vllm' && !canShare(memory, gpus)) {
    return unsuited(`has ${gpus} GPUs, which cannot share ${String(memory.attentionHeads)} attention heads`);
  }
  const usable = usableMemory(accelerator);
  const fitting = fit(memory, Array<GpuRoom>(gpus).fill({ total: usable, free: usable }), share);
  if (fitting.kind === 'too-large') {
    const each = gpus === 1 ? '' : ' on each GPU';
    return unsuited(`has about ${inGib(fitting.available)} for the model${each}, which needs ${inGib(fitting.needed)}`);
  }
  if (hardware.memory < download + MEMORY_BESIDE) {
    return unsuited(`has ${inGib(hardware.memory)} of main memory, too little to load ${inGib(download)} of weights`);
  }
  if (hardware.disk > 0 && hardware.disk < download + DISK_BESIDE) {
    return unsuited(
      `has ${inGib(hardware.disk)} of disk, too little for ${inGib(download)} of weights and the programs`,
    );
  }
  return { kind: 'suits', hardware, gpus, tight: fitting.kind === 'tight' };
}

/** The cheapest hardware that suits a run; among equals that with the fewest GPUs. Null where none does. */
export function cheapest(list: readonly Hardware[], need: HardwareNeed): (Suitability & { kind: 'suits' }) | null {
  const [first] = list
    .map((hardware) => suitability(hardware, need))
    .filter((one) => one.kind === 'suits')
    .sort((one, other) => one.hardware.pricePerMinute - other.hardware.pricePerMinute || one.gpus - other.gpus);
  return first ?? null;
}

function isNvidiaGpu(accelerator: Accelerator | null): accelerator is Accelerator {
  return accelerator?.type === 'gpu' && accelerator.manufacturer === 'Nvidia';
}

type GpuRoom = Parameters<typeof fit>[1][number];

function inGib(bytes: number): string {
  return `${String(Math.round(bytes / GIB))} GB`;
}

function unsuited(reason: string): Suitability {
  return { kind: 'unsuited', reason };
}
