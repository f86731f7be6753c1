import type { Discussion } from '../hub';
import { alignColumns, oneLine } from './terminal';

/** One line for each pull request: number, title, author, date, address. */
export function pullRequestLines(pullRequests: readonly Discussion[]): readonly string[] {
  const rows = pullRequests.map(({ number, title, author, createdAt, status, url }) => [
    `#${String(number)}`,
    `${oneLine(title)}${status === 'draft' ? ' (draft)' : ''}`,
    author === null ? 'deleted' : oneLine(author),
    createdAt.toISOString().slice(0, 10),
    url,
  ]);
  return alignColumns(rows);
}
