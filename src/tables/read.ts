import { LineIndex } from '../card/text';
import type { NumberContent } from './cellContent';
import { benchmarkHeaders, combine, measureHeader, rowFacet, type Facet } from './facets';
import type { Grid } from './grid';
import { fillDown, identifyRows } from './identity';
import { cleanName, metricOfValueHeader, partNames, readLabel } from './label';
import { whyNoScores } from './noScores';
import { findAxes, titleWordsOf, type Axes } from './orientation';
import type { ModelReading, Orientation, Score, SkippedCell, TableReading } from './reading';
import { readSheet, type SheetCell } from './sheet';
import { findParts, type BodyRow, type Column, type Part } from './structure';
import { isTellingHeading } from './vocabulary/headings';
import { isAverage, isMetricName, isSplitName, isValueWord } from './vocabulary/metrics';
import { modelLikeness } from './vocabulary/modelNames';
import { isHyperParameter, isTrainingProgress, noScoreReason } from './vocabulary/quantities';
import type { LabelRole } from './vocabulary/roles';

/** Reads a table: which models it compares, what scores it states for each, or why it holds none. */
export function readTable(text: string, grid: Grid): TableReading {
  return new TableReader(text, grid).read();
}

interface FoundModel {
  readonly name: string;
  readonly scores: Score[];
  readonly rows: Set<number>;
  readonly columns: Set<number>;
}

class TableReader {
  readonly #text: string;
  readonly #grid: Grid;
  readonly #titleWords: ReadonlySet<string>;
  readonly #models: FoundModel[] = [];
  readonly #byName = new Map<string, FoundModel>();
  readonly #skipped: SkippedCell[] = [];
  readonly #lines: LineIndex;
  /** The nearest heading, where it names something and not just the card's model. */
  readonly #heading: string | undefined;
  #whole = 0;
  #percents = 0;
  #largest = 0;

