import type MarkdownIt from 'markdown-it';
import type { Cell } from './grid';
import { delimiterWidth, splitRow } from './markdownRow';
import { trimRange } from './whitespace';

/** The type of the one token that stands for a whole table; its `meta` is a `MarkdownTable`. */
export const MARKDOWN_TABLE = 'pipe_table';

/** What the rule needs to know of the parse: where the parsed text stands in the text that ranges refer to. */
export interface TableEnvironment {
  readonly base: number;
}

/** The rows of a Markdown table. */
export interface MarkdownTable {
  readonly rows: readonly (readonly (Cell | null)[])[];
}

/** Cells that short rows leave out; past this many the table ends, so that a small text cannot make a huge grid. */
const MAX_MISSING_CELLS = 65536;

/** A block rule that takes the place of markdown-it's `table`: the same tables, as one token whose cells know their ranges. */
export function markdownTableRule(
  state: MarkdownIt.StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean {
  if (startLine + 2 > endLine || !belongsHere(state, startLine + 1)) return false;
  const width = delimiterWidth(state.src, contentStart(state, startLine + 1), lineEnd(state, startLine + 1));
  if (width === 0 || indent(state, startLine) >= 4) return false;
  const { base } = state.env as unknown as TableEnvironment;
  const header = splitHeader(state, startLine, base);
  if (header.length !== width) return false;
  if (silent) return true;

  const rows: (Cell | null)[][] = [header];
  const terminators = state.md.block.ruler.getRules('blockquote');
  const parentType = state.parentType;
  state.parentType = 'table';
  let missing = 0;
  let line = startLine + 2;
  for (; line < endLine && belongsHere(state, line); line++) {
    const current = line;
    if (terminators.some((rule) => rule(state, current, endLine, true))) break;
    const row = trimRange(state.src, contentStart(state, line), lineEnd(state, line));
    if (row.start === row.end) break;
    const cells: (Cell | null)[] = readRow(state.src, row.start, row.end, rows.length, base);
    missing += width - cells.length;
    if (missing > MAX_MISSING_CELLS) break;
    while (cells.length < width) cells.push(null);
    cells.length = width;
    rows.push(cells);
  }
  state.parentType = parentType;

  const token = state.push(MARKDOWN_TABLE, 'table', 0);
  token.map = [startLine, line];
  token.meta = { rows };
  state.line = line;
  return true;
}

function splitHeader(state: MarkdownIt.StateBlock, line: number, base: number): Cell[] {
  const start = contentStart(state, line);
  const end = lineEnd(state, line);
  return state.src.slice(start, end).includes('|') ? readRow(state.src, start, end, 0, base) : [];
}

function readRow(text: string, start: number, end: number, row: number, base: number): Cell[] {
  return splitRow(text, start, end, (from, to, column) => ({
    start: base + from,
    end: base + to,
    row,
    column,
    rowSpan: 1,
    columnSpan: 1,
    header: row === 0,
  }));
}

/** Whether the line is part of the block being parsed and not indented so far as to be code. */
function belongsHere(state: MarkdownIt.StateBlock, line: number): boolean {
  const depth = indent(state, line);
  return depth >= 0 && depth < 4;
}

function indent(state: MarkdownIt.StateBlock, line: number): number {
  return (state.sCount[line] ?? 0) - state.blkIndent;
}

function contentStart(state: MarkdownIt.StateBlock, line: number): number {
  return (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
}

function lineEnd(state: MarkdownIt.StateBlock, line: number): number {
  return state.eMarks[line] ?? 0;
}
