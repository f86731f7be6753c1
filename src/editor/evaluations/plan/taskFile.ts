import type * as vscode from 'vscode';
import type { Asker } from '../../asker';

/** Asks for a Python file that defines tasks; files are looked for beside the card. */
export async function chooseTaskFile({
  card,
  asker,
}: {
  readonly card: vscode.Uri;
  readonly asker: Asker;
}): Promise<string | undefined> {
  return (await asker.file('A file that defines tasks', { Python: ['py'] }, card))?.fsPath;
}
