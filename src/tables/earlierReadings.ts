import type { Cell, Grid } from './grid';
import type { ModelReading, TableReading } from './reading';

/** A table with what it was read to say. */
interface ReadTable {
  readonly grid: Grid;
  readonly reading: TableReading;
}

/** What the tables of an earlier version of a card were read to say: most of them stand unchanged in the next one. */
export class EarlierReadings {
  readonly #bySource: ReadonlyMap<string, ReadTable>;

  constructor(text: string, tables: readonly ReadTable[]) {
    this.#bySource = new Map(tables.map((table) => [sourceOf(text, table.grid), table]));
  }

  /** The reading of a table of `text` as it was, wherever it has moved to; undefined where what it rests on has changed. */
  of(text: string, grid: Grid): TableReading | undefined {
    const before = this.#bySource.get(sourceOf(text, grid));
    if (before === undefined || !isReadAlike(before.grid, grid)) return undefined;
    return movedBy(grid.line - before.grid.line, before.reading);
  }
}

function sourceOf(text: string, { start, end }: Grid): string {
  return text.slice(start, end);
}

/** Whether two tables of the same source say the same: what surrounds them decides, too. */
function isReadAlike(a: Grid, b: Grid): boolean {
  return (
    a.kind === b.kind &&
    a.headerRows === b.headerRows &&
    a.caption === b.caption &&
    isSameList(a.headings, b.headings) &&
    a.rows.length === b.rows.length &&
    a.rows.every((row, index) => isSameRow(row, b.rows[index] ?? [], b.start - a.start))
  );
}

function isSameRow(a: readonly (Cell | null)[], b: readonly (Cell | null)[], distance: number): boolean {
  return a.length === b.length && a.every((cell, index) => isSameCell(cell, b[index] ?? null, distance));
}

function isSameCell(a: Cell | null, b: Cell | null, distance: number): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.start + distance === b.start &&
    a.end + distance === b.end &&
    a.row === b.row &&
    a.column === b.column &&
    a.rowSpan === b.rowSpan &&
    a.columnSpan === b.columnSpan &&
    a.header === b.header
  );
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}

function movedBy(lines: number, reading: TableReading): TableReading {
  if (lines === 0) return reading;
  const moved = (model: ModelReading): ModelReading => ({
    ...model,
    scores: model.scores.map((score) => ({ ...score, line: score.line + lines })),
  });
  return { ...reading, models: reading.models.map(moved) };
}
