import * as vscode from 'vscode';
import type { Asker } from '../asker';

const NAME = 'README.md';

/**
 * Opens a new card with the sections that people expect, to be filled in from one to the next; it is no file until it
 * is saved. `target` is a folder, or a file in one; where the folder has a README.md already, that is shown.
 */
export async function newCard(target: vscode.Uri | undefined, template: vscode.Uri, asker: Asker): Promise<void> {
  const folder = await folderFor(target, asker);
  if (folder === undefined) return;
  const place = folder && vscode.Uri.joinPath(folder, NAME);
  if (place && (await isThere(place))) {
    await vscode.window.showTextDocument(place);
    void vscode.window.showInformationMessage(`${vscode.workspace.asRelativePath(place)} is there already; edit it.`);
    return;
  }
  const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(template));
  const document = await (place
    ? vscode.workspace.openTextDocument(place.with({ scheme: 'untitled' }))
    : vscode.workspace.openTextDocument({ language: 'markdown' }));
  const editor = await vscode.window.showTextDocument(document);
  if (document.getText() === '') await editor.insertSnippet(new vscode.SnippetString(text));
}

/** The folder for the card: null for none yet, undefined where nobody chose one. */
async function folderFor(target: vscode.Uri | undefined, asker: Asker): Promise<vscode.Uri | null | undefined> {
  if (target) {
    const { type } = await vscode.workspace.fs.stat(target);
    return type & vscode.FileType.Directory ? target : vscode.Uri.joinPath(target, '..');
  }
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length < 2) return folders[0]?.uri ?? null;
  return asker.pick(
    'New Model Card: Folder',
    folders.map(({ name, uri }) => ({ label: name, description: uri.fsPath, value: uri })),
  );
}

async function isThere(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return true;
  } catch {
    return false;
  }
}
