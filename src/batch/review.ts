import { LineIndex } from '../card/text';
import { chooseOwnModel, tableStanding } from '../core';
import { type HubConnection, type HubResult, openPullRequests } from '../hub';
import type { Problem, Severity } from '../metadata/problem';
import type { CardName } from '../results/types';
import type { TableReading } from '../tables/reading';
import { type BatchCard, cardName } from './card';
import { type CheckedCard, checkText, type Knowledge } from './checkedCard';
import type { FailedCard } from './outcome';
import { readCard } from './readCard';

/** A table with scores, and how they stand against model-index. */
export interface ReviewedTable {
  /** 1-based, as `inspect` prints it. */
  readonly number: number;
  readonly line: number;
  readonly models: number;
  readonly benchmarks: number;
  /** The model that is surely the card's own; null where a person has to choose one. */
  readonly own: string | null;
  /** Of that model, else as `tableStanding` counts them. */
  readonly scores: number;
  readonly present: number;
  readonly different: number;
}

/** Something that is wrong in a card. */
export interface ReviewedProblem {
  readonly code: string;
  readonly severity: Severity;
  readonly line: number;
  readonly message: string;
  /** The titles of its fixes, and whether the first may be applied without a look at it. */
  readonly fixes: readonly string[];
  readonly safe: boolean;
}

/** An open pull request of a card's model. */
export interface OpenPullRequest {
  readonly number: number;
  readonly title: string;
  readonly url: string;
}

/** All facts about a card that tell what can be done with it. Plain data, small however long the card is. */
export interface CardReview {
  readonly kind: 'reviewed';
  readonly card: string;
  readonly tables: readonly ReviewedTable[];
  /** How many values its model-index claims. */
  readonly claims: number;
  /** Values that are others than those of the card's own tables. */
  readonly differing: readonly ReviewedProblem[];
  readonly problems: readonly ReviewedProblem[];
  /** Of a card that lies here they are not known. */
  readonly pullRequests: readonly OpenPullRequest[];
}

/** How much of a card can be changed without a decision of a person's, as far as its review tells. */
export interface ReadyChange {
  readonly results: number;
  readonly fixes: number;
}

/** What can be done with a card, in the order in which it is offered. */
export type Opportunity = 'tables' | 'differing' | 'problems' | 'pull-requests' | 'nothing';

const DIFFERS = 'model-index.differs-from-table';

/** Reads a card and tells what can be done with it. */
export async function reviewCard(
  card: BatchCard,
  knowledge: Knowledge,
  connection: HubConnection,
  signal: AbortSignal,
): Promise<HubResult<CardReview | FailedCard>> {
  const read = await readCard(card, connection, signal);
  if (!read.ok) return read;
  if (read.value.kind === 'failed') return { ok: true, value: read.value };
  const open = card.kind === 'hub' ? await openPullRequests(connection, card.model, signal) : null;
  if (open?.ok === false) return open;
  const pullRequests = (open?.value ?? []).map(({ number, title, url }) => ({ number, title, url }));
  return { ok: true, value: { ...detached(reviewText(card, read.value.text, knowledge)), pullRequests } };
}

/** What can be done with a card; one thing or several, or `nothing` alone. */
export function opportunitiesOf(review: CardReview): readonly Opportunity[] {
  const { tables, claims, differing, problems, pullRequests } = review;
  const found: readonly (readonly [Opportunity, boolean])[] = [
    ['tables', (tables.length > 0 && claims === 0) || tables.some((table) => missing(table) > 0)],
    ['differing', differing.length > 0],
    ['problems', problems.some(({ fixes }) => fixes.length > 0)],
    ['pull-requests', pullRequests.length > 0],
  ];
  const those = found.filter(([, holds]) => holds).map(([opportunity]) => opportunity);
  return those.length > 0 ? those : ['nothing'];
}

/**
 * What a proposal would change; null where nothing. The change itself takes several times as long as the review, so it
 * is worked out when it is looked at or proposed, and only then it shows what a person has to decide before.
 */
export function readyChange({ tables, problems }: CardReview): ReadyChange | null {
  const results = tables.reduce((sum, table) => sum + missing(table), 0);
  const fixes = problems.filter(({ safe }) => safe).length;
  return results + fixes > 0 ? { results, fixes } : null;
}

/** How many scores that are surely the card's own are not in its model-index. */
function missing({ own, scores, present, different }: ReviewedTable): number {
  return own === null ? 0 : scores - present - different;
}

/** What can be done with a text of a card; what is open on the Hub is not looked at. */
export function reviewText(card: BatchCard, text: string, knowledge: Knowledge): CardReview {
  const checked = checkText(card, text, knowledge);
  const { analysis } = checked.parsed;
  const problems = problemsOf(checked);
  const tables = analysis.tables.filter(({ reading }) => reading.evaluation);
  return {
    kind: 'reviewed',
    card: cardName(card),
    tables: tables.map((table) => ({
      number: table.number,
      line: table.grid.line,
      models: table.reading.models.length,
      benchmarks: table.reading.benchmarks,
      own: ownName(table.reading, checked.names),
      ...tableStanding(analysis, table, checked.names, knowledge.benchmarks),
    })),
    claims: analysis.metadata.entries.reduce((sum, { metrics }) => sum + metrics.length, 0),
    differing: problems.filter(({ code }) => code === DIFFERS),
    problems: problems.filter(({ code }) => code !== DIFFERS),
    pullRequests: [],
  };
}

function ownName(reading: TableReading, names: readonly CardName[]): string | null {
  const { preselected } = chooseOwnModel(reading, names);
  return preselected === null ? null : (reading.models[preselected]?.name ?? null);
}

function problemsOf({ text, checked }: CheckedCard): readonly ReviewedProblem[] {
  const lines = new LineIndex(text);
  const reviewed = (
    { code, severity, range, message }: Problem,
    fixes: readonly { title: string; safe: boolean }[],
  ) => ({
    code,
    severity,
    line: lines.lineAt(range.start),
    message,
    fixes: fixes.map(({ title }) => title),
    safe: fixes[0]?.safe === true,
  });
  return checked.mendable().map(({ problem, fixes }) => reviewed(problem, fixes));
}

/** Pieces of a text keep the whole text in memory, so that thousands of reviews would hold thousands of cards. */
function detached(review: CardReview): CardReview {
  return JSON.parse(JSON.stringify(review)) as CardReview;
}
