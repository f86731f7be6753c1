import { freemem, homedir, totalmem } from 'node:os';
import * as vscode from 'vscode';
import type { GpuReport, Machine, RunModel, Uv } from '../../../runs';
import { loadRuns } from '../runsClient';

/** How long `uv --version` may take. */
const UV_MS = 10_000;

/** The GPUs of the machine that the editor's programs run on; null where the model needs none here. */
export async function gpusFor({ source }: RunModel): Promise<GpuReport | null> {
  if (source === 'server' || source === 'mock') return null;
  const { askGpus, GPU_QUERY_MS, programsWithin } = loadRuns();
  const location = vscode.ProgressLocation.Window;
  return vscode.window.withProgress({ location, title: 'Looking for GPUs' }, () =>
    askGpus(process.platform, programsWithin(GPU_QUERY_MS)),
  );
}

/** The uv of this machine; null where there is none. */
export async function uvHere(): Promise<Uv | null> {
  const { env, platform } = process;
  const { findUv, programsWithin } = loadRuns();
  return findUv({ platform, homeFolder: homedir(), env }, programsWithin(UV_MS));
}

/** The machine with the GPUs that a run would take: so many of those named, or of all. */
export function machineWith(gpus: GpuReport, count: number, named?: readonly string[]): Machine {
  const memory = { total: totalmem(), free: freemem() };
  const visible = named?.join(',') ?? process.env['CUDA_VISIBLE_DEVICES'];
  return { platform: process.platform, gpus, memory, taken: loadRuns().takeGpus(gpus, count, visible, memory) };
}
