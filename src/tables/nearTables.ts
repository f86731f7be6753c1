import type { LineIndex } from '../card/text';
import type { NearTable } from './grid';
import { delimiterWidth, splitRow } from './markdownRow';
import { trimRange } from './whitespace';

/** A line that looks like a row of a pipe table. */
interface PipeRow {
  /** 1-based, in the whole card. */
  readonly line: number;
  readonly columns: number;
  /** How many columns it announces, if it is a delimiter row; else 0. */
  readonly delimiters: number;
  /** Pipes at both ends. */
  readonly boxed: boolean;
  /** One of its cells has digits and no letters. */
  readonly numbers: boolean;
}

/** Looks at the blocks between the tables of a card, in order, for rows that a reader sees as text because something is amiss. */
export class NearTableSeeker {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #found: NearTable[] = [];
  /** Rows of paragraphs that hold nothing else and follow each other. */
  #rows: PipeRow[] = [];
  #paragraphs = 0;
  /** The width of the table right above them. */
  #tableWidth = 0;
  /** The text of a heading that was meant as a header row, as the line of dashes below it was meant as delimiter row. */
  #underlined: PipeRow | undefined;

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  /** Ends what has been gathered; to be told of every block that has no method of its own here. */
  otherBlock(): void {
    if (this.#rows.length > 0) this.#reportGathered();
    this.#rows = [];
    this.#paragraphs = 0;
    this.#tableWidth = 0;
    this.#underlined = undefined;
  }

  table(width: number): void {
    this.otherBlock();
    this.#tableWidth = width;
  }

  /** A heading that is underlined, by its text and the line of that. */
  underlinedHeading(text: string, line: number): void {
    this.otherBlock();
    const rows = text.includes('|') ? text.split('\n') : [];
    this.#underlined = rowOf(rows.at(-1) ?? '', line + rows.length - 1);
  }

  paragraph(text: string, line: number): void {
    const lines = text.split('\n');
    const runs = text.includes('|') ? runsOfRows(lines, line) : [];
    const [first] = runs;
    if (first?.length === lines.length && this.#underlined === undefined && headerIndex(first) === -1) {
      for (const row of first) this.#rows.push(row);
      this.#paragraphs++;
      return;
    }
    const header = this.#underlined;
    this.otherBlock();
    for (const run of runs) {
      if (header !== undefined && run[0]?.line === line && run[0].columns === header.columns) {
        this.#report([header, ...run], 'delimiter-width', widthMessage(header.columns, 1));
      } else this.#reportRun(run);
    }
  }

  /** A block of HTML: a pipe table in it is text, but only one with a delimiter row is surely meant as a table. */
  html(text: string, line: number): void {
    this.otherBlock();
    if (!text.includes('|')) return;
    for (const run of runsOfRows(text.split('\n'), line)) {
      const header = headerIndex(run);
      if (header !== -1 && run[header]?.columns === run[header + 1]?.delimiters) this.#reportRun(run);
    }
  }

  /** An HTML table without an end, as far as its cells go. */
  unclosedTable(start: number, end: number): void {
    const message = 'This <table> is never closed; add </table> behind its last row.';
    this.#add(start, end, 'unclosed-table', message);
  }

  /** All that was found, in the order of the text. */
  finish(): NearTable[] {
    this.otherBlock();
    return this.#found.sort((a, b) => a.start - b.start);
  }

  /** Rows that no empty line parts. */
  #reportRun(run: readonly PipeRow[]): void {
    const header = headerIndex(run);
    const columns = run[header]?.columns ?? 0;
    const delimiters = run[header + 1]?.delimiters ?? 0;
    if (header === -1) {
      if (run[0]?.delimiters) this.#reportHeadless(run);
      else if (isTableShaped(run)) this.#report(run, 'no-delimiter-row', NO_DELIMITER_ROW);
    } else if (columns === delimiters) this.#report(run.slice(header), 'no-blank-line', NO_BLANK_LINE);
    else this.#report(run.slice(header), 'delimiter-width', widthMessage(columns, delimiters));
  }

