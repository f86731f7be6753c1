import { homedir } from 'node:os';
import * as vscode from 'vscode';
import type { GpuReport, RunModel, Uv } from '../../../runs';
import { loadRuns } from '../runsClient';

/** How long `uv --version` may take. */
const UV_MS = 10_000;

/** The GPUs of the machine that the editor's programs run on; null where the model needs none here, or nothing may run. */
export async function gpusFor({ source }: RunModel): Promise<GpuReport | null> {
  if (!vscode.workspace.isTrusted) return null;
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
