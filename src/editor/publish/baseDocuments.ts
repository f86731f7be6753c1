import * as vscode from 'vscode';
import { Scheme } from '../../contributions';
import { textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';

/** Shows what a card's draft is based on, for the editor to mark what has changed since. */
export class BaseDocuments implements vscode.TextDocumentContentProvider, vscode.QuickDiffProvider {
  readonly #cards: HubCards;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(cards: HubCards) {
    this.#cards = cards;
    cards.onDidChange((uri) => this.#changed.fire(baseUri(uri)));
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const record = await this.#cards.record(vscode.Uri.parse(uri.query, true));
    return textOf(record?.base?.content);
  }

  provideOriginalResource(uri: vscode.Uri): vscode.Uri | undefined {
    return uri.scheme === Scheme.hub ? baseUri(uri) : undefined;
  }
}

/** The read-only document that holds the base of a card. */
export function baseUri(card: vscode.Uri): vscode.Uri {
  return card.with({ scheme: Scheme.hubBase, query: card.toString() });
}
