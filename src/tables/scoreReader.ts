import type { LineIndex } from '../card/text';
import type { NumberContent } from './cellContent';
import type { Facet, Mutable } from './facet';
import type { Cell } from './grid';
import { announcesBracket, cleanName, partNames } from './label';
import type { LaidOutColumn, LaidOutRow } from './layout';
import type { Score, SkippedCell } from './reading';
import type { SheetCell } from './sheet';
import type { BodyRow, Part } from './parts';
import { isMetricName } from './vocabulary/metrics';

/** What one place of a layout holds: a score, a cell that is none and why, or nothing to speak of. */
export type PlaceContent = Score | { readonly skipped: SkippedCell['reason'] } | undefined;

/** Reads the scores of one part of a table. */
export class ScoreReader {
  /** The column of errors that belongs to each column of values. */
  readonly #errorColumns: ReadonlyMap<number, number>;
  /** A title row of the table: the group of all that has no other. */
  readonly #title: string | undefined;
  readonly #heading: string | undefined;
  readonly #lines: LineIndex;

  constructor(part: Part, heading: string | undefined, lines: LineIndex) {
    this.#errorColumns = errorColumns(part);
    this.#title = part.title === undefined ? undefined : cleanName(part.title);
    this.#heading = heading;
    this.#lines = lines;
  }

  read(row: LaidOutRow, column: LaidOutColumn): PlaceContent {
    const { index } = column.column;
    const place = row.row.cells[index];
    const cell = place?.cell;
    // A cell that spans several places is one score, at its upper left corner.
    if (place === undefined || cell?.column !== index || cell.row !== row.row.source) return undefined;
    if (place.content.kind !== 'numbers') return withoutNumber(place);
    if (row.reason !== undefined) return { skipped: row.reason };
    return this.#score(place.content, cell, row, column);
  }

  #score(
    content: NumberContent,
    cell: Cell,
    { row, facet: ofRow }: LaidOutRow,
    { column, facet: ofColumn }: LaidOutColumn,
  ): Score {
    const ofPlace = ofColumn.name ?? ofRow.name;
    const measured = ofRow.metric ?? ofColumn.metric ?? metricOfRow(ofRow, ofColumn);
    // `@5` over the column and `Recall` before the row are one metric.
    const isCutOff = measured !== undefined && ofPlace !== undefined && /^@\s?\d+$/.test(ofPlace);
    const name = isCutOff ? undefined : ofPlace;
    const stated = isCutOff ? `${measured}${ofPlace}` : measured;
    const metric = (name === undefined ? undefined : stated) ?? content.metric;
    const split = ofRow.split ?? ofColumn.split;
    const group = groupOf(ofColumn, ofRow, split) ?? this.#title;
    const shots = content.shots ?? ofRow.shots ?? ofColumn.shots;
    const config = ofRow.config ?? ofColumn.config;
    const higherIsBetter = ofRow.higherIsBetter ?? ofColumn.higherIsBetter;
    const uncertainty = content.uncertainty ?? this.#errorBeside(row, column.index);
    const score: Mutable<Score> = {
      name: name ?? stated ?? this.#heading ?? column.path.at(-1) ?? '',
      numbers: withParts(content, ofRow, ofColumn),
      row: row.source,
      column: column.index,
      line: this.#lines.lineAt(cell.start),
    };
    if (group !== undefined) {
      score.group = group;
      score.groupSource = 'table';
    }
    if (uncertainty !== undefined) score.uncertainty = uncertainty;
    if (metric !== undefined) score.metric = metric;
    if (shots !== undefined) score.shots = shots;
    if (content.percent || ofRow.percent === true || ofColumn.percent === true) score.unit = '%';
    if (config !== undefined) score.config = config;
    if (split !== undefined) score.split = split;
    if (higherIsBetter !== undefined) score.higherIsBetter = higherIsBetter;
    return score;
  }

  #errorBeside({ cells }: BodyRow, index: number): string | undefined {
    const column = this.#errorColumns.get(index);
    const content = column === undefined ? undefined : cells[column]?.content;
    return content?.kind === 'numbers' ? content.numbers[0]?.text : undefined;
  }
}

/** The metric that a row names where its columns name what was measured on. */
function metricOfRow(row: Facet, column: Facet): string | undefined {
  if (row.name === undefined || column.name === undefined) return undefined;
  return isMetricName(row.name) && !isMetricName(column.name) ? row.name : undefined;
}

/** Where both axes name something, the row's name is the group; a bare metric of a split stands under that split. */
function groupOf(column: Facet, row: Facet, split: string | undefined): string | undefined {
  if (column.name !== undefined && row.name !== undefined && metricOfRow(row, column) === undefined) return row.name;
  const group = column.group ?? row.group;
  if (group !== undefined || split === undefined) return group;
  const name = column.name ?? row.name;
  return name !== undefined && isMetricName(name) ? split : undefined;
}

function errorColumns({ columns }: Part): ReadonlyMap<number, number> {
  const errors = new Map<number, number>();
  let value: number | undefined;
  for (const { use, index } of columns) {
    if (use === 'value') value = index;
    if (use !== 'error' || value === undefined) continue;
    errors.set(value, index);
    value = undefined;
  }
  return errors;
}

function withoutNumber({ content }: SheetCell): PlaceContent {
  if (content.kind === 'empty') return undefined;
  if (content.kind === 'quantity') return { skipped: content.of };
  return { skipped: content.kind === 'missing' ? 'missing' : 'not-a-number' };
}

/** Names the numbers of a pair by the labels of its row or column. */
function withParts({ numbers, bracketed, places }: NumberContent, row: Facet, column: Facet): Score['numbers'] {
  if (numbers.length === 1 && bracketed === undefined && places === undefined) return numbers;
  const sources = [...(row.sources ?? []), ...(column.sources ?? [])];
  const all = bracketed !== undefined && sources.some(announcesBracket) ? [...numbers, bracketed] : numbers;
  const count = places?.count ?? all.length;
  if (count === 1) return all;
  const names = sources.map((source) => partNames(source, count)).find((found) => found !== undefined);
  return all.map((number, index) => {
    const part = names?.[places?.of[index] ?? index];
    return part === undefined ? number : { ...number, part };
  });
}