  #reportHeadless(run: readonly PipeRow[]): void {
    if (run.length > 1) this.#report(run, 'no-header-row', NO_HEADER_ROW);
  }

  #reportGathered(): void {
    const rows = this.#rows;
    const columns = rows[0]?.columns ?? 0;
    const header = headerIndex(rows);
    if (this.#tableWidth > 1 && columns === this.#tableWidth && rows.every(({ delimiters }) => delimiters === 0)) {
      this.#report(rows, 'blank-line-inside', BLANK_LINE_INSIDE);
    } else if (this.#paragraphs > 1 && header !== -1 && rows[header]?.columns === rows[header + 1]?.delimiters) {
      this.#report(rows.slice(header), 'blank-line-inside', BLANK_LINE_INSIDE);
    } else this.#reportRun(rows);
  }

  #report(rows: readonly PipeRow[], reason: NearTable['reason'], message: string): void {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first === undefined || last === undefined) return;
    const end = last.line < this.#lines.count ? this.#lines.startOf(last.line + 1) : this.#text.length;
    this.#add(this.#lines.startOf(first.line), end, reason, message);
  }

  #add(from: number, to: number, reason: NearTable['reason'], message: string): void {
    const { start, end } = trimRange(this.#text, from, to);
    const line = this.#lines.lineAt(start);
    this.#found.push({ start, end, line, endLine: this.#lines.lineAt(end - 1), reason, message });
  }
}

const NO_DELIMITER_ROW =
  'These rows are shown as text since the first is not followed by a delimiter row; add one such as |---|---| below it.';
const NO_HEADER_ROW =
  'These rows are shown as text since their delimiter row has no header row; add one above it, or an empty one such as | | |.';
const NO_BLANK_LINE =
  'These rows are shown as part of the text or HTML right above them; put an empty line above the header row.';
const BLANK_LINE_INSIDE =
  'An empty line parts these rows from the rest of their table, so they are shown as text; remove the empty line.';

function widthMessage(columns: number, delimiters: number): string {
  return `The header row has ${columns} columns but the delimiter row below it ${delimiters}, so this is shown as text; give both the same number.`;
}

/** `+-----+-----+`, as programs print it between rows. */
const RULED_LINE = /^ *\+[-+=:]+\+ *$/;

/** The runs of lines that look like rows, with or without ruled lines between them; `firstLine` is the line of the first. */
function runsOfRows(lines: readonly string[], firstLine: number): PipeRow[][] {
  const runs: PipeRow[][] = [];
  let current: PipeRow[] | undefined;
  for (const [index, text] of lines.entries()) {
    const row = rowOf(text, firstLine + index);
    if (row === undefined) current = RULED_LINE.test(text) ? current : undefined;
    else if (current !== undefined) current.push(row);
    else runs.push((current = [row]));
  }
  return runs;
}

/** A line of two cells or more that begins with a pipe, of three or more that does not, or a delimiter row. */
function rowOf(text: string, line: number): PipeRow | undefined {
  const row = text.trim();
  if (!row.includes('|')) return undefined;
  const cells = splitRow(row, 0, row.length, (start, end) => row.slice(start, end));
  const delimiters = delimiterWidth(row, 0, row.length);
  const boxed = row.startsWith('|') && row.endsWith('|');
  const columns = cells.length;
  if (delimiters === 0 && columns < (row.startsWith('|') ? 2 : 3)) return undefined;
  const numbers = cells.some(isNumeric);
  return { line, columns, delimiters, boxed, numbers };
}

function isNumeric(cell: string): boolean {
  return /\d/.test(cell) && !/[\p{L}<>]/u.test(cell);
}

/** The row above the first delimiter row; -1 where no delimiter row follows a row. */
function headerIndex(rows: readonly PipeRow[]): number {
  return rows.findIndex((row, index) => row.delimiters === 0 && (rows[index + 1]?.delimiters ?? 0) > 0);
}

function isTableShaped(rows: readonly PipeRow[]): boolean {
  if (rows.length < 2) return false;
  const even = rows.every(({ columns }) => columns === rows[0]?.columns);
  const numbers = rows.some((row) => row.numbers);
  return rows.every(({ boxed }) => boxed) ? even || numbers : even && numbers;
}