  constructor(text: string, grid: Grid) {
    this.#text = text;
    this.#grid = grid;
    this.#titleWords = titleWordsOf(grid.headings);
    this.#lines = new LineIndex(text.slice(grid.start, grid.end));
    const heading = grid.headings.length > 1 ? grid.headings.at(-1) : undefined;
    const tells = heading !== undefined && isTellingHeading(heading) && modelLikeness(heading, this.#titleWords) < 0.7;
    this.#heading = tells ? heading.replace(HEADING_NOISE, '').trim() : undefined;
  }

  read(): TableReading {
    const parts = findParts(readSheet(this.#text, this.#grid), this.#grid.headerRows);
    let orientation: Orientation | null = null;
    for (const part of parts) orientation = this.#part(part) ?? orientation;
    const models = this.#models.some(({ scores }) => scores.length > 0) ? this.#models : [];
    const scores = models.reduce((sum, model) => sum + model.scores.length, 0);
    const noScores = whyNoScores({
      grid: this.#grid,
      parts,
      scores,
      whole: this.#whole,
      percents: this.#percents,
      largest: this.#largest,
      skipped: this.#skipped,
      titleWords: this.#titleWords,
    });
    return {
      evaluation: noScores === undefined,
      ...(noScores !== undefined && { noScores }),
      orientation: noScores === undefined ? orientation : null,
      models: models.map((model) => toReading(model, this.#heading)),
      benchmarks: countBenchmarks(models),
      skipped: this.#skipped,
    };
  }

  #part(part: Part): Orientation | undefined {
    const all = part.columns.filter(({ use }) => use === 'value');
    const values = all.filter((column) => this.#columnReason(part, column) === undefined);
    for (const column of all) if (!values.includes(column)) this.#skipColumn(part, column);
    if (values.length === 0) return undefined;
    const axes = findAxes(part, values, this.#titleWords);
    if (axes.models === 'rows' && axes.main !== undefined) return this.#modelsInRows(part, values, axes.main);
    return this.#modelsInColumns(part, values, axes);
  }

  /** Why no number of a column is a score; a percent sign says otherwise. */
  #columnReason(part: Part, column: Column): SkippedCell['reason'] | undefined {
    const reason = pathReason(column.path);
    if (reason === undefined) return undefined;
    const percent = part.rows.some(({ cells }) => {
      const content = cells[column.index]?.content;
      return content?.kind === 'numbers' && content.percent;
    });
    return percent && reason !== 'delta' ? undefined : reason;
  }

  #skipColumn({ rows }: Part, column: Column): void {
    const reason = pathReason(column.path) ?? 'other';
    for (const { cells, source } of rows) {
      if (cells[column.index]?.content.kind === 'numbers')
        this.#skipped.push({ row: source, column: column.index, reason });
    }
  }

  #modelsInRows(part: Part, values: readonly Column[], main: Column): Orientation {
    const { names, shots, facets, sectionsAreGroups } = identifyRows(part, main);
    const filled = facets.map((column) => [column.role, fillDown(part.rows, column)] as const);
    const hasBenchmark = facets.some(({ role }) => role === 'benchmark');
    const measures = hasBenchmark && values.every(({ path }) => isMeasure(path.at(-1) ?? ''));
    const paths = values.map(({ path }) => path);
    const headers = measures ? paths.map(measureHeader) : benchmarkHeaders(paths);
    const repeatable = facets.length > 0 || sectionsAreGroups || shots.some((count) => count !== undefined);
    const occurrences = new Map<string, number>();
    for (const [row, body] of part.rows.entries()) {
      const name = names[row] ?? '';
      if (name === '') continue;
      const occurrence = repeatable ? 0 : (occurrences.get(name) ?? 0);
      occurrences.set(name, occurrence + 1);
      const model = this.#model(name, occurrence);
      model.rows.add(body.source);
      const labels = filled.map(([role, texts]) => [role, texts[row] ?? ''] as const);
      const facet = { ...rowFacet(labels.filter(([, text]) => text !== '')), ...shotsFacet(shots[row]) };
      const reason = rowReason(name, body, values);
      const section = sectionsAreGroups && body.section !== undefined ? cleanName(body.section) : undefined;
      for (const [index, column] of values.entries()) {
        this.#scoreOrSkip(reason, model, part, body, column, combine(headers[index] ?? {}, facet, section));
      }
    }
    return hasBenchmark ? 'long' : 'models-in-rows';
  }

  #modelsInColumns(part: Part, values: readonly Column[], axes: Axes): Orientation {
    const single = axes.models === 'none';
    const rows = rowLabels(part, axes.main);
    const headers = single ? singleHeaders(values, axes.main) : modelHeaders(values, this.#titleWords);
    for (const [row, body] of part.rows.entries()) {
      const facet = rowFacet(rows[row] ?? []);
      const label = facet.name ?? facet.metric ?? '';
      if (label === '' && axes.main !== undefined) continue;
      const reason = rowReason(label, body, values) ?? (STANDARD_ERROR.test(facet.metric ?? '') ? 'other' : undefined);
      const section =
        body.section !== undefined && !isTotal(part.rows, row, label) ? cleanName(body.section) : undefined;
      for (const [index, column] of values.entries()) {
        const header = headers[index];
        if (header === undefined) continue;
        const model = this.#model(header.model, header.occurrence);
        model.columns.add(column.index);
        this.#scoreOrSkip(reason, model, part, body, column, combine(header.facet, facet, section));
      }
    }
    return single ? 'single-model' : 'benchmarks-in-rows';
  }

  #scoreOrSkip(
    reason: SkippedCell['reason'] | undefined,
    model: FoundModel,
    part: Part,
    body: BodyRow,
    column: Column,
    facet: Facet,
  ): void {
    if (reason === undefined) this.#score(model, part, body, column, facet);
    else if (body.cells[column.index]?.content.kind === 'numbers') this.#skip(body, column, reason);
  }

  #skip({ source }: BodyRow, { index }: Column, reason: SkippedCell['reason']): void {
    this.#skipped.push({ row: source, column: index, reason });
  }

  /** The model of that name; equal names in one header or table are models of their own. */
  #model(name: string, occurrence: number): FoundModel {
    const key = `${name}\n${occurrence}`;
    const known = this.#byName.get(key);
    if (known !== undefined) return known;
    const model: FoundModel = { name, scores: [], rows: new Set(), columns: new Set() };
    this.#models.push(model);
    this.#byName.set(key, model);
    return model;
  }

