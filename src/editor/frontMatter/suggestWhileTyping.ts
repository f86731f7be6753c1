import * as vscode from 'vscode';
import type { ModelCards } from '../cards/modelCards';
import { placeIn } from './yamlDocuments';

/** A line up to the first letter of a key, or of the value after a colon or a dash. */
const WORD_BEGUN = /^[ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?["']?\w$/;

/**
 * Opens completion with the first letter of a key or value. Markdown switches quick suggestions off, which is right for prose,
 * and letters cannot be trigger characters.
 */
export function suggestWhileTyping(cards: ModelCards): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change, ...others] = contentChanges;
    if (document.languageId !== 'markdown' || reason !== undefined || !change || others.length > 0) return;
    if (!/^\w$/.test(change.text) || vscode.window.activeTextEditor?.document !== document) return;
    const { start } = change.range;
    const line = document.lineAt(start).text.slice(0, start.character + 1);
    if (WORD_BEGUN.test(line)) void suggestAt(document, start.translate(0, 1), cards);
  });
}

async function suggestAt(document: vscode.TextDocument, position: vscode.Position, cards: ModelCards): Promise<void> {
  const wanted = vscode.workspace.getConfiguration('editor', document).get<boolean>('suggestOnTriggerCharacters', true);
  if (!wanted || (await placeIn(document, position, cards)) === null) return;
  if (vscode.window.activeTextEditor?.document !== document) return;
  await vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
}
