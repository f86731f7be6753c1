import * as vscode from 'vscode';
import type { CardReview, FailedCard, FoundCard, Journal, Knowledge, SourceName } from '../../batch/index';
import type { HubConnection } from '../../hub/index';
import { count } from '../../plural';
import type { Asker } from '../asker';
import type { withProgress } from '../progress';
import { loadBatch } from './batchClient';
import { type BatchTask, runBatch } from './batchTask';
import type { KnownBatch, KnownBatches } from './knownBatches';
import type { ReviewedCard } from './nodes';

/** What reviewing works with. */
export interface ReviewParts {
  readonly known: KnownBatches;
  readonly asker: Asker;
  readonly knowledge: () => Knowledge;
  readonly progress: typeof withProgress;
}

/** Reviews the cards of a source; one that was stopped or cut off goes on where it was. Undefined where nothing was reviewed. */
export async function reviewSource(
  batch: KnownBatch,
  source: SourceName,
  connection: HubConnection,
  parts: ReviewParts,
): Promise<readonly ReviewedCard[] | undefined> {
  const title = `Reviewing the cards of ${batch.label}`;
  return runBatch(title, parts, batch, connection, async (task) => {
    if (!(await beginOrGoOn(batch, task.journal, parts.asker))) return undefined;
    const opened = await loadBatch().openSource(source, task.connection, { signal: task.run.signal });
    if (opened.kind !== 'source') {
      const message = opened.kind === 'hub' ? opened.failure.message : opened.message;
      if (!task.run.signal.aborted) void vscode.window.showErrorMessage(message);
      return undefined;
    }
    const cards = await review(opened.cards, task, parts);
    if (task.run.signal.aborted) {
      const reviewed = count(cards.length, 'card');
      void vscode.window.showWarningMessage(`Stopped after ${reviewed}; review ${batch.label} again to go on there.`);
    } else task.journal.add({ kind: 'review-ended' });
    if (cards.length === 0) void vscode.window.showInformationMessage(`There is no card in ${batch.label}.`);
    return cards.length === 0 ? undefined : cards;
  });
}

async function review(
  found: Iterable<FoundCard>,
  { connection, journal, run, tell }: BatchTask,
  { knowledge }: ReviewParts,
): Promise<readonly ReviewedCard[]> {
  const { cardName, modelOf, reviewAll } = loadBatch();
  const byName = new Map<string, FoundCard>();
  const noted = function* (): Iterable<FoundCard> {
    for (const card of found) {
      byName.set(cardName(card), card);
      yield card;
    }
  };
  const cards: ReviewedCard[] = [];
  const done = (outcome: CardReview | FailedCard): void => {
    const card = byName.get(outcome.card) ?? outcome;
    if (card.kind === 'reviewed') return;
    // What may have been sent is looked for when it is proposed again.
    cards.push({ card, outcome, isTicked: journal.pendingIntent(modelOf(card) ?? '') !== undefined });
    tell(count(cards.length, 'card'));
  };
  await reviewAll(noted(), { connection, knowledge: knowledge(), journal }, run, done);
  if (journal.pending > 0) {
    const sent = count(journal.pending, 'pull request');
    void vscode.window.showWarningMessage(`It is not known whether ${sent} arrived; propose the ticked to find out.`);
  }
  return cards;
}

/** Begins anew unless the last review was cut off and the person wants to go on with it; false where they left. */
async function beginOrGoOn({ label }: KnownBatch, journal: Journal, asker: Asker): Promise<boolean> {
  const records = loadBatch().sinceReview(journal.records);
  const reviewed = records.filter(({ kind }) => kind === 'reviewed').length;
  const isCutOff = reviewed > 0 && !records.some(({ kind }) => kind === 'review-ended');
  if (isCutOff) {
    const ways = [
      { label: 'Go On', value: 'on' },
      { label: 'Begin Anew', value: 'anew' },
    ];
    const question = `Go on with the review of ${label}?`;
    const answer = await asker.choose(question, `It was stopped after ${count(reviewed, 'card')}.`, ways);
    if (answer !== 'anew') return answer === 'on';
  }
  journal.add({ kind: 'review-begun' });
  return true;
}
