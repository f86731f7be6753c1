import * as vscode from 'vscode';
import { warnOfBytes } from './fileBytes';

/** A sentence about what saving would change in the file besides the merge, or null where it would change nothing. */
export async function warnOfFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return warnOfBytes(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A card that was never saved has no bytes to lose.
    return null;
  }
}
