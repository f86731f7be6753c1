import * as vscode from 'vscode';
import type { EvalFileText } from '../../results/evalResults/merge';
import { EVAL_RESULTS } from '../hubFiles/hubUri';

/** The files of `.eval_results/` beside a card with their texts as the editor has them, or why there can be none. */
export type FilesBeside =
  | { readonly kind: 'files'; readonly files: readonly EvalFileText[] }
  | { readonly kind: 'problem'; readonly message: string };

/** Reads the files of `.eval_results/` beside a card. */
export async function readFilesBeside(card: vscode.Uri): Promise<FilesBeside> {
  if (card.scheme === 'untitled') return { kind: 'problem', message: 'Save the card first: the files lie beside it.' };
  const names = await namesIn(uriBeside(card, EVAL_RESULTS));
  if (names === null) return { kind: 'problem', message: `What ${EVAL_RESULTS} holds cannot be read now; try again.` };
  const files: EvalFileText[] = [];
  for (const name of names) {
    const path = `${EVAL_RESULTS}/${name}`;
    try {
      files.push({ path, text: (await vscode.workspace.openTextDocument(uriBeside(card, path))).getText() });
    } catch {
      return { kind: 'problem', message: `${path} cannot be read; look at it, or take it away.` };
    }
  }
  return { kind: 'files', files };
}

/** The URI of a path in the repository of a card. */
export function uriBeside(card: vscode.Uri, path: string): vscode.Uri {
  return vscode.Uri.joinPath(card, '..', path);
}

/** The names of the files in the folder; null where they cannot be told, as without the network. */
async function namesIn(folder: vscode.Uri): Promise<readonly string[] | null> {
  try {
    const entries = await vscode.workspace.fs.readDirectory(folder);
    return entries
      .filter(([name, type]) => type !== vscode.FileType.Directory && name.endsWith('.yaml'))
      .map(([name]) => name)
      .sort();
  } catch (error) {
    return error instanceof vscode.FileSystemError && error.code === 'FileNotFound' ? [] : null;
  }
}
