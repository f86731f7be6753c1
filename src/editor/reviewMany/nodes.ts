import type { CardReview, FailedCard, FoundCard, Opportunity, Outcome, ReadyChange } from '../../batch/index';
import { count } from '../../plural';
import type { Row, RowIcon } from '../views/row';
import type { Batch } from './batchClient';

/** A card of the review, and what has become of it since. */
export interface ReviewedCard {
  readonly card: FoundCard;
  readonly outcome: CardReview | FailedCard;
  readonly isTicked: boolean;
  /** What proposing made of it. */
  readonly proposed?: Outcome;
}

/** A row of the view "Many Cards". */
export type ManyNode =
  | { readonly kind: 'group'; readonly id: string; readonly row: Row; readonly children: readonly ManyNode[] }
  | {
      readonly kind: 'card';
      readonly id: string;
      readonly row: Row;
      readonly reviewed: ReviewedCard;
      /** Undefined where it cannot be ticked. */
      readonly isTicked: boolean | undefined;
    };

/** What the rows take of the batch's bundle. */
type BatchFacts = Pick<Batch, 'cardName' | 'factsOf' | 'modelOf' | 'opportunitiesOf' | 'OPPORTUNITIES' | 'readyChange'>;

const ICONS: Readonly<Record<Opportunity, RowIcon>> = {
  tables: { id: 'table' },
  differing: { id: 'warning', color: 'list.warningForeground' },
  problems: { id: 'lightbulb' },
  'pull-requests': { id: 'git-pull-request' },
  nothing: { id: 'pass', color: 'testing.iconPassed' },
};

/** Whether a pull request can be made of a card's change without a decision of a person's. */
export function isReady({ card, outcome, proposed }: ReviewedCard, { modelOf, readyChange }: BatchFacts): boolean {
  const isOpened = proposed?.kind === 'opened';
  return outcome.kind === 'reviewed' && readyChange(outcome) !== null && modelOf(card) !== undefined && !isOpened;
}

/** The cards by what can be done with them first; those that could not be read stand last. */
export function manyNodes(cards: readonly ReviewedCard[], batch: BatchFacts): readonly ManyNode[] {
  const first = ({ outcome }: ReviewedCard): Opportunity | null =>
    outcome.kind === 'failed' ? null : (batch.opportunitiesOf(outcome)[0] ?? 'nothing');
  const groups = Object.entries(batch.OPPORTUNITIES).map(([opportunity, heading]) =>
    group(
      opportunity,
      heading,
      cards.filter((card) => first(card) === opportunity),
      batch,
    ),
  );
  const unread = cards.filter((card) => first(card) === null);
  return [...groups, group('failed', 'Could not be read', unread, batch)].filter(
    (node) => node.kind === 'group' && node.children.length > 0,
  );
}

function group(id: string, label: string, cards: readonly ReviewedCard[], batch: BatchFacts): ManyNode {
  const row: Row = {
    label,
    description: String(cards.length),
    tooltip: `${label}: ${count(cards.length, 'card')}`,
    facts: [],
    folding: id === 'nothing' ? 'folded' : 'unfolded',
  };
  return { kind: 'group', id, row, children: cards.map((card) => cardNode(card, batch)) };
}

function cardNode(reviewed: ReviewedCard, batch: BatchFacts): ManyNode {
  const { card, outcome, proposed, isTicked } = reviewed;
  const name = batch.cardName(card);
  const about =
    outcome.kind === 'failed'
      ? { description: outcome.message, tooltip: outcome.message, icon: { id: 'error', color: 'list.errorForeground' } }
      : aboutReview(outcome, batch);
  const told = proposed === undefined ? [] : [proposalText(proposed)];
  const row: Row = {
    label: name,
    description: [...told, about.description].join(' · '),
    tooltip: [name, ...told, about.tooltip].join('\n'),
    icon: proposed?.kind === 'opened' ? { id: 'git-pull-request-create' } : about.icon,
    facts: outcome.kind === 'failed' ? [] : factWords(outcome, batch),
    folding: 'none',
  };
  return { kind: 'card', id: `card ${name}`, row, reviewed, isTicked: isReady(reviewed, batch) ? isTicked : undefined };
}

function aboutReview(review: CardReview, { opportunitiesOf, factsOf, readyChange, OPPORTUNITIES }: BatchFacts) {
  const opportunities = opportunitiesOf(review);
  const facts = opportunities.map((one) => `${OPPORTUNITIES[one]}: ${factsOf(review, one)}`.replace(/: $/, ''));
  const [first = 'nothing'] = opportunities;
  return { description: shortly(review, readyChange(review)), tooltip: facts.join('\n'), icon: ICONS[first] };
}

/** `2 results and 1 fix ready, 1 value differs, pull request #3 is open`. */
function shortly({ differing, pullRequests, tables }: CardReview, change: ReadyChange | null): string {
  const ready = change && [
    ...(change.results > 0 ? [count(change.results, 'result')] : []),
    ...(change.fixes > 0 ? [`${change.fixes} ${change.fixes === 1 ? 'fix' : 'fixes'}`] : []),
  ];
  const open = pullRequests.map(({ number }) => `#${number}`).join(', ');
  return [
    ...(ready ? [`${ready.join(' and ')} ready`] : tables.length > 0 ? [count(tables.length, 'table')] : []),
    ...(differing.length > 0 ? [`${count(differing.length, 'value')} to decide`] : []),
    ...(open === '' ? [] : [`open: ${open}`]),
  ].join(', ');
}

function proposalText(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'opened':
      return `pull request #${outcome.number}`;
    case 'would-open':
      return outcome.title;
    case 'passed':
    case 'failed':
      return outcome.message;
  }
}

function factWords(review: CardReview, { readyChange }: BatchFacts): readonly string[] {
  return [...(review.tables.length > 0 ? ['table'] : []), ...(readyChange(review) === null ? [] : ['change'])];
}
