import * as vscode from 'vscode';
import { Scheme } from '../../../contributions';
import type { HubResult } from '../../../hub/index';
import { loadCore } from '../../cardCore';
import { changeSummary } from '../../publish/changeSummary';
import type { KnownPullRequests, PullRequestSource } from './knownPullRequests';
import { CARD } from './pullRequestContents';
import { pullRequestText, type PullRequestText, pullRequestUri } from './pullRequestUri';
import { summaryText } from './summaryText';

/** Shows pull requests as read-only texts: the summary, and files as they were before and after. */
export class PullRequestDocuments implements vscode.TextDocumentContentProvider {
  readonly #source: PullRequestSource;
  #hasRendered = false;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  constructor(source: PullRequestSource) {
    this.#source = source;
  }

  /** Reads the texts that are open again. */
  async refresh(): Promise<void> {
    const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === Scheme.pullRequest);
    for (const { uri } of open) this.#changed.fire(uri);
    // The editor closes a document some minutes after only a preview shows it; the preview then reads it anew when told.
    const hasSummary = open.some(({ uri }) => pullRequestText(uri)?.text === 'summary');
    if (this.#hasRendered && !hasSummary) await vscode.commands.executeCommand('markdown.preview.refresh');
  }

  /** Shows the summary of a pull request, rendered. */
  async showSummary(model: string, number: number): Promise<void> {
    this.#hasRendered = true;
    await vscode.commands.executeCommand(
      'markdown.showPreview',
      pullRequestUri({ model, number, text: 'summary', path: CARD }),
    );
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const place = pullRequestText(uri);
    if (place === null) return '';
    const known = await this.#source.open();
    if ('problem' in known) throw new Error(known.problem);
    const text = await textOf(place, known);
    if (!text.ok) throw new Error(text.failure.message);
    return text.value;
  }
}

async function textOf(place: PullRequestText, known: KnownPullRequests): Promise<HubResult<string>> {
  if (place.text === 'summary') return summaryOf(place, known);
  const sides = await known.contents.sides(place.model, place.number, place.path);
  return sides.ok ? { ok: true, value: sides.value[place.text] } : sides;
}

/** The summary of a pull request, in Markdown. */
async function summaryOf(
  { model, number }: PullRequestText,
  { contents }: KnownPullRequests,
): Promise<HubResult<string>> {
  const content = await contents.content(model, number);
  if (!content.ok) return content;
  const results = await contents.results(model, number);
  if (!results.ok) return results;
  const touchesCard = content.value.files.some(({ path }) => path === CARD);
  const sides = touchesCard ? await contents.sides(model, number, CARD) : null;
  if (sides?.ok === false) return sides;
  const card = sides && changeSummary(sides.value.before, sides.value.after, loadCore());
  return { ok: true, value: summaryText({ model, content: content.value, results: results.value, card }) };
}
