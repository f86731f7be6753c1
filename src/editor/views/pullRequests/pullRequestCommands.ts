import * as vscode from 'vscode';
import { Command, InternalCommand } from '../../../contributions';
import type { DiscussionReference, HubConnection, HubFailure, HubResult } from '../../../hub/index';
import type { Asker } from '../../asker';
import { loadHub } from '../../hubClient';
import type { HubCards } from '../../hubFiles/hubCards';
import { hubUri } from '../../hubFiles/hubUri';
import { withProgress } from '../../progress';
import type { KnownPullRequests, PullRequestSource } from './knownPullRequests';
import { changeCounts, type PullRequestNode } from './nodes';
import { CARD } from './pullRequestContents';
import type { PullRequestDocuments } from './pullRequestDocuments';
import type { PullRequestTree } from './pullRequestTree';
import { pullRequestUri } from './pullRequestUri';

/** What the commands work with. */
export interface PullRequestParts {
  readonly source: PullRequestSource;
  readonly tree: Pick<PullRequestTree, 'refresh'>;
  readonly documents: Pick<PullRequestDocuments, 'refresh' | 'showSummary'>;
  readonly cards: HubCards;
  readonly asker: Asker;
  /** Shows a page in the browser. */
  readonly showPage: (url: string) => void;
}

/** A row of a pull request, which menus hand over. */
type Row = Extract<PullRequestNode, { readonly kind: 'pull-request' }>;

/** The actions of a pull request's row. */
export class PullRequestCommands {
  readonly #parts: PullRequestParts;

  constructor(parts: PullRequestParts) {
    this.#parts = parts;
  }

  /** What each command does. */
  readonly handlers = {
    [Command.showPullRequest]: (row: Row) => this.show(row),
    [Command.diffPullRequest]: (row: Row) => this.diff(row),
    [Command.browsePullRequest]: ({ pullRequest }: Row) => this.#parts.showPage(pullRequest.url),
    [Command.checkOutPullRequest]: (row: Row) => this.checkOut(row),
    [Command.commentPullRequest]: (row: Row) => this.comment(row),
    [Command.closePullRequest]: (row: Row) => this.#setStatus(row, 'closed', 'Closed'),
    [Command.reopenPullRequest]: (row: Row) => this.#setStatus(row, 'open', 'Reopened'),
    [Command.readyPullRequest]: (row: Row) => this.#setStatus(row, 'open', 'Marked as ready:'),
    [Command.mergePullRequest]: (row: Row) => this.merge(row),
    [Command.copyPullRequestLink]: ({ pullRequest }: Row) => vscode.env.clipboard.writeText(pullRequest.url),
    [InternalCommand.diffFile]: (model: string, number: number, path: string, line?: number) =>
      this.diffFile(model, number, path, line),
  };

  /** Shows the summary, rendered. */
  async show({ model, pullRequest: { number } }: Row): Promise<void> {
    const known = await this.#open();
    // Whatever goes wrong is better told in a message than in an editor.
    const results = known && (await this.#ask(`Reading #${number}`, () => known.contents.results(model, number)));
    if (results) await this.#parts.documents.showSummary(model, number);
  }

  /** Compares the card before and after, or the first file where the card stays as it is. */
  async diff({ model, pullRequest: { number } }: Row): Promise<void> {
    const known = await this.#open();
    const content = known && (await this.#ask(`Reading #${number}`, () => known.contents.content(model, number)));
    if (!content) return;
    const file = content.files.find(({ path }) => path === CARD) ?? content.files[0];
    if (file) await this.diffFile(model, number, file.path);
    else void vscode.window.showInformationMessage(`#${number} changes no files yet.`);
  }

  /** Compares a file before and after. The card of an open one can be edited there, as after a check-out. */
  async diffFile(model: string, number: number, path: string, line?: number): Promise<void> {
    const known = await this.#open();
    const read = known && (await this.#ask(`Reading #${number}`, () => bothOf(known, model, number, path)));
    if (!read) return;
    const { detail, files } = read;
    const isEditable =
      path === CARD &&
      (detail.status === 'open' || detail.status === 'draft') &&
      files.every((file) => file.path !== path || file.kind !== 'removed');
    const after = isEditable
      ? hubUri({ model, revision: `refs/pr/${number}`, path })
      : pullRequestUri({ model, number, text: 'after', path });
    const before = pullRequestUri({ model, number, text: 'before', path });
    const place = line === undefined ? undefined : new vscode.Position(line - 1, 0);
    await vscode.commands.executeCommand('vscode.diff', before, after, `${path} (before ↔ #${number} of ${model})`, {
      ...(place && { selection: new vscode.Range(place, place) }),
    });
  }

  /** Opens the card as the pull request has it, to be edited and added to. */
  async checkOut({ model, pullRequest: { number } }: Row): Promise<void> {
    await vscode.window.showTextDocument(hubUri({ model, revision: `refs/pr/${number}`, path: CARD }), {
      preview: false,
    });
  }

  /** Asks for a comment and adds it. */
  async comment(row: Row): Promise<void> {
    const { number, title } = row.pullRequest;
    const text = await this.#parts.asker.type({
      title: `Comment on #${number}`,
      prompt: `What do you say to "${title}"? Markdown is understood.`,
      check: (typed) => (typed === '' ? 'Write something, or leave with Escape.' : null),
    });
    if (text === undefined) return;
    await this.#change(row, 'Commented on', (connection, reference, signal) =>
      loadHub().comment(connection, reference, text.trim(), signal),
    );
  }

