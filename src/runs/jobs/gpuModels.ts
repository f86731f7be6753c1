import type { Accelerator } from '../../hub';

const MIB = 2 ** 20;

/** The memory that `nvidia-smi` shows of the GPUs that the Hub has; the advertised size leaves out what ECC takes. */
const MEMORY_MIB: Readonly<Record<string, number>> = {
  T4: 15_360,
  L4: 23_034,
  A10G: 23_028,
  L40S: 46_068,
  A100: 81_920,
  H200: 143_771,
  'RTX PRO 6000': 97_887,
};

/** For one that is not in the table: the least of what is left in it. */
const LEAST_SHARE = 0.93;

/** GPUs of a compute capability below 8.0. */
const WITHOUT_BFLOAT16 = ['T4'];

/** The memory of one GPU that programs can use, in bytes. */
export function usableMemory({ model, memory }: Accelerator): number {
  const known = MEMORY_MIB[model];
  return known === undefined ? memory * LEAST_SHARE : Math.min(memory, known * MIB);
}

/** Whether a GPU calculates in bfloat16. */
export function hasBfloat16({ model }: Accelerator): boolean {
  return !WITHOUT_BFLOAT16.includes(model);
}
