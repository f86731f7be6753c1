import { count } from '../plural';
import type { Fate } from './fates';
import type { FailedCard, Outcome, PassedFor } from './outcome';
import { type CardReview, opportunitiesOf, type Opportunity, type ReviewedTable } from './review';
import type { Withdrawal } from './withdraw';

/** The cards of a report that have one thing in common, each with its facts. */
export interface ReportSection {
  readonly heading: string;
  /** The card and what there is to tell of it, a cell for each fact. */
  readonly rows: readonly (readonly string[])[];
}

/** What can be done with cards, as a heading. */
export const OPPORTUNITIES: Readonly<Record<Opportunity, string>> = {
  tables: 'Scores that are not in model-index',
  differing: 'Values that differ from the table',
  problems: 'Problems that can be mended',
  'pull-requests': 'Open pull requests',
  nothing: 'Nothing to do',
};

const PASSED: Readonly<Record<PassedFor, string>> = {
  'open-pull-request': 'A pull request is open',
  'closed-before': 'Proposed before',
  undecided: 'To be decided by a person',
  here: 'Not as it is on the Hub',
  skipped: 'Skipped',
  nothing: 'Nothing to propose',
};

/** What can be done with which cards; a card stands wherever something can be done with it. */
export function reviewSections(outcomes: readonly (CardReview | FailedCard)[]): readonly ReportSection[] {
  const reviews = outcomes.filter((outcome) => outcome.kind === 'reviewed');
  const sections = Object.entries(OPPORTUNITIES).map(([opportunity, heading]) => ({
    heading,
    rows: reviews
      .filter((review) => opportunitiesOf(review).includes(opportunity as Opportunity))
      .map((review) => [review.card, factsOf(review, opportunity as Opportunity)]),
  }));
  return filled([...sections, failedSection(outcomes)]);
}

/** What was proposed, and why not the rest. */
export function proposalSections(outcomes: readonly Outcome[]): readonly ReportSection[] {
  const opened = outcomes.filter((outcome) => outcome.kind === 'opened');
  const dry = outcomes.filter((outcome) => outcome.kind === 'would-open');
  const passed = outcomes.filter((outcome) => outcome.kind === 'passed');
  return filled([
    {
      heading: 'Pull requests',
      rows: opened.map(({ model, number, title, url }) => [model, `#${number}`, title, url]),
    },
    { heading: 'Would be proposed', rows: dry.map(({ model, title }) => [model, title]) },
    ...Object.entries(PASSED).map(([reason, heading]) => ({
      heading,
      rows: passed.filter((one) => one.reason === reason).map(({ card, message }) => [card, message]),
    })),
    failedSection(outcomes),
  ]);
}

/** What became of the pull requests of a batch. */
export function fateSections(outcomes: readonly (Fate | Withdrawal | FailedCard)[]): readonly ReportSection[] {
  const fates = outcomes.filter((outcome) => outcome.kind !== 'failed');
  const sections = (['open', 'draft', 'merged', 'closed'] as const).map((status) => ({
    heading: `${status.slice(0, 1).toUpperCase()}${status.slice(1)}`,
    rows: fates
      .filter((fate) => fate.status === status)
      .map(({ model, number, title, url, comments }) => [model, `#${number}`, title, said(comments), url]),
  }));
  return filled([...sections, failedSection(outcomes)]);
}

/** A report for people, in Markdown. */
export function markdownReport(title: string, sections: readonly ReportSection[]): string {
  const parts = sections.map(({ heading, rows }) => {
    const lines = rows.map((row) => `- ${row.map(markdownText).join(' · ')}`);
    return `## ${heading} (${rows.length})\n\n${lines.join('\n')}\n`;
  });
  return [`# ${title}\n`, ...parts].join('\n');
}

/** The same for programs. */
export function jsonReport(title: string, outcomes: readonly object[]): string {
  return `${JSON.stringify({ title, date: new Date().toISOString(), outcomes }, null, 2)}\n`;
}

/** The facts of a card that speak for an opportunity; empty where there is nothing to do. */
export function factsOf(review: CardReview, opportunity: Opportunity): string {
  switch (opportunity) {
    case 'tables':
      return review.tables.map(tableFacts).join('; ');
    case 'differing':
      return review.differing.map(({ line, message }) => `line ${line}: ${message}`).join(' ');
    case 'problems': {
      const mendable = review.problems.filter(({ fixes }) => fixes.length > 0);
      const safe = mendable.filter((problem) => problem.safe).length;
      const codes = [...new Set(mendable.map(({ code }) => code))].join(', ');
      return `${count(mendable.length, 'problem')}, ${safe} without a look: ${codes}`;
    }
    case 'pull-requests':
      return review.pullRequests.map(({ number, title }) => `#${number} ${title}`).join('; ');
    case 'nothing':
      return '';
  }
}

function tableFacts({ line, models, own, scores, present }: ReviewedTable): string {
  const which = own === null ? `${count(models, 'model')} to choose from` : "surely the card's own";
  const there = present > 0 ? `, ${present} of them in model-index` : '';
  return `line ${line}: ${count(scores, 'score')}${there}, ${which}`;
}

function said(comments: Fate['comments']): string {
  const [latest] = comments.slice(-1);
  if (!latest) return '';
  return `${count(comments.length, 'comment')}, the last by ${latest.author ?? 'somebody'}: ${latest.text}`;
}

function failedSection(outcomes: readonly { readonly kind: string }[]): ReportSection {
  const failed = outcomes.filter((outcome): outcome is FailedCard => outcome.kind === 'failed');
  return { heading: 'Failed', rows: failed.map(({ card, message }) => [card, message]) };
}

/** Sections that hold something, without empty cells. */
function filled(sections: readonly ReportSection[]): readonly ReportSection[] {
  return sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ heading, rows }) => ({ heading, rows: rows.map((row) => row.filter((cell) => cell !== '')) }));
}

/** A text of a card or of a person as text, whatever signs it holds; an address as a link. */
function markdownText(text: string): string {
  if (/^https?:\/\/[^\s<>]+$/.test(text)) return `<${text}>`;
  return text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|#]/g, '\\$&');
}
