import type { CardTable } from '../../results/types';
import type { Cell } from '../../tables/grid';
import type { SkippedCell } from '../../tables/reading';
import type { Core } from '../cardCore';

import type { CellContent, TableContent } from './tableContent';

const MOST_COLUMNS = 200;
const MOST_CELLS = 4000;
const LONGEST_TEXT = 400;

const SKIPPED: Readonly<Record<SkippedCell['reason'], string>> = {
  missing: 'no value here',
  'not-a-number': 'not one number',
  size: 'a size, not a score',
  rank: 'a rank, not a score',
  speed: 'a speed, not a score',
  shots: 'the number of shots, not a score',
  date: 'a date, not a score',
  delta: 'a difference, not a score',
  other: 'not taken for a score',
};

/** The table's cells as plain text, up to a size that a person can look through. */
export function tableContent({ number, grid, reading }: CardTable, text: string, core: Core): TableContent {
  const width = grid.rows[0]?.length ?? 0;
  const columns = Math.min(width, MOST_COLUMNS);
  const rows = Math.min(grid.rows.length, Math.max(1, Math.floor(MOST_CELLS / Math.max(1, columns))));
  const skipped = new Map(reading.skipped.map(({ row, column, reason }) => [`${row}:${column}`, SKIPPED[reason]]));

  const content = ({ row, column, rowSpan, columnSpan, header, start, end }: Cell): CellContent => ({
    row,
    column,
    rowSpan: Math.min(rowSpan, rows - row),
    columnSpan: Math.min(columnSpan, columns - column),
    header,
    text: shorten(core.plainText(text.slice(start, end))),
    skipped: skipped.get(`${row}:${column}`) ?? '',
  });
  return {
    number,
    line: grid.line,
    headings: grid.headings,
    caption: grid.caption ?? '',
    notes: [],
    headerRows: grid.headerRows,
    rows: grid.rows.slice(0, rows).map((cells, row) => {
      const beginsHere = (cell: Cell | null, column: number) => cell?.row === row && cell.column === column;
      return cells
        .slice(0, columns)
        .flatMap((cell, column) => (cell && beginsHere(cell, column) ? [content(cell)] : []));
    }),
    rowsLeftOut: grid.rows.length - rows,
    columnsLeftOut: width - columns,
  };
}

function shorten(text: string): string {
  return text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT)}…` : text;
}
