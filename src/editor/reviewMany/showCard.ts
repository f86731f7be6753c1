import * as vscode from 'vscode';
import { InternalCommand } from '../../contributions';
import type { FoundCard, Knowledge } from '../../batch/index';
import type { Previews } from '../extract/preview';
import { hubUri } from '../hubFiles/hubUri';
import { loadBatch } from './batchClient';
import type { ReviewedCard } from './nodes';

/** Opens a card's text, on the Hub or here; null where it cannot be opened, which is told. */
export async function showCard({ card }: ReviewedCard): Promise<vscode.TextDocument | null> {
  const document = await documentOf(card);
  if (document) await vscode.window.showTextDocument(document);
  return document;
}

/** Opens the first table whose scores are not claimed yet, else the first one, in the panel. */
export async function showTable(reviewed: ReviewedCard): Promise<void> {
  if (reviewed.outcome.kind === 'failed') return;
  const { tables } = reviewed.outcome;
  const table = tables.find(({ scores, present }) => scores > present) ?? tables[0];
  const document = await showCard(reviewed);
  if (document && table) {
    await vscode.commands.executeCommand(InternalCommand.openPanel, document.uri.toString(), table.line);
  }
}

/** Shows as a diff what would change in a card. */
export async function showChange(
  { card }: ReviewedCard,
  knowledge: Knowledge,
  previews: Pick<Previews, 'show'>,
): Promise<void> {
  const document = await documentOf(card);
  if (!document || card.kind === 'failed') return;
  const { changeOf, checkText } = loadBatch();
  const text = document.getText();
  const change = changeOf(card, checkText(card, text, knowledge), knowledge);
  if (change.kind === 'change') {
    await previews.show(document, [{ start: 0, end: text.length, text: change.text }], 'what would be proposed');
    return;
  }
  void vscode.window.showInformationMessage(change.message ?? 'Nothing would change any more; review the cards again.');
}

async function documentOf(card: FoundCard): Promise<vscode.TextDocument | null> {
  if (card.kind === 'failed') {
    void vscode.window.showErrorMessage(`${card.card}: ${card.message}`);
    return null;
  }
  const { CARD_PATH } = loadBatch();
  const uri =
    card.kind === 'file'
      ? vscode.Uri.file(card.file)
      : hubUri({ model: card.model, revision: 'main', path: CARD_PATH });
  try {
    await vscode.workspace.fs.stat(uri);
    return await vscode.workspace.openTextDocument(uri);
  } catch (error) {
    void vscode.window.showErrorMessage(error instanceof Error ? error.message : String(error));
    return null;
  }
}
