import {
  findNumberStyle,
  LONGEST_CELL,
  PLAIN_NUMBER,
  readCellContent,
  type CellContent,
  type NumberStyle,
} from './cellContent';
import type { Cell, Grid } from './grid';
import { plainLines } from './plainText';

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
  const places: SheetCell[][] = [];
  for (const row of grid.rows) {
    const read: SheetCell[] = [];
    const r = places.push(read) - 1;
    row.forEach((cell, c) => {
      if (cell === null) read.push(NOWHERE);
      else if (beginsAt(cell, r, c)) read.push(readCell(text, cell, style));
      else read.push(places[cell.row]?.[cell.column] ?? NOWHERE);
    });
  }
  const rows = places.flatMap((read, source): SheetRow[] => {
    const height = stackHeight(read, (line) => readCellContent(line, style));
    if (height === 1) return [{ source, cells: read }];
    return Array.from({ length: height }, (_, level) => ({
      source,
      cells: read.map((cell) => {
        const line = cell.lines?.length === height ? cell.lines[level] : undefined;
        return line === undefined ? cell : { cell: cell.cell, text: line, content: readCellContent(line, style) };
      }),
    }));
  });
  return { rows, columns: grid.rows[0]?.length ?? 0 };
}

/** Only commas between digits can make a table's style another than the usual one. */
function numberStyle(text: string, grid: Grid): NumberStyle {
  if (!/\d[,\uff0c]\d/.test(text.slice(grid.start, grid.end))) return { decimalComma: false };
  const lines = grid.rows.map((row, r) =>
    row.map((cell, c) => (cell !== null && beginsAt(cell, r, c) ? cellLines(text, cell) : [])),
  );
  return findNumberStyle(lines);
}

/** Whether a place is the upper left corner of the cell in it, and not one that the cell spans. */
function beginsAt(cell: Cell, row: number, column: number): boolean {
  return cell.row === row && cell.column === column;
}

function readCell(text: string, cell: Cell, style: NumberStyle): SheetCell {
  const source = text.slice(cell.start, cell.end);
  if (PLAIN_NUMBER.test(source)) return { cell, text: source, content: readCellContent(source, style) };
  const lines = cellLines(text, cell);
  const whole = lines.length === 1 ? (lines[0] ?? '') : lines.join(' ');
  const content = readCellContent(whole, style);
  return lines.length > 1 ? { cell, text: whole, content, lines } : { cell, text: whole, content };
}

function cellLines(text: string, cell: Cell): readonly string[] {
  // Source this long cannot be a score or a name, and its text is not worth reading.
  if (cell.end - cell.start > 20 * LONGEST_CELL) return ['…'.repeat(LONGEST_CELL + 1)];
  return plainLines(text.slice(cell.start, cell.end));
}

/** How many values each cell of a row stacks, its label included; 1 for other rows. */
function stackHeight(row: readonly SheetCell[], read: (line: string) => CellContent): number {
  const stacked = row.filter(({ lines }) => lines !== undefined);
  if (stacked.length < 2) return 1;
  const heights = new Set(stacked.map(({ lines }) => lines?.length ?? 1));
  for (const height of heights) {
    const same = stacked.filter(({ lines }) => lines?.length === height);
    const isNumeric = ({ lines = [] }: SheetCell) =>
      lines.every((line) => ['numbers', 'missing'].includes(read(line).kind)) && lines.some((line) => /\d/.test(line));
    const values = same.filter(isNumeric).length;
    if (values > 0 && same.length > values) return height;
  }
  return 1;
}
