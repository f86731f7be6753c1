/** A kind of hardware as the Hub's list has it. */
export interface HardwareJson {
  readonly name: string;
  readonly prettyName: string;
  readonly cpu: string;
  readonly ram: string;
  readonly ephemeralStorage: string;
  readonly accelerator: {
    readonly type: 'gpu';
    readonly model: string;
    readonly quantity: string;
    readonly vram: string;
    readonly manufacturer: string;
  } | null;
  readonly unitCostMicroUSD: number;
  readonly unitCostUSD: number;
  readonly unitLabel: string;
}

/** Name, processors, GB of memory and disk, GPUs, model of the GPU, GB of all GPUs together, dollars an hour. */
type Row = readonly [string, number, number, number, number, string, number, number];

/** https://huggingface.co/docs/hub/jobs-pricing and `hf jobs hardware`, in November 2026. */
const ROWS: readonly Row[] = [
  ['cpu-basic', 2, 16, 20, 0, '', 0, 0.01],
  ['cpu-upgrade', 8, 32, 50, 0, '', 0, 0.03],
  ['cpu-xl', 16, 124, 1000, 0, '', 0, 1],
  ['cpu-performance', 32, 256, 1000, 0, '', 0, 1.9],
  ['t4-small', 4, 15, 50, 1, 'T4', 16, 0.4],
  ['t4-medium', 8, 30, 100, 1, 'T4', 16, 0.6],
  ['a10g-small', 4, 15, 110, 1, 'A10G', 24, 1],
  ['a10g-large', 12, 46, 200, 1, 'A10G', 24, 1.5],
  ['a10g-largex2', 24, 92, 1000, 2, 'A10G', 48, 3],
  ['a10g-largex4', 48, 184, 2000, 4, 'A10G', 96, 5],
  ['a100-large', 12, 142, 1000, 1, 'A100', 80, 2.5],
  ['a100x4', 48, 568, 4000, 4, 'A100', 320, 10],
  ['a100x8', 96, 1136, 8000, 8, 'A100', 640, 20],
  ['h200', 23, 256, 3000, 1, 'H200', 141, 5],
  ['h200x2', 46, 512, 6000, 2, 'H200', 282, 10],
  ['h200x4', 92, 1024, 12000, 4, 'H200', 564, 20],
  ['h200x8', 184, 2048, 24000, 8, 'H200', 1128, 40],
  ['rtx-pro-6000', 23, 256, 475, 1, 'RTX PRO 6000', 96, 2.75],
  ['rtx-pro-6000x2', 46, 512, 950, 2, 'RTX PRO 6000', 192, 5.5],
  ['rtx-pro-6000x4', 92, 1024, 1900, 4, 'RTX PRO 6000', 384, 11],
  ['rtx-pro-6000x8', 184, 2048, 3800, 8, 'RTX PRO 6000', 768, 22],
  ['l4x1', 8, 30, 400, 1, 'L4', 24, 0.8],
  ['l4x4', 48, 186, 3200, 4, 'L4', 96, 3.8],
  ['l40sx1', 8, 62, 380, 1, 'L40S', 48, 1.8],
  ['l40sx4', 48, 382, 3200, 4, 'L40S', 192, 8.3],
  ['l40sx8', 192, 1534, 6500, 8, 'L40S', 384, 23.5],
];

/** The answer of `GET /api/jobs/hardware`. */
export const HARDWARE: readonly HardwareJson[] = ROWS.map(([name, cpus, ram, disk, count, model, vram, hourly]) => ({
  name,
  prettyName: count === 0 ? name : `${count}x Nvidia ${model}`,
  cpu: `${cpus} vCPU`,
  ram: `${ram} GB`,
  ephemeralStorage: `${disk} GB`,
  accelerator:
    count === 0 ? null : { type: 'gpu', model, quantity: String(count), vram: `${vram} GB`, manufacturer: 'Nvidia' },
  unitCostMicroUSD: Math.round((hourly / 60) * 1e6),
  unitCostUSD: Math.round((hourly / 60) * 1e6) / 1e6,
  unitLabel: 'minute',
}));
