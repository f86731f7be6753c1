import { findNumberStyle, LONGEST_CELL, readCellContent, type CellContent } from './cellContent';
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

const NOWHERE: SheetCell = { cell: null, text: '', content: { kind: 'empty' } };

/** Reads every cell of the grid; rows that stack values with `<br>` become one row for each. */
export function readSheet(text: string, grid: Grid): Sheet {
  const lines = new Map<Cell, readonly string[]>();
  for (const row of grid.rows) {
    for (const cell of row) if (cell && !lines.has(cell)) lines.set(cell, cellLines(text, cell));
  }
  const style = findNumberStyle([...lines.values()].flat());
  const cells = new Map<Cell, SheetCell>();
  const place = (cell: Cell | null): SheetCell => {
    if (cell === null) return NOWHERE;
    const known = cells.get(cell);
    if (known !== undefined) return known;
    const all = lines.get(cell) ?? [];
    const whole = all.length === 1 ? (all[0] ?? '') : all.join(' ');
    const read = { cell, text: whole, content: readCellContent(whole, style), ...(all.length > 1 && { lines: all }) };
    cells.set(cell, read);
    return read;
  };
  const rows = grid.rows.flatMap((row, source): SheetRow[] => {
    const read = row.map(place);
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
  return { rows, columns: Math.max(0, ...grid.rows.slice(0, 1).map((row) => row.length)) };
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
