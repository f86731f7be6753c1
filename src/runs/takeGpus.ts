import type { GpuMemory } from './fit';
import type { Gpu, GpuReport } from './gpus';

/** The GPUs that a run takes. */
export interface TakenGpus {
  /** All that it may have, those first that it takes. */
  readonly pool: readonly (GpuMemory | Gpu)[];
  /** What makes the run see no others. */
  readonly environment: Readonly<Record<string, string>>;
}

/**
 * Chooses the GPUs with the most free memory for a run, among those that `CUDA_VISIBLE_DEVICES` leaves; null where there
 * are none. `machine` is the machine's own memory, which some GPUs use.
 */
export function takeGpus(
  report: GpuReport,
  count: number,
  visible: string | undefined,
  machine: GpuMemory,
): TakenGpus | null {
  // CUDA's own ways to say none.
  if (visible === '' || visible === '-1') return null;
  switch (report.kind) {
    case 'gpus': {
      const pool = [...visibleGpus(report.gpus, visible)].sort((a, b) => b.free - a.free);
      if (pool.length === 0) return null;
      const environment = visible === undefined && report.gpus.length > count ? seeing(pool.slice(0, count)) : {};
      return { pool, environment };
    }
    case 'mig': {
      const devices = [...report.devices].sort((a, b) => b.total - a.total);
      const device = devices.find(({ uuid }) => uuid === visible) ?? devices[0];
      if (device === undefined) return null;
      // How much of it is free is not told, and a run cannot take several.
      const pool = [{ total: device.total, free: device.total }];
      return { pool, environment: visible === undefined ? { CUDA_VISIBLE_DEVICES: device.uuid } : {} };
    }
    case 'unified':
      return { pool: [machine], environment: {} };
    default:
      return null;
  }
}

/** Those that `CUDA_VISIBLE_DEVICES` names by index or UUID; all where it names them in another way. */
function visibleGpus(gpus: readonly Gpu[], visible: string | undefined): readonly Gpu[] {
  const named = visible?.split(',').map((part) => part.trim());
  if (named?.every((part) => /^(?:\d+|GPU-[\w-]+)$/.test(part)) !== true) return gpus;
  // Where no UUID is told, one that was chosen cannot be found.
  if (named.some((part) => part.startsWith('GPU-')) && gpus.every(({ uuid }) => uuid === undefined)) return gpus;
  return gpus.filter(({ index, uuid = '' }) => named.includes(String(index)) || named.includes(uuid));
}

function seeing(gpus: readonly { readonly index: number }[]): Readonly<Record<string, string>> {
  // CUDA numbers GPUs by their speed unless told to do it as nvidia-smi does.
  const indices = gpus.map(({ index }) => index).sort((a, b) => a - b);
  return { CUDA_DEVICE_ORDER: 'PCI_BUS_ID', CUDA_VISIBLE_DEVICES: indices.join(',') };
}
