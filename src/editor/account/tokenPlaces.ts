import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { TokenPlaces } from '../../hub/index';
import { loadHub } from '../hubClient';

/** Where the Hub's own tools keep tokens on this machine, and the `.env` of an open folder where folders are trusted. */
export async function tokenPlaces(env: NodeJS.ProcessEnv): Promise<TokenPlaces> {
  const dotEnv = vscode.workspace.isTrusted ? await dotEnvWith('HF_TOKEN') : undefined;
  return { env, homeFolder: homedir(), readFile: readText, ...(dotEnv !== undefined && { dotEnv }) };
}

/** The `.env` of an open folder that says something of a name. */
export async function dotEnvWith(name: 'HF_TOKEN' | 'AA_API_KEY'): Promise<string | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    if (uri.scheme !== 'file') continue;
    const path = join(uri.fsPath, '.env');
    if ((await loadHub().readDotEnv(path, readText))[name] !== undefined) return path;
  }
  return undefined;
}

/** The text of a file, or null where there is none that can be read. */
export async function readText(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return null;
  }
}
