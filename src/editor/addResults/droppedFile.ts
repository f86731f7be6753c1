import * as vscode from 'vscode';

const URI_LIST = 'text/uri-list';

/** The one file that was dropped, where the editor says which it is. */
export async function droppedFile(data: vscode.DataTransfer): Promise<vscode.Uri | undefined> {
  const list = (await data.get(URI_LIST)?.asString()) ?? '';
  const [first, another] = list.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  if (first === undefined || another !== undefined) return undefined;
  try {
    return vscode.Uri.parse(first, true);
  } catch {
    // Whatever was dropped is no file.
    return undefined;
  }
}
