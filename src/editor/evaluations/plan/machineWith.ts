import { freemem, totalmem } from 'node:os';
import type { GpuReport, Machine } from '../../../runs';
import { loadRuns } from '../runsClient';

/** The machine with the GPUs that a run would take: so many of those named, or of all. */
export function machineWith(gpus: GpuReport, count: number, named?: readonly string[]): Machine {
  const memory = { total: totalmem(), free: freemem() };
  const visible = named?.join(',') ?? process.env['CUDA_VISIBLE_DEVICES'];
  return { platform: process.platform, gpus, memory, taken: loadRuns().takeGpus(gpus, count, visible, memory) };
}
