import * as vscode from 'vscode';

/** A sentence about what saving would change in the file besides the merge, or null where it would change nothing. */
export async function warnOfFile(uri: vscode.Uri): Promise<string | null> {
  try {
    return warnOfBytes(await vscode.workspace.fs.readFile(uri));
  } catch {
    // A card that was never saved has no bytes to lose.
    return null;
  }
}

/** The same for the bytes of a file. */
export function warnOfBytes(bytes: Uint8Array): string | null {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'The file holds bytes that are not UTF-8, and the editor replaces them when it saves.';
  }
  const kinds = new Set(text.match(/\r\n|\r|\n/g));
  return kinds.size > 1 ? 'The file mixes line endings, and the editor makes them all alike when it saves.' : null;
}
