import { wait } from '../http/timers';
import type { HubConnection } from '../hub';
import { cardName, type FoundCard, modelOf } from './card';
import { type BatchRun, type BatchWork, each } from './each';
import { type Fate, fateOf, openedIn } from './fates';
import { type Journal, sinceReview } from './journal';
import type { FailedCard, Outcome } from './outcome';
import { type ProposalOptions, type ProposalParts, Proposer } from './proposer';
import { type CardReview, reviewCard } from './review';
import { type Withdrawal, withdraw } from './withdraw';

/** Tells what can be done with each card. What the journal tells already is not looked at again. */
export async function reviewAll(
  cards: Iterable<FoundCard>,
  { connection, knowledge, journal }: Pick<ProposalParts, 'connection' | 'knowledge' | 'journal'>,
  run: BatchRun,
  done: (outcome: CardReview | FailedCard) => void,
): Promise<void> {
  const known = new Map(
    sinceReview(journal?.records ?? []).flatMap((record) =>
      record.kind === 'reviewed' ? [[record.card, record] as const] : [],
    ),
  );
  await each(cards, run, {
    name: cardName,
    task: async (card) => {
      if (card.kind === 'failed') return { ok: true, value: card };
      const before = known.get(cardName(card));
      if (before) return { ok: true, value: before };
      const reviewed = await reviewCard(card, knowledge, connection, run.signal);
      if (reviewed.ok && reviewed.value.kind === 'reviewed') journal?.add(reviewed.value);
      return reviewed;
    },
    done,
  });
}

/** As long as one try of a request may take: what a process sent before it ended has arrived by then, or never will. */
const SETTLING_MS = 20_000;

/**
 * Proposes what is certain for each card. What the journal tells to be settled is left alone, and what it does not know to
 * have arrived comes last, when the Hub has had the time to finish with it.
 */
export async function proposeAll(
  cards: Iterable<FoundCard>,
  parts: ProposalParts,
  options: ProposalOptions,
  run: BatchRun,
  done: (outcome: Outcome) => void,
): Promise<void> {
  const { journal, write } = parts;
  const settled = journal === null ? new Map<string, Outcome>() : settledIn(journal, options);
  const proposer = new Proposer(parts, options);
  const work: BatchWork<FoundCard, Outcome> = {
    name: cardName,
    task: async (card) => {
      if (card.kind === 'failed') return { ok: true, value: card };
      const before = settled.get((modelOf(card) ?? '').toLowerCase()) ?? settled.get(cardName(card));
      if (before) return { ok: true, value: before };
      const proposed = await proposer.propose(card, run.signal);
      if (write && proposed.ok && proposed.value.kind === 'passed') journal?.add(proposed.value);
      return proposed;
    },
    done,
  };
  const pending: FoundCard[] = [];
  const sentUntil = Date.parse(journal?.records.findLast(({ kind }) => kind === 'intent')?.at ?? '1970');
  await each(notPending(cards, journal, pending), run, work);
  if (pending.length === 0) return;
  await wait(run.timers, sentUntil + SETTLING_MS - run.timers.now(), run.signal);
  await each(pending, run, work);
}

/** Looks what became of each pull request of a batch. */
export async function fatesOf(
  journal: Journal,
  connection: HubConnection,
  run: BatchRun,
  done: (outcome: Fate | FailedCard) => void,
): Promise<void> {
  await each(openedIn(journal.records), run, {
    name: ({ model }) => model,
    task: (opened) => fateOf(opened, connection, run.signal),
    done,
  });
}

/** Closes the pull requests of a batch that are open, each with a comment; without `write` it only tells which. */
export async function withdrawAll(
  journal: Journal,
  connection: HubConnection,
  { comment, write }: { readonly comment: string; readonly write: boolean },
  run: BatchRun,
  done: (outcome: Withdrawal | FailedCard) => void,
): Promise<void> {
  await each(openedIn(journal.records), run, {
    name: ({ model }) => model,
    task: (opened) => withdraw(opened, comment, connection, write ? journal : null, run.signal),
    done,
  });
}

/** What is settled for a model or a card unless a person now wants what held it back. */
function settledIn({ records }: Journal, { again, evenIfOpen }: ProposalOptions): ReadonlyMap<string, Outcome> {
  const settled = new Map<string, Outcome>();
  for (const record of sinceReview(records)) {
    if (record.kind === 'opened' && !again) settled.set(record.model.toLowerCase(), record);
    if (record.kind !== 'passed' || record.reason === 'skipped') continue;
    const wanted =
      (record.reason === 'open-pull-request' && evenIfOpen) || (record.reason === 'closed-before' && again);
    if (!wanted) settled.set(record.card, record);
  }
  return settled;
}

/** The cards of which nothing is pending, one for each model; those of which something is go into a list. */
function* notPending(cards: Iterable<FoundCard>, journal: Journal | null, pending: FoundCard[]): Iterable<FoundCard> {
  const seen = new Set<string>();
  for (const card of cards) {
    const key = (modelOf(card) ?? cardName(card)).toLowerCase();
    if (seen.has(key)) continue;
    seen.add(key);
    if (journal?.pendingIntent(modelOf(card) ?? '') === undefined) yield card;
    else pending.push(card);
  }
}
