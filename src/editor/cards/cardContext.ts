import * as vscode from 'vscode';
import { ContextKey } from '../../contributions';
import type { ModelCards } from './modelCards';

const TYPING_PAUSE_MS = 300;

/** Keeps the context key that says whether the active editor shows a model card. */
export class CardContext implements vscode.Disposable {
  readonly #cards: ModelCards;
  readonly #changed = new vscode.EventEmitter<vscode.TextDocument | null>();
  /** Fires with the card that the active editor shows; null where it shows none. */
  readonly onDidChange = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;
  #timer: NodeJS.Timeout | undefined;

  constructor(cards: ModelCards) {
    this.#cards = cards;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(() => this.#schedule(0)),
      vscode.workspace.onDidChangeConfiguration(() => this.#schedule(0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (document === vscode.window.activeTextEditor?.document) this.#schedule(TYPING_PAUSE_MS);
      }),
    );
    this.#schedule(0);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#subscriptions.dispose();
  }

  #schedule(delay: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#update(), delay);
  }

  async #update(): Promise<void> {
    const editor = vscode.window.activeTextEditor;
    const kind = editor ? await this.#cards.kindOf(editor.document) : 'other';
    if (editor !== vscode.window.activeTextEditor) return;
    this.#changed.fire(editor && kind !== 'other' ? editor.document : null);
    await vscode.commands.executeCommand('setContext', ContextKey.isModelCard, kind !== 'other');
  }
}
