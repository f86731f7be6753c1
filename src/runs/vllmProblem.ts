import type { Gpu } from './gpus';
import { gpuSentence } from './gpuText';
import type { Machine } from './machine';
import type { RunOptions } from './options';
import type { RunRequest } from './request';

/** The compute capability that vLLM needs, and that bfloat16 does. */
const VLLM_CAPABILITY = 7.5;
const BFLOAT16_CAPABILITY = 8;
/** vLLM since 0.20 is built for CUDA 13, which needs this driver; lighteval's vLLM is older. */
const CUDA_13_DRIVER = 580;

const ELSEWHERE = 'evaluate on the transformers library with --backend transformers, or on HF Jobs';

/** Why vLLM cannot run on a machine, in a sentence with the next step; null where it can, as far as is known. */
export function vllmProblem({ framework, options }: RunRequest, { platform, gpus, taken }: Machine): string | null {
  if (platform !== 'linux') {
    return `vLLM runs on Linux alone, on Windows in WSL 2; ${ELSEWHERE}.`;
  }
  if (taken === null) {
    const hidden = gpus.kind === 'gpus' || gpus.kind === 'mig' || gpus.kind === 'unified';
    return hidden ? `CUDA_VISIBLE_DEVICES hides every GPU; unset it, or ${ELSEWHERE}.` : gpuSentence(gpus);
  }
  const wanted = options['tensor-parallel-size'] ?? 1;
  const found = taken.pool.length;
  if (wanted > found) {
    return `${String(wanted)} GPUs were asked for and ${String(found)} may be used; lower --tensor-parallel-size to ${String(found)}.`;
  }
  for (const gpu of taken.pool.slice(0, wanted)) {
    const problem = 'driver' in gpu ? oldGpuProblem(gpu, framework === 'inspect', options) : null;
    if (problem !== null) return problem;
  }
  return null;
}

function oldGpuProblem({ name, capability, driver }: Gpu, isNew: boolean, options: RunOptions): string | null {
  if (capability !== null && capability < VLLM_CAPABILITY) {
    return `The ${name} is too old for vLLM (compute capability ${String(capability)}, ${String(VLLM_CAPABILITY)} is needed); ${ELSEWHERE}.`;
  }
  if (capability !== null && capability < BFLOAT16_CAPABILITY && options.dtype === 'bfloat16') {
    return `The ${name} cannot calculate in bfloat16; take --dtype float16.`;
  }
  if (isNew && Number.parseInt(driver, 10) < CUDA_13_DRIVER) {
    return `The NVIDIA driver ${driver} is too old for this vLLM, which needs ${String(CUDA_13_DRIVER)} or later; update it, or evaluate with --framework lighteval, whose vLLM is older.`;
  }
  return null;
}
