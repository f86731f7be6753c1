import type { TextRange } from '../card/text';
import type { Cell } from './grid';

/** A cell of an HTML table as it is written, before it has a place. A `rowSpan` of 0 reaches to the end of the row group. */
export interface HtmlCell extends TextRange {
  readonly header: boolean;
  readonly rowSpan: number;
  readonly columnSpan: number;
}

/** A `<thead>`, `<tbody>` or `<tfoot>`; a cell can span the rows of its group and no others. */
export interface RowGroup {
  readonly kind: 'thead' | 'tbody' | 'tfoot';
  readonly rows: readonly (readonly HtmlCell[])[];
}

/** A rectangle of cells, and how many of its leading rows are headers by the markup. */
export interface HtmlGrid {
  readonly rows: readonly (readonly (Cell | null)[])[];
  readonly headerRows: number;
}

type PlacedCell = { -readonly [Key in keyof Cell]: Cell[Key] };

/** Places that spans and missing cells may fill, so that a small text cannot make a huge grid. */
const MAX_FILLED_PLACES = 1_000_000;

/** Lays cells out as browsers do: row spans end with their group, footers come last, columns in which no cell begins vanish. */
export function formGrid(groups: readonly RowGroup[]): HtmlGrid {
  const ordered = [...groups.filter(({ kind }) => kind !== 'tfoot'), ...groups.filter(({ kind }) => kind === 'tfoot')];
  const rows: (PlacedCell | null)[][] = [];
  const cells: PlacedCell[] = [];
  let spare = MAX_FILLED_PLACES;

  for (const group of ordered) {
    const groupStart = rows.length;
    const groupEnd = groupStart + group.rows.length;
    for (let row = groupStart; row < groupEnd; row++) rows.push([]);
    for (const [index, written] of group.rows.entries()) {
      const row = groupStart + index;
      let column = 0;
      for (const { start, end, header, rowSpan: rowsWanted, columnSpan: columnsWanted } of written) {
        while (rows[row]?.[column]) column++;
        let rowSpan = Math.min(rowsWanted === 0 ? Infinity : rowsWanted, groupEnd - row);
        let columnSpan = columnsWanted;
        spare -= rowSpan * columnSpan - 1;
        if (spare < 0) rowSpan = columnSpan = 1;
        const cell = { start, end, row, column, rowSpan, columnSpan, header };
        cells.push(cell);
        fill(rows, cell);
        column += columnSpan;
      }
    }
  }

  const width = gridWidth(cells, rows.length);
  for (const cell of cells) cell.columnSpan = Math.min(cell.columnSpan, width - cell.column);
  for (const row of rows) {
    row.length = Math.min(row.length, width);
    for (let column = 0; column < width; column++) row[column] ??= null;
  }
  return { rows, headerRows: countHeaderRows(ordered, rows) };
}

/** A place that two cells claim stays with the first. */
function fill(rows: (PlacedCell | null)[][], cell: PlacedCell): void {
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    const places = rows[row];
    if (places === undefined) return;
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) places[column] ??= cell;
  }
}

function gridWidth(cells: readonly Cell[], rowCount: number): number {
  const width = cells.reduce((widest, { column }) => Math.max(widest, column + 1), 0);
  return Math.min(width, Math.ceil((cells.length + MAX_FILLED_PLACES) / Math.max(rowCount, 1)));
}

function countHeaderRows(groups: readonly RowGroup[], rows: readonly (readonly (Cell | null)[])[]): number {
  let inHead = 0;
  for (const group of groups) {
    if (group.kind !== 'thead') break;
    inHead += group.rows.length;
  }
  if (inHead > 0 && inHead < rows.length) return inHead;

  let count = 0;
  for (const [index, row] of rows.entries()) {
    if (row.some((cell) => cell?.header === false)) return count;
    if (row.some((cell) => cell !== null)) count = index + 1;
  }
  return Math.min(count, 1);
}
