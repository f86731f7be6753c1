import type { Discussion } from '../hub';
import { oneLine } from './terminal';

/** One line for each pull request: number, title, author, date, address. */
export function pullRequestLines(pullRequests: readonly Discussion[]): readonly string[] {
  const rows = pullRequests.map(({ number, title, author, createdAt, status, url }) => [
    `#${String(number)}`,
    `${oneLine(title)}${status === 'draft' ? ' (draft)' : ''}`,
    author === null ? 'deleted' : oneLine(author),
    createdAt.toISOString().slice(0, 10),
    url,
  ]);
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