  #score(model: FoundModel, part: Part, body: BodyRow, column: Column, facet: Facet): void {
    const cell = body.cells[column.index];
    if (
      cell?.cell === null ||
      cell?.cell === undefined ||
      cell.cell.column !== column.index ||
      cell.cell.row !== body.source
    )
      return;
    const { content } = cell;
    if (content.kind !== 'numbers') {
      const reason = skipReason(cell);
      if (reason !== undefined) this.#skip(body, column, reason);
      return;
    }
    const percent = content.percent || facet.percent === true;
    const uncertainty = content.uncertainty ?? errorBeside(part, body, column);
    const shots = content.shots ?? facet.shots;
    const name = facet.name ?? facet.metric ?? this.#heading ?? column.path.at(-1) ?? '';
    const metric = facet.name === undefined ? content.metric : (facet.metric ?? content.metric);
    if (content.numbers.every(({ text }) => !text.includes('.'))) this.#whole++;
    if (percent) this.#percents++;
    this.#largest = Math.max(this.#largest, content.numbers[0]?.value ?? 0);
    model.scores.push({
      name,
      numbers: withParts(content, facet.sources ?? []),
      ...(uncertainty !== undefined && { uncertainty }),
      ...(facet.group !== undefined && { group: facet.group, groupSource: 'table' as const }),
      ...(metric !== undefined && { metric }),
      ...(shots !== undefined && { shots }),
      ...(percent && { unit: '%' as const }),
      ...(facet.config !== undefined && { config: facet.config }),
      ...(facet.split !== undefined && { split: facet.split }),
      ...(facet.higherIsBetter !== undefined && { higherIsBetter: facet.higherIsBetter }),
      row: body.source,
      column: column.index,
      range: { start: cell.cell.start, end: cell.cell.end },
      line: this.#grid.line + this.#lines.lineAt(cell.cell.start - this.#grid.start) - 1,
    });
  }
}

/** Section numbers and the notes of collapsed sections. */
const HEADING_NOISE = /^\d+(?:\.\d+)*\.?\s+|\s*\((?:click|tap)[^()]*\)/gi;

function shotsFacet(shots: number | undefined): Facet {
  return shots === undefined ? {} : { shots };
}

/** Whether a header names what was measured, not on what. */
function isMeasure(header: string): boolean {
  const { name } = readLabel(header);
  return (
    name === '' || isMetricName(name) || isValueWord(name) || isSplitName(name) || metricOfValueHeader(name) !== name
  );
}

function headerReason(header: string): SkippedCell['reason'] | undefined {
  return noScoreReason(header) ?? (isHyperParameter(header) || isTrainingProgress(header) ? 'other' : undefined);
}

/** The lowest header decides, and the one above it where the lowest only says `Min.` or `256`. */
function pathReason(path: readonly string[]): SkippedCell['reason'] | undefined {
  const leaf = path.at(-1) ?? '';
  return (
    headerReason(leaf) ??
    (/^(?:min|max|avg|mean|median|std|total|sum|average|p?\d[\d.,]*k?)\.?$/i.test(leaf)
      ? headerReason(path.at(-2) ?? '')
      : undefined)
  );
}

/** Why a row of numbers holds no scores: its label says size, speed and the like, and no value is a percentage. */
function rowReason(label: string, { cells }: BodyRow, values: readonly Column[]): SkippedCell['reason'] | undefined {
  const reason = headerReason(label) ?? (TRAINING_LOSS.test(label) || STANDARD_ERROR.test(label) ? 'other' : undefined);
  if (reason === undefined || reason === 'delta') return undefined;
  const percent = values.some(({ index }) => {
    const content = cells[index]?.content;
    return content?.kind === 'numbers' && content.percent;
  });
  return percent ? undefined : reason;
}
const STANDARD_ERROR = /[ _](?:std_?err|stderr|stdev)\b/i;
const TRAINING_LOSS = /^(?!.*(?:eval|val|test|dev)).+[ _]loss$/i;

interface ColumnHeader {
  readonly model: string;
  /** How many columns of the same name stand to the left. */
  readonly occurrence: number;
  readonly facet: Facet;
}

function singleHeaders(values: readonly Column[], main: Column | undefined): readonly ColumnHeader[] {
  const measures = main !== undefined && values.every(({ path }) => isMeasure(path.at(-1) ?? ''));
  const paths = values.map(({ path }) => path);
  const facets = measures ? paths.map(measureHeader) : benchmarkHeaders(paths);
  return facets.map((facet) => ({ model: '', occurrence: 0, facet }));
}

/** The model of each column, and what a header row below the models says of it. */
function modelHeaders(values: readonly Column[], titleWords: ReadonlySet<string>): readonly ColumnHeader[] {
  const leaves = values.map(({ path }) => path.at(-1) ?? '');
  const uppers = values.map(({ path }) => path.at(-2) ?? '');
  const likeness = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + modelLikeness(readLabel(name).name, titleWords), 0);
  const modelsAbove =
    uppers.every((upper) => upper !== '') &&
    (leaves.every(isMeasure) || (new Set(leaves).size < leaves.length && likeness(uppers) > likeness(leaves)));
  const seen = new Map<string, number>();
  return values.map(({ path }, index) => {
    const label = readLabel((modelsAbove ? uppers[index] : leaves[index]) ?? '');
    const facet: Facet = modelsAbove
      ? measureHeader(path.slice(-1))
      : label.shots === undefined
        ? {}
        : { shots: label.shots };
    const key = JSON.stringify([label.name, facet.metric, facet.split, facet.shots]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { model: label.name, occurrence, facet };
  });
}

