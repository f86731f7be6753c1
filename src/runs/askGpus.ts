import { gpuQuery, type GpuReport, lacksCapability, readGpus } from './gpus';
import { type Ending, onWindowsPath, type RunProgram } from './program';

/** Where `nvidia-smi` is, also when it is not on the PATH: under WSL, in containers of Kubernetes, on Windows. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['nvidia-smi', '/usr/bin/nvidia-smi', '/usr/lib/wsl/lib/nvidia-smi', '/usr/local/nvidia/bin/nvidia-smi'],
  win32: [
    ...onWindowsPath('nvidia-smi.exe', process.env['PATH']),
    String.raw`C:\Windows\System32\nvidia-smi.exe`,
    String.raw`C:\Program Files\NVIDIA Corporation\NVSMI\nvidia-smi.exe`,
  ],
};

/** How long `nvidia-smi` may take; on a GPU that is broken it hangs. */
export const GPU_QUERY_MS = 10_000;

/** Asks `nvidia-smi` of this machine for its GPUs. `run` gives a program `GPU_QUERY_MS` at most. */
export async function askGpus(platform: NodeJS.Platform, run: RunProgram): Promise<GpuReport> {
  for (const path of PLACES[platform] ?? []) {
    const ending = await run(path, gpuQuery({ capability: true }));
    if (ending.kind !== 'missing') return readAnswer(path, ending, run);
  }
  return { kind: 'no-tools' };
}

async function readAnswer(path: string, ending: Ending, run: RunProgram): Promise<GpuReport> {
  const answer = lacksCapability(ending) ? await run(path, gpuQuery({ capability: false })) : ending;
  const answered = answer.kind === 'ended' && answer.status === 0;
  return readGpus(answer, answered ? await run(path, ['-L']) : null);
}
