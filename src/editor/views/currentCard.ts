import * as vscode from 'vscode';
import { Scheme } from '../../contributions';
import type { ModelCards } from '../cards/modelCards';

/** Documents that speak of a card: whoever looks at one still works on that card. */
const ABOUT_CARDS = new Set<string>([Scheme.hubBase, Scheme.preview, Scheme.pullRequest, Scheme.results]);

/** The card that a person works on: that of the active editor, also while a panel beside it has the focus. */
export class CurrentCard implements vscode.Disposable {
  readonly #cards: ModelCards;
  readonly #changed = new vscode.EventEmitter<void>();
  /** Fires when another card, or none, is worked on. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #document: vscode.TextDocument | null = null;

  constructor(cards: ModelCards) {
    this.#cards = cards;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => void this.#look()),
      vscode.workspace.onDidSaveTextDocument(() => void this.#look()),
      vscode.workspace.onDidChangeConfiguration(() => void this.#look()),
      vscode.workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document) this.#set(null);
      }),
    );
    void this.#look();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** The card; null where something else is worked on. */
  get document(): vscode.TextDocument | null {
    return this.#document;
  }

  /** The model that the card is of; null where that cannot be told. */
  async model(): Promise<string | null> {
    if (this.#document === null) return null;
    return (await this.#cards.placeOf(this.#document)).repositoryId ?? null;
  }

  async #look(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || ABOUT_CARDS.has(document.uri.scheme)) return;
    const kind = await this.#cards.kindOf(document);
    if (document !== vscode.window.activeTextEditor?.document) return;
    this.#set(kind === 'other' ? null : document);
  }

  #set(document: vscode.TextDocument | null): void {
    if (document === this.#document) return;
    this.#document = document;
    this.#changed.fire();
  }
}
