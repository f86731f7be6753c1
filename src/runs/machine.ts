import type { GpuMemory } from './fit';
import type { GpuReport } from './gpus';
import type { TakenGpus } from './takeGpus';

/** What was found on the machine where a run is to start. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly gpus: GpuReport;
  readonly taken: TakenGpus | null;
  /** The memory of the machine itself. */
  readonly memory: GpuMemory;
}
