import * as vscode from 'vscode';
import type { Uv } from '../../../runs';
import type { Asker } from '../../asker';
import { loadRuns } from '../runsClient';
import { uvHere } from './machine';

const UNTRUSTED = 'Programs run in trusted folders only; trust this one ("Manage Workspace Trust"), then start again.';

/** The uv that may run the scripts here; undefined where the folder is not trusted or there is none, which was told then. */
export async function uvToRun(asker: Asker): Promise<Uv | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(UNTRUSTED);
    return undefined;
  }
  const uv = await uvHere();
  if (uv !== null) return uv;
  void offerUv(asker);
  return undefined;
}

async function offerUv(asker: Asker): Promise<void> {
  const command = loadRuns().uvInstallCommand(process.platform);
  const message = `uv runs the evaluation scripts and was not found; install it by "${command}", then start again.`;
  if (await asker.offer(message, 'Copy Command')) await vscode.env.clipboard.writeText(command);
}
