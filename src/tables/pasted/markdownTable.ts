import type { PastedCell, PastedTable } from './pastedTable';

type Row = readonly (PastedCell | null)[];

/**
 * A pasted table as a Markdown table, which knows neither spans nor several header rows: a spanning cell is said again
 * in each place, what stands above each other in the header becomes one name, and a text over the whole width names
 * the rows below it. Titles stand above the table. Null where nothing stands below the header.
 */
export function markdownTable({ rows, headerRows, caption }: PastedTable): string | null {
  const written = rows.filter((row) => row.some((cell) => cell !== null));
  const width = Math.max(0, ...written.map((row) => row.findLastIndex((cell) => cell !== null) + 1));
  const full = written.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null));
  const titles = titleRows(full);
  const table = full.slice(titles);
  const headerEnd = Math.max(headerRows - titles, endOfHeader(table));
  if (headerEnd >= table.length) return null;

  const header = Array.from({ length: width }, (_, column) => columnName(table.slice(0, headerEnd), column));
  const body = table.slice(headerEnd).map((row) => (isSection(row) ? [row[0], ...row.slice(1).fill(null)] : row));
  return [
    ...[caption, ...full.slice(0, titles).map(([first]) => first?.markdown)].flatMap((title) =>
      title === undefined || title === '' ? [] : [title, ''],
    ),
    line(header),
    line(header.map(() => '---')),
    ...body.map((row) => line(row.map((cell) => cell?.markdown ?? ''))),
    '',
  ].join('\n');
}

/** Leading rows of one text, which are about the whole table. */
function titleRows(rows: readonly Row[]): number {
  const end = rows.findIndex((row) => !isSection(row));
  return Math.max(0, end);
}

function isSection(row: Row): boolean {
  const [first] = row;
  return row.length > 1 && first !== null && row.every((cell) => cell === null || cell === first);
}

/** The first row, and those that its spanning cells lead to. */
function endOfHeader(rows: readonly Row[]): number {
  let end = 1;
  while (end < rows.length - 1 && leadsOn(rows[end - 1] ?? [], rows[end] ?? [])) end++;
  return end;
}

function leadsOn(row: Row, below: Row): boolean {
  const spansColumns = row.some((cell, column) => cell !== null && column > 0 && cell === row[column - 1]);
  const spansRows = row.some((cell, column) => cell !== null && cell === below[column]);
  return spansColumns || spansRows;
}

/** What stands above each other over a column, each text once. */
function columnName(rows: readonly Row[], column: number): string {
  const texts = rows.flatMap((row) => row[column]?.markdown ?? []);
  return texts.filter((text, index) => text !== texts[index - 1]).join(' ');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
