import * as vscode from 'vscode';
import { InternalCommand, Scheme } from '../../contributions';
import type { CardStore } from '../analysis/cardStore';
import { type LineLink, resultsText } from './resultsText';

/** Shows what a card claims now as a read-only text whose line numbers are links; it follows the card's edits. */
export class ResultsView implements vscode.TextDocumentContentProvider, vscode.DocumentLinkProvider {
  readonly #store: CardStore;
  readonly #links = new Map<string, readonly LineLink[]>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(store: CardStore) {
    this.#store = store;
  }

  /** Opens the results of a card beside it. */
  async show({ uri }: vscode.TextDocument): Promise<void> {
    const results = await vscode.workspace.openTextDocument(resultsUri(uri));
    await vscode.window.showTextDocument(results, { viewColumn: vscode.ViewColumn.Beside, preview: true });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const card = await vscode.workspace.openTextDocument(cardUri(uri));
    const claims = await (await this.#store.openNewest(card))?.claims();
    // A newer version of the card is on its way; its change event asks again.
    if (!claims) return '';
    const { text, links } = resultsText(vscode.workspace.asRelativePath(card.uri), claims);
    this.#links.set(uri.toString(), links);
    return text;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    return (this.#links.get(uri.toString()) ?? []).map(({ line, start, end, target }) => {
      const range = new vscode.Range(line, start, line, end);
      // A link to the card itself would open it here, over the results, and not where it is shown already.
      const args = encodeURIComponent(JSON.stringify([cardUri(uri).toString(), target]));
      return new vscode.DocumentLink(range, vscode.Uri.parse(`command:${InternalCommand.revealLine}?${args}`));
    });
  }

  /** Tells that a card has changed. */
  update({ uri }: vscode.TextDocument): void {
    const results = resultsUri(uri);
    if (this.#links.has(results.toString())) this.#changed.fire(results);
  }

  /** Forgets a view that was closed. */
  forget({ uri }: vscode.TextDocument): void {
    this.#links.delete(uri.toString());
  }
}

function resultsUri(card: vscode.Uri): vscode.Uri {
  const folder = card.path.slice(0, card.path.lastIndexOf('/') + 1);
  return card.with({ scheme: Scheme.results, path: `${folder}Results.md`, query: card.toString() });
}

function cardUri(results: vscode.Uri): vscode.Uri {
  return vscode.Uri.parse(results.query, true);
}
