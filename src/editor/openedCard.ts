import * as vscode from 'vscode';

/** What a command was called on: a menu hands over a URI, a lens too, the palette nothing. */
export type CommandTarget = vscode.Uri | undefined;

/** The document that a command is about: the one it was called on, the active panel's card, or the active editor's. */
export async function openedCard(
  target: CommandTarget,
  panelCard: vscode.Uri | null,
): Promise<vscode.TextDocument | null> {
  const uri = target instanceof vscode.Uri ? target : panelCard;
  const document = uri ? await vscode.workspace.openTextDocument(uri) : vscode.window.activeTextEditor?.document;
  return document?.languageId === 'markdown' ? document : null;
}
