import * as vscode from 'vscode';
import { locateFrontMatter } from '../../card/frontMatter';
import { HUB_DIAGNOSTICS } from '../../contributions';
import type { HubSession } from '../account/hubSession';
import type { CardStore } from '../analysis/cardStore';
import { loadHub } from '../hubClient';
import { count } from '../../plural';
import { withProgress } from '../progress';
import { diagnosticOf, HUB_SOURCE } from './diagnostic';

/** Shows what the Hub itself says of cards, beside our own checks, until the front matter it speaks of changes. */
export class HubVerdicts implements vscode.Disposable {
  readonly #session: HubSession;
  readonly #store: CardStore;
  readonly #collection = vscode.languages.createDiagnosticCollection(HUB_DIAGNOSTICS);
  readonly #subscriptions: vscode.Disposable;

  constructor(session: HubSession, store: CardStore) {
    this.#session = session;
    this.#store = store;
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      vscode.workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (!this.#collection.has(document.uri)) return;
        const end = endOfFrontMatter(document);
        if (contentChanges.some(({ range }) => range.start.isBeforeOrEqual(end))) this.#collection.delete(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#collection.delete(uri)),
    );
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Has a card validated and tells how that ended. */
  async run(document: vscode.TextDocument): Promise<void> {
    const outcome = await this.validate(document);
    switch (outcome.kind) {
      case 'cancelled':
        return;
      case 'fine':
        void vscode.window.showInformationMessage(outcome.message);
        return;
      case 'found':
      case 'failed':
        void vscode.window.showWarningMessage(outcome.message);
    }
  }

  /** Sends a card to the Hub, which looks at it as at every commit and keeps nothing; gives back how that ended, for a person. */
  async validate(document: vscode.TextDocument): Promise<VerdictOutcome> {
    const opened = await this.#session.open();
    if (opened.kind === 'problem') return { kind: 'failed', message: opened.message };
    const { connection } = opened;
    const { host } = new URL(connection.hubUrl);
    const card = await this.#store.openNewest(document);
    const text = document.getText();
    const verdict = await withProgress(`Sending the card to ${host}`, (signal) =>
      loadHub().validateYaml(connection, text, signal),
    );
    if (!verdict.ok) {
      const { kind, message } = verdict.failure;
      return kind === 'cancelled' ? { kind } : { kind: 'failed', message };
    }
    const problems = (await card?.hubProblems(verdict.value)) ?? null;
    if (problems === null || document.version !== card?.version) {
      return { kind: 'failed', message: 'The card has changed meanwhile; validate it again.' };
    }
    const positionAt = (offset: number) => document.positionAt(offset);
    this.#collection.set(
      document.uri,
      problems.map((problem) => diagnosticOf(problem, HUB_SOURCE, positionAt)),
    );
    const { errors, warnings } = verdict.value;
    if (errors.length + warnings.length === 0) return { kind: 'fine', message: `${host} takes this card as it is.` };
    const found = `${count(errors.length, 'error')} and ${count(warnings.length, 'warning')}`;
    return { kind: 'found', message: `${host} names ${found}; they stand in the card and in the Problems view.` };
  }
}

/** How asking the Hub about a card ended. */
export type VerdictOutcome =
  { readonly kind: 'fine' | 'found' | 'failed'; readonly message: string } | { readonly kind: 'cancelled' };

/** Text that is no front matter yet may become some by any change. */
function endOfFrontMatter(document: vscode.TextDocument): vscode.Position {
  const frontMatter = locateFrontMatter(document.getText());
  if (frontMatter.kind === 'present') return document.positionAt(frontMatter.block.end);
  return document.lineAt(document.lineCount - 1).rangeIncludingLineBreak.end;
}
