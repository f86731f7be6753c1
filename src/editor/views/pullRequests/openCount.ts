import * as vscode from 'vscode';
import { Scheme } from '../../../contributions';
import type { CurrentCard } from '../currentCard';
import type { PullRequestSource } from './knownPullRequests';

/** The number on the view: how many pull requests are open on the model of the open card. */
export class OpenCount implements vscode.Disposable {
  readonly #view: Pick<vscode.TreeView<unknown>, 'badge' | 'visible' | 'onDidChangeVisibility'>;
  readonly #source: PullRequestSource;
  readonly #current: CurrentCard;
  readonly #subscriptions: vscode.Disposable;
  #wasShown = false;

  constructor(
    view: vscode.TreeView<unknown>,
    source: PullRequestSource,
    current: CurrentCard,
    onDidChange: vscode.Event<unknown>,
  ) {
    this.#view = view;
    this.#source = source;
    this.#current = current;
    this.#subscriptions = vscode.Disposable.from(
      onDidChange(() => void this.#update()),
      current.onDidChange(() => void this.#update()),
      view.onDidChangeVisibility(() => void this.#update()),
    );
    void this.#update();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const { document } = this.#current;
    const model = await this.#current.model();
    const count = model === null ? 0 : await this.#count(model, document);
    if (document !== this.#current.document) return;
    const tooltip = `${count} open pull ${count === 1 ? 'request' : 'requests'} on ${model ?? ''}`;
    this.#view.badge = count === 0 ? undefined : { value: count, tooltip };
  }

  /** A card on disk costs a request only once somebody has seen the view; one of the Hub has been read there anyway. */
  async #count(model: string, document: vscode.TextDocument | null): Promise<number> {
    this.#wasShown ||= this.#view.visible;
    if (!this.#wasShown && document?.uri.scheme !== Scheme.hub) return 0;
    const known = await this.#source.open();
    const list = 'problem' in known ? null : await known.lists.list(model, 'open');
    return list?.ok === true ? list.value.count : 0;
  }
}
