import * as vscode from 'vscode';
import { Command, ContextKey, Scheme } from '../../contributions';
import type { HubCards } from '../hubFiles/hubCards';

/** Marks drafts: an entry in the status bar, a letter beside the name, and the key that menus look at. */
export class DraftMarks implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #cards: HubCards;
  readonly #item = vscode.window.createStatusBarItem('modelCard.draft', vscode.StatusBarAlignment.Left);
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChangeFileDecorations = this.#changed.event;
  readonly #subscriptions: vscode.Disposable;

  constructor(cards: HubCards) {
    this.#cards = cards;
    this.#item.name = 'Draft of a Model Card';
    this.#item.text = '$(cloud-upload) Not on the Hub yet';
    this.#item.tooltip = 'This card has changes that are saved here only; click to publish them.';
    this.#item.command = Command.publish;
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      this.#changed,
      cards.onDidChange((uri) => {
        this.#changed.fire(uri);
        void this.#update();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => void this.#update()),
    );
    void this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async provideFileDecoration(uri: vscode.Uri): Promise<vscode.FileDecoration | undefined> {
    if (uri.scheme !== Scheme.hub || !(await this.#isDraft(uri))) return undefined;
    const color = new vscode.ThemeColor('gitDecoration.modifiedResourceForeground');
    return new vscode.FileDecoration('D', 'Draft: not on the Hub yet', color);
  }

  async #update(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const isDraft = uri?.scheme === Scheme.hub && (await this.#isDraft(uri));
    if (uri?.toString() !== vscode.window.activeTextEditor?.document.uri.toString()) return;
    if (isDraft) this.#item.show();
    else this.#item.hide();
    await vscode.commands.executeCommand('setContext', ContextKey.isHubDraft, isDraft);
  }

  async #isDraft(uri: vscode.Uri): Promise<boolean> {
    const draft = (await this.#cards.record(uri))?.draft ?? null;
    return draft !== null;
  }
}
