import { loadSettings } from '../check';
import { memoryNeed, type ModelSize } from '../memory';
import { readShape } from '../modelShape';
import { canUseSeveralGpus, type RunRequest } from '../request';
import type { HardwareNeed } from './hardware';

/** What a run asks of the hardware of a job; null where the size of its model is not known. */
export function hardwareNeed(run: RunRequest, size: ModelSize | null): HardwareNeed | null {
  const { backend, options } = run;
  if (backend === 'providers') return { memory: null, download: 0, bfloat16: false };
  const memory = size === null ? null : memoryNeed(size, loadSettings(run));
  if (size === null || memory === null) return null;
  const { dtype = 'auto' } = options;
  return {
    memory,
    download: size.weightBytes ?? memory.weights,
    bfloat16: (dtype === 'auto' ? readShape(size.config).dtype : dtype) === 'bfloat16',
    gpus: options['tensor-parallel-size'] ?? (canUseSeveralGpus(run) ? undefined : 1),
    share: options['gpu-memory-utilization'],
  };
}
