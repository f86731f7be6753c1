import {
  BOLD_NUMBER,
  findNumberStyle,
  LONGEST_CELL,
  PLAIN_NUMBER,
  plainNumber,
  readCellContent,
  type CellContent,
  type NumberStyle,
} from './cellContent';
import type { Cell, Grid } from './grid';
import { plainLines } from './plainText';
import { remember } from './remember';

/** One place of a table as a reader sees it. */
export interface SheetCell {
  /** The cell of the grid; null where there is none. */
  readonly cell: Cell | null;
  readonly text: string;
  readonly content: CellContent;
  /** The lines of a cell that breaks them. */
  readonly lines?: readonly string[];
}

/** A row of places; `source` is the grid's row, since a row of stacked values is read as several. */
export interface SheetRow {
  readonly source: number;
  readonly cells: readonly SheetCell[];
}

/** A table's cells as plain text and content, each read once. */
export interface Sheet {
  readonly rows: readonly SheetRow[];
  readonly columns: number;
}

/** Whether nothing stands in a place. */
export function isBlank({ content }: SheetCell): boolean {
  return content.kind === 'empty';
}

/** Whether a place holds numbers that may be scores. */
export function isNumber({ content }: SheetCell): boolean {
  return content.kind === 'numbers';
}

const NOWHERE: SheetCell = { cell: null, text: '', content: { kind: 'empty' } };

/** Reads every cell of the grid; rows that stack values with `<br>` become one row for each. */
export function readSheet(text: string, grid: Grid): Sheet {
  const style = numberStyle(text, grid);
  const spanning = new Map<Cell, SheetCell>();
  const rows: SheetRow[] = [];
  for (const [source, row] of grid.rows.entries()) {
    const cells = row.map((cell) => {
      if (cell === null) return NOWHERE;
      if (cell.rowSpan === 1 && cell.columnSpan === 1) return readCell(text, cell, style);
      const read = spanning.get(cell) ?? readCell(text, cell, style);
      spanning.set(cell, read);
      return read;
    });
    const height = stackHeight(cells, style);
    if (height === 1) rows.push({ source, cells });
    else
      for (let level = 0; level < height; level++)
        rows.push({ source, cells: stackLevel(cells, height, level, style) });
  }
  return { rows, columns: grid.rows[0]?.length ?? 0 };
}

/** Only commas between digits can make a table's style another than the usual one. */
function numberStyle(text: string, grid: Grid): NumberStyle {
  if (!/\d[,\uff0c]\d/.test(text.slice(grid.start, grid.end))) return USUAL_STYLE;
  const cells = new Set(grid.rows.flat());
  const lines = [...cells].flatMap((cell) => (cell === null ? [] : plainLines(sourceOf(text, cell))));
  return findNumberStyle(lines);
}
const USUAL_STYLE: NumberStyle = { decimalComma: false };

function readCell(text: string, cell: Cell, style: NumberStyle): SheetCell {
  const source = sourceOf(text, cell);
  if (style.decimalComma) return inPlace(cell, readSource(source, style));
  if (PLAIN_NUMBER.test(source)) return { cell, text: source, content: plainNumber(source) };
  if (BOLD_NUMBER.test(source)) {
    const number = source.slice(2, -2);
    return { cell, text: number, content: plainNumber(number) };
  }
  return inPlace(cell, isLabel(source) ? readLabelSource(source) : readSource(source, style));
}

/** Written out, since copying with `...` takes several times as long. */
function inPlace(cell: Cell, { text, content, lines }: Omit<SheetCell, 'cell'>): SheetCell {
  return lines === undefined ? { cell, text, content } : { cell, text, content, lines };
}

/** The same names and dashes stand in many tables. */
function isLabel(source: string): boolean {
  return /^[A-Za-z-]/.test(source) && source.length <= LONGEST_CELL;
}
const readLabelSource = remember((source) => readSource(source, USUAL_STYLE));

function readSource(source: string, style: NumberStyle): Omit<SheetCell, 'cell'> {
  const lines = plainLines(source);
  const text = lines.length === 1 ? (lines[0] ?? '') : lines.join(' ');
  const content = readCellContent(text, style);
  return lines.length > 1 ? { text, content, lines } : { text, content };
}

/** The source of a cell; one this long cannot be a score or a name, and is not worth reading. */
function sourceOf(text: string, { start, end }: Cell): string {
  return end - start > 20 * LONGEST_CELL ? TOO_LONG : text.slice(start, end);
}
const TOO_LONG = '…'.repeat(LONGEST_CELL + 1);

/** How many values each cell of a row stacks, its label included; 1 for other rows. */
function stackHeight(row: readonly SheetCell[], style: NumberStyle): number {
  const stacked = row.filter(({ lines }) => lines !== undefined);
  if (stacked.length < 2) return 1;
  const heights = new Set(stacked.map(({ lines }) => lines?.length ?? 1));
  for (const height of heights) {
    const same = stacked.filter(({ lines }) => lines?.length === height);
    const isNumeric = ({ lines = [] }: SheetCell) =>
      lines.every((line) => ['numbers', 'missing'].includes(readCellContent(line, style).kind)) &&
      lines.some((line) => /\d/.test(line));
    const values = same.filter(isNumeric).length;
    if (values > 0 && same.length > values) return height;
  }
  return 1;
}

/** One of the values that the cells of a row stack; other cells stand beside each of them. */
function stackLevel(
  row: readonly SheetCell[],
  height: number,
  level: number,
  style: NumberStyle,
): readonly SheetCell[] {
  return row.map((stack) => {
    const line = stack.lines?.length === height ? stack.lines[level] : undefined;
    return line === undefined ? stack : { cell: stack.cell, text: line, content: readCellContent(line, style) };
  });
}