  /** Merges after asking, where the account may and nothing is in the way. */
  async merge(row: Row): Promise<void> {
    const { model, pullRequest } = row;
    const { number, title } = pullRequest;
    const known = await this.#open();
    if (!known) return;
    known.contents.forget(model, number);
    const state = await this.#ask(`Looking at #${number}`, (signal) => mergeState(known, model, number, signal));
    if (!state) return;
    if (!state.mayWrite) {
      const page = state.detail.url;
      const message = `Your account may not merge into ${model}; ask its owner to, by a comment at ${page}.`;
      return void vscode.window.showWarningMessage(message);
    }
    const { conflicts, base = 'main', author, status } = state.detail;
    if (status !== 'open') {
      await this.#parts.tree.refresh(model);
      return void vscode.window.showWarningMessage(
        `#${number} is ${status} by now, so it was not merged; look at it again.`,
      );
    }
    if (conflicts.length > 0) {
      const message = `#${number} has conflicts with ${base}; check it out, bring it up to date and publish it, then merge.`;
      if (await this.#parts.asker.offer(message, 'Check Out')) await this.checkOut(row);
      return;
    }
    const counts = changeCounts(state.results);
    const detail = [
      `"${title}" by ${author ?? 'a deleted account'}`,
      `Results: ${counts === '' ? 'none is new, changed or gone' : counts}.`,
      `Everybody sees the change on ${base} at once.`,
    ].join('\n');
    if (!(await this.#parts.asker.confirm(`Merge #${number} into ${base} of ${model}?`, detail, 'Merge'))) return;
    const merged = await this.#change(row, 'Merged', (connection, reference, signal) =>
      loadHub().merge(connection, reference, signal),
    );
    if (merged) this.#parts.cards.lookAgain(hubUri({ model, revision: base, path: CARD }));
  }

  async #setStatus(row: Row, status: 'open' | 'closed', done: string): Promise<void> {
    await this.#change(row, done, (connection, reference, signal) =>
      loadHub().setStatus(connection, reference, status, signal),
    );
  }

  /** Makes a change on the Hub and shows what came of it; false where it was not made. */
  async #change(
    { model, pullRequest: { number } }: Row,
    done: string,
    change: (
      connection: HubConnection,
      reference: DiscussionReference,
      signal: AbortSignal,
    ) => Promise<HubResult<void>>,
  ): Promise<boolean> {
    const known = await this.#open();
    if (!known) return false;
    const reference = { model, number };
    const made = await withProgress(`Asking the Hub about #${number}`, (signal) =>
      change(known.connection, reference, signal),
    );
    // It may have arrived all the same, so what is shown is read again in any case.
    await this.#parts.tree.refresh(model, number);
    await this.#parts.documents.refresh();
    if (made.ok) void vscode.window.showInformationMessage(`${done} #${number} of ${model}.`);
    else tell(made.failure);
    return made.ok;
  }

  async #open(): Promise<KnownPullRequests | null> {
    const known = await this.#parts.source.open();
    if (!('problem' in known)) return known;
    void vscode.window.showErrorMessage(known.problem);
    return null;
  }

  /** Asks the Hub with a sign that it takes a while; null where it failed, which is told. */
  async #ask<T>(title: string, ask: (signal: AbortSignal) => Promise<HubResult<T>>): Promise<T | null> {
    const result = await withProgress(title, ask);
    if (result.ok) return result.value;
    tell(result.failure);
    return null;
  }
}

async function bothOf({ contents }: KnownPullRequests, model: string, number: number, path: string) {
  const sides = await contents.sides(model, number, path);
  return sides.ok ? contents.content(model, number) : sides;
}

/** What has to be known before a merge, as it is now. */
async function mergeState(
  { connection, contents }: KnownPullRequests,
  model: string,
  number: number,
  signal: AbortSignal,
) {
  const [write, content, results] = await Promise.all([
    loadHub().mayAccess(connection, model, 'write', signal),
    contents.content(model, number),
    contents.results(model, number),
  ]);
  if (!write.ok) return write;
  if (!content.ok) return content;
  if (!results.ok) return results;
  return { ok: true as const, value: { mayWrite: write.value, detail: content.value.detail, results: results.value } };
}

function tell({ kind, message }: HubFailure): void {
  if (kind !== 'cancelled') void vscode.window.showErrorMessage(message);
}
