import { GIB } from './memory';
import type { Ending } from './program';

/** One GPU of NVIDIA; memory in bytes. */
export interface Gpu {
  readonly index: number;
  readonly name: string;
  readonly total: number;
  readonly free: number;
  /** As in `580.95.05`. */
  readonly driver: string;
  /** As in 9.0; null where the driver is too old to tell. */
  readonly capability: number | null;
  /** What `CUDA_VISIBLE_DEVICES` takes; left out where `nvidia-smi -L` does not tell it. */
  readonly uuid?: string;
}

/** A part of a GPU that was divided by MIG. */
export interface MigDevice {
  /** As in `1g.10gb`. */
  readonly profile: string;
  /** What `CUDA_VISIBLE_DEVICES` takes. */
  readonly uuid: string;
  /** Bytes. */
  readonly total: number;
}

/** What `nvidia-smi` tells of the GPUs of a machine, or why it tells nothing. */
export type GpuReport = GpuFacts & {
  /** The machine that was asked, as in `the remote host build7`; this one without. */
  readonly place?: string | undefined;
};

type GpuFacts =
  | { readonly kind: 'gpus'; readonly gpus: readonly Gpu[] }
  | { readonly kind: 'mig'; readonly devices: readonly MigDevice[] }
  /** The GPU has the memory of the machine, and tells none of its own (DGX Spark, Jetson). */
  | { readonly kind: 'unified'; readonly name: string }
  | {
      readonly kind:
        | 'no-tools'
        | 'no-driver'
        | 'driver-mismatch'
        | 'no-library'
        | 'no-devices'
        | 'lost'
        | 'no-permission'
        | 'needs-reset'
        | 'hangs';
    }
  | { readonly kind: 'unreadable'; readonly line: string };

/** What is asked for, in the order of `Gpu`; drivers before 510 do not know the last one. */
const FIELDS = ['index', 'name', 'memory.total', 'memory.free', 'driver_version', 'compute_cap'];
const MIB = 2 ** 20;
/** A MIG profile is named by decimal gigabytes and holds a little less. */
const PER_PROFILE_GB = 0.95 * GIB;

/** The arguments that ask for all GPUs. */
export function gpuQuery({ capability }: { readonly capability: boolean }): readonly string[] {
  const fields = capability ? FIELDS : FIELDS.slice(0, -1);
  return [`--query-gpu=${fields.join(',')}`, '--format=csv,noheader,nounits'];
}

/** Whether the driver is too old for the query, and would answer one without the compute capability. */
export function lacksCapability(ending: Ending): boolean {
  return ending.kind === 'ended' && ending.status !== 0 && /"compute_cap" is not a valid field/.test(textOf(ending));
}

/** Words of a failure, which stand on either stream, and what they mean; the status tells the same where they differ. */
const FAILURES: readonly (readonly [
  pattern: RegExp,
  status: number | null,
  kind: Extract<GpuReport, { kind: string }>['kind'],
])[] = [
  [/Driver\/library version mismatch/i, 18, 'driver-mismatch'],
  [/couldn't communicate with the NVIDIA driver|driver is not loaded/i, 9, 'no-driver'],
  [/couldn't find libnvidia-ml|NVML library not found/i, 12, 'no-library'],
  [/Failed to initialize NVML: Unknown Error|GPU is lost|fallen off the bus/i, 15, 'lost'],
  [/Insufficient Permissions/i, 4, 'no-permission'],
  [/requires reset/i, null, 'needs-reset'],
  [/No devices were found/i, 6, 'no-devices'],
];

/** Reads the answer to `gpuQuery`, and that to `nvidia-smi -L`, which tells of MIG and of UUIDs. */
export function readGpus(ending: Ending, list: Ending | null): GpuReport {
  if (ending.kind === 'missing') return { kind: 'no-tools' };
  if (ending.kind === 'late') return { kind: 'hangs' };
  const devices = list?.kind === 'ended' ? migDevices(list.stdout) : [];
  if (devices.length > 0) return { kind: 'mig', devices };
  const failure = FAILURES.find(([pattern, status]) => ending.status === status || pattern.test(textOf(ending)));
  if (failure !== undefined) return { kind: failure[2] } as GpuReport;
  const rows = ending.stdout.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (ending.status !== 0) return { kind: 'unreadable', line: textOf(ending).trim().split(/\r?\n/)[0] ?? '' };
  if (rows.length === 0) return { kind: 'no-devices' };
  const uuids = list?.kind === 'ended' ? uuidsOf(list.stdout) : new Map<number, string>();
  const gpus: Gpu[] = [];
  for (const row of rows) {
    const gpu = readRow(row);
    if (gpu.kind !== 'gpu') return gpu;
    const uuid = uuids.get(gpu.gpu.index);
    gpus.push({ ...gpu.gpu, ...(uuid !== undefined && { uuid }) });
  }
  return { kind: 'gpus', gpus };
}

function readRow(row: string): { readonly kind: 'gpu'; readonly gpu: Gpu } | GpuReport {
  // A name may hold commas, so the fields after it are counted from the end; drivers have three digits before the point.
  const match = /^(\d+), (.*), ([^,]*), ([^,]*), (\d{3}[\d.]*)(?:, ([^,]*))?$/.exec(row.trim());
  if (match === null) return { kind: 'unreadable', line: row.trim() };
  const [, index, name = '', total = '', free = '', driver = '', capability = ''] = match;
  if (total === '[N/A]') return { kind: 'unified', name };
  if (!/^\d+$/.test(total) || !/^\d+$/.test(free)) return { kind: 'unreadable', line: row.trim() };
  const gpu = {
    index: Number(index),
    name,
    total: Number(total) * MIB,
    free: Number(free) * MIB,
    driver,
    capability: /^\d+\.\d+$/.test(capability) ? Number(capability) : null,
  };
  return { kind: 'gpu', gpu };
}

function uuidsOf(list: string): ReadonlyMap<number, string> {
  const rows = list.matchAll(/^GPU (\d+): .*\(UUID: (GPU-[^)]+)\)/gm);
  return new Map([...rows].map(([, index, uuid = '']) => [Number(index), uuid]));
}

function migDevices(list: string): readonly MigDevice[] {
  return [...list.matchAll(/^\s+MIG (\S*?(\d+)gb\S*)\s.*\(UUID: (MIG-[^)]+)\)/gm)].map(
    ([, profile = '', gigabytes, uuid = '']) => ({ profile, uuid, total: Number(gigabytes) * PER_PROFILE_GB }),
  );
}

function textOf({ stdout, stderr }: Extract<Ending, { kind: 'ended' }>): string {
  return `${stdout}\n${stderr}`;
}
