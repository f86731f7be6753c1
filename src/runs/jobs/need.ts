import { loadSettings } from '../check';
import { memoryNeed, type ModelSize } from '../memory';
import { readShape } from '../modelShape';
import { type RunRequest } from '../request';
import type { HardwareNeed } from './hardware';

/** What a run asks of the hardware of a job; null where the size of its model is not known. */
export function hardwareNeed(run: RunRequest, size: ModelSize | null): HardwareNeed | null {
  const { framework, backend, options } = run;
  if (backend === 'providers') return { memory: null, download: 0, bfloat16: false };
  const memory = size === null ? null : memoryNeed(size, loadSettings(run));
  if (size === null || memory === null) return null;
  const { dtype = 'auto' } = options;
  // inspect's transformers backend loads a model on one GPU.
  const single = backend === 'transformers' && framework === 'inspect';
  return {
    memory,
    download: size.weightBytes ?? memory.weights,
    bfloat16: (dtype === 'auto' ? readShape(size.config).dtype : dtype) === 'bfloat16',
    gpus: options['tensor-parallel-size'] ?? (single ? 1 : undefined),
    share: options['gpu-memory-utilization'],
  };
}