type LabelText = readonly [role: LabelRole | undefined, text: string];

/** The label texts of each row with their roles, blank cells filled from above where that is meant. */
function rowLabels(part: Part, main: Column | undefined): readonly (readonly LabelText[])[] {
  const labels = part.columns.filter(
    ({ use, role }) => use === 'label' && role !== 'index' && role !== 'ignored' && role !== 'value',
  );
  const repeated = main !== undefined && new Set(fillDown(part.rows, main)).size < part.rows.length;
  const columns = labels.map((column) => ({
    role: roleBeside(column, main, repeated, part),
    texts: fillDown(part.rows, column),
    index: column.index,
  }));
  return part.rows.map(({ cells }, row) => {
    const own = (index: number) => cells[index]?.text ?? '';
    const mainBlank = main !== undefined && own(main.index) === '';
    const leftLabel = mainBlank ? columns.find(({ index, role }) => role === 'group' && own(index) !== '') : undefined;
    if (leftLabel !== undefined) return [['benchmark', own(leftLabel.index)] as const];
    return columns
      .map(({ role, texts, index }): LabelText => [role, FILLED.has(role) ? (texts[row] ?? '') : own(index)])
      .filter(([role, text]) => role !== undefined && text !== '');
  });
}
const FILLED: ReadonlySet<unknown> = new Set<LabelRole>(['group', 'benchmark', 'part']);

/** What a label column is beside the one that names the benchmarks. */
function roleBeside(
  column: Column,
  main: Column | undefined,
  repeated: boolean,
  { rows }: Part,
): LabelRole | undefined {
  if (column.index === main?.index) return column.role === 'metric' ? 'metric' : 'benchmark';
  if (column.role === 'benchmark' || column.role === 'model' || column.role === undefined) {
    if (main !== undefined && column.index < main.index) return 'group';
    if (column.role === 'benchmark') return 'group';
    const short = rows.every(({ cells }) => (cells[column.index]?.text.length ?? 0) <= 40);
    return repeated && short ? 'config' : undefined;
  }
  return column.role;
}

/** The one average at the end of a table with sections is over all of them. */
function isTotal(rows: readonly BodyRow[], row: number, label: string): boolean {
  return (
    row === rows.length - 1 &&
    isAverage(label) &&
    !isAverage(rows.at(-2)?.cells[0]?.text ?? '') &&
    rows.filter(({ cells }) => isAverage(cells[0]?.text ?? '')).length === 1
  );
}

function skipReason({ content }: SheetCell): SkippedCell['reason'] | undefined {
  if (content.kind === 'empty') return undefined;
  if (content.kind === 'quantity') return content.of;
  return content.kind === 'missing' ? 'missing' : 'not-a-number';
}

/** The error in a column of its own, on the right of the value. */
function errorBeside({ columns }: Part, { cells }: BodyRow, { index }: Column): string | undefined {
  for (const column of columns.slice(index + 1)) {
    if (column.use === 'value') return undefined;
    const content = cells[column.index]?.content;
    if (column.use === 'error') return content?.kind === 'numbers' ? content.numbers[0]?.text : undefined;
  }
  return undefined;
}

function withParts({ numbers, places }: NumberContent, sources: readonly string[]): Score['numbers'] {
  const count = places?.count ?? numbers.length;
  if (count === 1) return numbers;
  const names = sources.map((source) => partNames(source, count)).find((found) => found !== undefined);
  return numbers.map((number, index) => {
    const part = names?.[places?.of[index] ?? index];
    return part === undefined ? number : { ...number, part };
  });
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

function countBenchmarks(models: readonly FoundModel[]): number {
  const keys = models.flatMap(({ scores }) =>
    scores.map(({ name, metric, shots, group }) => JSON.stringify([name, metric, shots, group])),
  );
  return new Set(keys).size;
}

/** Where names alone say too little, such as `Average` or `Accuracy`, the heading above names the benchmark. */
function underHeading(scores: readonly Score[], heading: string | undefined): readonly Score[] {
  if (heading === undefined || !scores.some(({ name }) => saysLittle(name))) return scores;
  return scores.map((score) =>
    score.group === undefined && score.name !== heading ? { ...score, group: heading, groupSource: 'heading' } : score,
  );
}

function saysLittle(name: string): boolean {
  return (
    isMetricName(name) || isAverage(name) || isSplitName(name) || isValueWord(name) || /^[\d.,]+\s?\p{L}?$/u.test(name)
  );
}
