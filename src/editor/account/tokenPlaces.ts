import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TokenPlaces } from '../../hub/index';
import { loadHub } from '../hubClient';

/** Where the Hub's own tools keep tokens on this machine, and the `.env` of an open folder where folders are trusted. */
export async function tokenPlaces(env: NodeJS.ProcessEnv): Promise<TokenPlaces> {
  const dotEnv = vscode.workspace.isTrusted ? await dotEnvWithToken() : undefined;
  return { env, homeFolder: homedir(), readFile: readText, ...(dotEnv !== undefined && { dotEnv }) };
}

async function dotEnvWithToken(): Promise<string | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (uri.scheme !== 'file') continue;
    const path = join(uri.fsPath, '.env');
    if ((await loadHub().readDotEnv(path, readText)).HF_TOKEN !== undefined) return path;
  }
  return undefined;
}

async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
