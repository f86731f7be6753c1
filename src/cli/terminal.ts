import { once } from 'node:events';
import type { ExitStatus, Failure } from './exit';

/** Writes to standard output and waits where the reader is slower, so that memory stays flat. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes one message to standard error. */
export function complain(message: string): void {
  process.stderr.write(`${message}\n`);
}

/** Writes a failure to standard error and gives its exit status. */
export function fail({ status, message, details = [] }: Failure): ExitStatus {
  complain([`model-card: ${message}`, ...details].join('\n'));
  return status;
}

/** A card's text as one line of a terminal, without the characters that would steer it. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '\ufffd');
}

/** Rows as lines with their cells below each other; any number of rows. */
export function alignColumns(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) for (const [at, { length }] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, length);
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
