import { homedir, hostname } from 'node:os';
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
  const report = await vscode.window.withProgress({ location, title: 'Looking for GPUs' }, () =>
    askGpus(process.platform, programsWithin(GPU_QUERY_MS)),
  );
  return { ...report, place: remotePlace() };
}

/** What the machine is called that programs run on, where that is not the one in front of the person. */
function remotePlace(): string | undefined {
  const { remoteName } = vscode.env;
  if (remoteName === undefined) return undefined;
  return remoteName === 'wsl' ? 'WSL' : `the remote host ${hostname()}`;
}

/** The uv of this machine; null where there is none. */
export async function uvHere(): Promise<Uv | null> {
  const { env, platform } = process;
  const { findUv, programsWithin } = loadRuns();
  return findUv({ platform, homeFolder: homedir(), env }, programsWithin(UV_MS));
}
