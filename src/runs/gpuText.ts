import type { GpuReport } from './gpus';
import { GIB } from './memory';

/** GPU memory in words, as in `22.5 GiB`. */
export function gib(bytes: number): string {
  return `${(bytes / GIB).toFixed(1)} GiB`;
}

const WITHOUT = 'or evaluate on HF Jobs, or on the transformers library with --backend transformers';

/** What a report tells a person, in a sentence; where no GPU can be used it ends in the next step. */
export function gpuSentence(report: GpuReport): string {
  const { place = 'this machine' } = report;
  switch (report.kind) {
    case 'gpus': {
      const names = report.gpus.map(({ name, total, free }) => `${name} (${gib(free)} of ${gib(total)} free)`);
      return `On ${place} there ${names.length === 1 ? 'is' : 'are'} ${names.join(', ')}.`;
    }
    case 'mig': {
      const profiles = report.devices.map(({ profile }) => profile).join(', ');
      return `A GPU of ${place} is divided by MIG into ${profiles}; a run takes one of them, set CUDA_VISIBLE_DEVICES to its UUID to choose.`;
    }
    case 'unified':
      return `The ${report.name} of ${place} shares the machine's memory and tells none of its own; close other programs, as the free memory of the machine counts.`;
    case 'no-tools':
      return `On ${place} there is no nvidia-smi, so no NVIDIA GPU is to be seen; install the NVIDIA driver if there is one, ${WITHOUT}.`;
    case 'no-driver':
      return `The NVIDIA driver of ${place} is not loaded; install it or restart the machine, ${WITHOUT}.`;
    case 'driver-mismatch':
      return `The NVIDIA driver of ${place} was updated while it ran; restart the machine.`;
    case 'no-library':
      return `nvidia-smi of ${place} does not find the driver's library (NVML); install the NVIDIA driver anew, and in a container start that with --gpus all.`;
    case 'no-devices':
      return `The NVIDIA driver of ${place} finds no GPU; look whether one is attached to the machine or container, ${WITHOUT}.`;
    case 'lost':
      return `The GPU of ${place} has been lost; restart the machine, or the container if this is one.`;
    case 'no-permission':
      return `${capital(place)} does not let this account see its GPU; ask for access to it, ${WITHOUT}.`;
    case 'needs-reset':
      return `The GPU of ${place} has to be reset; restart the machine, ${WITHOUT}.`;
    case 'hangs':
      return `nvidia-smi of ${place} does not answer, as when a GPU is broken; restart the machine, ${WITHOUT}.`;
    case 'unreadable':
      return `nvidia-smi of ${place} answers in a way that is not known here ("${report.line}"); run it in a terminal to see what it says.`;
  }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
