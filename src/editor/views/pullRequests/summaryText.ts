import type { ChangeSummary } from '../../publish/changeSummary';
import type { ResultChange } from '../../publish/resultChanges';
import type { PullRequestContent } from './pullRequestContents';

/** What the summary of a pull request is made of. */
export interface SummaryFacts {
  readonly model: string;
  readonly content: PullRequestContent;
  readonly results: readonly ResultChange[];
  /** What else it does to the card; null where it leaves the card alone. */
  readonly card: ChangeSummary | null;
}

const KIND_NAME: Readonly<Record<ResultChange['kind'], string>> = { new: 'New', changed: 'Changed', gone: 'Gone' };

/** A pull request for a person to read, in Markdown: which results are new, changed and gone, the files, what was said. */
export function summaryText({ model, content: { detail, files }, results, card }: SummaryFacts): string {
  const { number, title, status, author, createdAt, base = 'main', events, conflicts, url } = detail;
  const who = author === null ? 'a deleted account' : plain(author);
  const comments = events
    .filter((event) => event.kind === 'comment')
    .filter(({ hidden, text }) => !hidden && text !== '');
  return sections([
    `# ${plain(title)}`,
    `**${capital(status)}** pull request ${plain(`#${number}`)} by ${who}, ${day(createdAt)}, into ${plain(base)} of ${plain(model)}`,
    conflictSentence(conflicts),
    '## Results',
    results.length === 0 ? 'No result is new, changed or gone.' : resultTable(results),
    ...(card === null ? [] : ['## The Card', card.description === '' ? plain(card.title) : bullets(card.description)]),
    '## Changed Files',
    files.length === 0
      ? 'None.'
      : files.map(({ path, kind, added, removed }) => `- ${plain(path)} (${kind}${lines(added, removed)})`).join('\n'),
    ...(comments.length === 0 ? [] : ['## Comments']),
    ...comments.map((comment) => {
      const from = comment.author === null ? 'A deleted account' : plain(comment.author);
      return `**${from}**, ${day(comment.createdAt)}\n\n${quoted(comment.text)}`;
    }),
    `[Open on the Hub](<${url}>)`,
  ]);
}

function conflictSentence(conflicts: readonly string[] | 'unknown'): string {
  if (conflicts === 'unknown') return 'It has **conflicts**, so it cannot be merged as it is.';
  if (conflicts.length === 0) return '';
  return `It has **conflicts** in ${conflicts.map(plain).join(', ')}, so it cannot be merged as it is.`;
}

function resultTable(results: readonly ResultChange[]): string {
  const rows = results.map(({ kind, name, metric, before, after }) => [KIND_NAME[kind], name, metric, before, after]);
  return [
    '| | Result | Metric | Before | After |',
    '| --- | --- | --- | ---: | ---: |',
    ...rows.map((cells) => `| ${cells.map(plain).join(' | ')} |`),
  ].join('\n');
}

/** The list that describes a change of a card, each point as plain text. */
function bullets(description: string): string {
  return description
    .split('\n')
    .map((line) => `- ${plain(line.replace(/^- /, ''))}`)
    .join('\n');
}

function lines(added: number, removed: number): string {
  return added + removed === 0 ? '' : `, +${added} −${removed} lines`;
}

function quoted(text: string): string {
  return text
    .trim()
    .split(/\r\n|\r|\n/)
    .map((line) => (line.trim() === '' ? '>' : `> ${plain(line)}  `))
    .join('\n');
}

/** A text that Markdown takes as it is: no link, no picture, no HTML comes from data. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, String.raw`\$&`);
}

function day(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function sections(all: readonly string[]): string {
  return `${all.filter((text) => text !== '').join('\n\n')}\n`;
}
