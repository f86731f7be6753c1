import * as vscode from 'vscode';
import { Scheme } from '../contributions';

/** What a command was called on: a menu hands over a URI, a lens too, the palette nothing. */
export type CommandTarget = vscode.Uri | undefined;

/** The document that a command is about: the one it was called on, the active panel's card, or the active editor's. */
export async function openedCard(
  target: CommandTarget,
  panelCard: vscode.Uri | null,
): Promise<vscode.TextDocument | null> {
  const uri = target instanceof vscode.Uri ? target : (panelCard ?? vscode.window.activeTextEditor?.document.uri);
  const document = uri && (await vscode.workspace.openTextDocument(cardBehind(uri)));
  return document?.languageId === 'markdown' ? document : null;
}

/** The card that one of our read-only documents speaks of; any other document stands for itself. */
function cardBehind(uri: vscode.Uri): vscode.Uri {
  const isOurs = uri.scheme === Scheme.results || uri.scheme === Scheme.preview;
  return isOurs ? vscode.Uri.parse(uri.query, true) : uri;
}
