import { freemem, totalmem } from 'node:os';
import type { GpuMemory } from './fit';
import type { GpuReport } from './gpus';
import { takeGpus, type TakenGpus } from './takeGpus';

/** What was found on the machine where a run is to start. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly gpus: GpuReport;
  readonly taken: TakenGpus | null;
  /** The memory of the machine itself. */
  readonly memory: GpuMemory;
}

/** This machine with the GPUs that a run would take: so many of those that `visible` names, as `CUDA_VISIBLE_DEVICES` does. */
export function machineWith(
  gpus: GpuReport,
  count: number,
  visible: string | undefined = process.env['CUDA_VISIBLE_DEVICES'],
): Machine {
  const memory = { total: totalmem(), free: freemem() };
  return { platform: process.platform, gpus, memory, taken: takeGpus(gpus, count, visible, memory) };
}
