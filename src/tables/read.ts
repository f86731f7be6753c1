import type { LineIndex } from '../card/text';
import type { NamedModel } from './columnFacets';
import { benchmarkHeading, titleWordsOf, underHeading } from './context';
import { columnReason, type PartSigns, signsOf } from './exclusions';
import type { Grid } from './grid';
import { layOut } from './layout';
import { whyNoScores } from './noScores';
import type { ModelReading, Orientation, Score, SkippedCell, TableReading } from './reading';
import { ScoreReader } from './scoreReader';
import { readSheet } from './sheet';
import type { Column } from './columns';
import { findParts, type BodyRow, type Part } from './parts';

/**
 * Reads a table of a card, given the card's text and lines: which models it compares, what scores it states for each, or
 * why it holds none.
 */
export function readTable(text: string, grid: Grid, lines: LineIndex): TableReading {
  return new TableReader(text, grid, lines).read();
}

/** A model as it is put together, with the rows and columns its scores stand in. */
interface FoundModel {
  readonly name: string;
  readonly scores: Score[];
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

const SINGLE: NamedModel = { name: '', occurrence: 0 };

class TableReader {
  readonly #grid: Grid;
  readonly #parts: readonly Part[];
  readonly #titleWords: ReadonlySet<string>;
  readonly #heading: string | undefined;
  readonly #lines: LineIndex;
  readonly #models = new Map<string, FoundModel>();
  readonly #skipped: SkippedCell[] = [];

  constructor(text: string, grid: Grid, lines: LineIndex) {
    this.#grid = grid;
    this.#parts = findParts(readSheet(text, grid), grid.headerRows);
    this.#titleWords = titleWordsOf(grid);
    this.#heading = benchmarkHeading(grid, this.#titleWords);
    this.#lines = lines;
  }

  read(): TableReading {
    const orientations = this.#parts.map((part) => this.#readPart(part));
    const found = [...this.#models.values()];
    const models = found.some(({ scores }) => scores.length > 0) ? found : [];
    const scores = models.flatMap((model) => model.scores);
    const noScores = whyNoScores({
      grid: this.#grid,
      parts: this.#parts,
      scores,
      skipped: this.#skipped,
      titleWords: this.#titleWords,
    });
    return {
      evaluation: noScores === undefined,
      ...(noScores !== undefined && { noScores }),
      orientation: noScores === undefined ? (orientations.findLast((found) => found !== undefined) ?? null) : null,
      models: models.map((model) => toReading(model, this.#heading)),
      benchmarks: countBenchmarks(scores),
      skipped: this.#skipped,
    };
  }

  #readPart(part: Part): Orientation | undefined {
    const signs = signsOf(part);
    const isScores = (column: Column) => column.use === 'value' && !this.#skipsColumn(part, column, signs);
    const values = part.columns.filter(isScores);
    if (values.length === 0) return undefined;
    const { orientation, rows, columns } = layOut(part, values, this.#titleWords);
    const reader = new ScoreReader(part, this.#heading, this.#lines);
    const places = columns.map((column) => ({
      column,
      ofColumn: column.model && this.#model(column.model, 'columns', column.column.index),
    }));
    for (const row of rows) {
      const model = row.reason === undefined ? row.model : undefined;
      const ofRow = model && this.#model(model, 'rows', row.row.source);
      for (const { column, ofColumn } of places) {
        const content = reader.read(row, column);
        if (content === undefined) continue;
        if ('skipped' in content) this.#skip(row.row, column.column, content.skipped);
        else (ofRow ?? ofColumn ?? this.#model(SINGLE)).scores.push(content);
      }
    }
    return orientation;
  }

  /** Leaves out a column whose numbers are no scores, each with the reason. */
  #skipsColumn(part: Part, column: Column, signs: PartSigns): boolean {
    const reason = columnReason(column, signs);
    if (reason === undefined) return false;
    for (const row of part.rows)
      if (row.cells[column.index]?.content.kind === 'numbers') this.#skip(row, column, reason);
    return true;
  }

  #skip({ source }: BodyRow, { index }: Column, reason: SkippedCell['reason']): void {
    this.#skipped.push({ row: source, column: index, reason });
  }

  /** The model of that name, which has scores in the given row or column. */
  #model({ name, occurrence }: NamedModel, axis?: 'rows' | 'columns', place = 0): FoundModel {
    const key = `${name}\n${occurrence}`;
    const model = this.#models.get(key) ?? { name, scores: [], rows: new Set<number>(), columns: new Set<number>() };
    this.#models.set(key, model);
    if (axis !== undefined) model[axis].add(place);
    return model;
  }
}

function toReading({ name, scores, rows, columns }: FoundModel, heading: string | undefined): ModelReading {
  const [row, ...otherRows] = rows;
  const [column, ...otherColumns] = columns;
  return {
    name,
    scores: underHeading(scores, heading),
    ...(row !== undefined && otherRows.length === 0 && { row }),
    ...(column !== undefined && otherColumns.length === 0 && { column }),
  };
}

function countBenchmarks(scores: readonly Score[]): number {
  const measured = new Set<string>();
  for (const { name, metric, shots, group } of scores) {
    const isNameAlone = metric === undefined && shots === undefined && group === undefined;
    measured.add(isNameAlone ? name : `${name}\n${metric ?? ''}\n${shots ?? ''}\n${group ?? ''}`);
  }
  return measured.size;
}
