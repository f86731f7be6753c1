import * as vscode from 'vscode';
import { Command } from '../../contributions';
import { shownProblems } from '../problems/diagnostic';
import { count } from '../../plural';
import type { CardContext } from './cardContext';
import type { Repositories } from './repositories';

/** Says in the language status that the active editor shows a model card, of which model, and how many problems it has. */
export class CardStatus implements vscode.Disposable {
  readonly #repositories: Repositories;
  readonly #item = vscode.languages.createLanguageStatusItem('modelCard.status', []);
  readonly #subscriptions: vscode.Disposable;
  #card: vscode.TextDocument | null = null;

  constructor(context: CardContext, repositories: Repositories) {
    this.#repositories = repositories;
    this.#item.name = 'Model Card';
    this.#item.command = { title: 'Show Results', command: Command.showResults };
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      context.onDidChange((card) => {
        this.#card = card;
        void this.#update();
      }),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => {
        if (uris.some((uri) => uri.toString() === this.#card?.uri.toString())) void this.#update();
      }),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #update(): Promise<void> {
    const card = this.#card;
    const repository = card && (await this.#repositories.of(card.uri));
    if (card !== this.#card) return;
    this.#item.selector = card ? { language: 'markdown' } : [];
    if (!card) return;
    const problems = shownProblems(card.uri);
    this.#item.text = repository ? `Model card of ${repository.id}` : 'Model card';
    this.#item.detail = problems.length === 0 ? 'no problems' : count(problems.length, 'problem');
  }
}
