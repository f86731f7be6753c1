import type { Column } from './columns';
import { findDataAxes } from './dataAxes';
import type { BodyRow, Part } from './parts';
import type { SheetCell } from './sheet';
import { headerRole, type LabelRole } from './vocabulary/roles';
import { readLabel } from './label';
import { isAverage, isMetricName, isSplitName, isValueWord, mentionsMetric } from './vocabulary/metrics';
import { modelLikeness } from './vocabulary/modelNames';
import { noScoreReason } from './vocabulary/quantities';

/** Which axis names the models, `none` where the table is about one model only; and the label column that names the rows. */
export type Axes =
  | { readonly models: 'rows' | 'columns' | 'none'; readonly main: Column }
  /** Nothing names the rows. */
  | { readonly models: 'none'; readonly main?: undefined };

/** Finds the axis of the models by what stands in the table; the first header cell is only one voice. */
export function findAxes(part: Part, values: readonly Column[], titleWords: ReadonlySet<string>): Axes {
  const likeness = (names: readonly string[]) => mean(names.map((name) => modelLikeness(name, titleWords)));
  const paths = values.map(({ path }) => path.map((text) => readLabel(text).name).filter((text) => text !== ''));
  const leaves = paths.map((path) => path.at(-1) ?? '');
  const tops = paths.every((path) => path.length > 1) ? paths.map((path) => path[0] ?? '') : [];
  const columnLikeness = Math.max(likeness(leaves), tops.length > 0 ? likeness(tops) : -2);

  const labels = part.columns.filter(({ use }) => use === 'label');
  const main = mainLabel(labels, part.rows, columnLikeness);
  if (main === undefined) return { models: 'none' };
  const names = namesOf(part.rows, main);
  const role = roleOfRows(main, names, leaves);
  const namesModels = role === 'model' || role === 'ingredient';
  const rowLikeness = likeness(names);
  if (
    role === 'model' &&
    columnLikeness < MODEL_COLUMNS &&
    labels.some(({ role }) => role === 'benchmark' || role === 'split')
  )
    return { models: 'rows', main };

  const data = findDataAxes(part, values, main);
  if (areMeasures(leaves, role)) {
    const isOpen = role === undefined;
    const someModel =
      isOpen && (names.some((name) => modelLikeness(name, titleWords) >= 1) || specificationEvidence(part, main) > 0);
    const least = MODEL_ROWS[namesModels ? 'stated' : isOpen ? 'open' : 'denied'];
    if (!data.rows && (someModel || rowLikeness > least)) return { models: 'rows', main };
    return { models: new Set(tops).size > 1 && likeness(tops) > 0 ? 'columns' : 'none', main };
  }
  const metricRows = role === 'metric' || names.filter(isMetricName).length > 0.7 * names.length;
  // Rows of sizes among the metrics speak of models, whatever the corner says.
  const most = namesColumns(main) && names.length === part.rows.length ? MODEL_COLUMNS : -0.3;
  if (metricRows && values.length > 1 && (data.columns || columnLikeness < most)) return { models: 'none', main };
  if (data.columns) {
    const areData = data.rows || (rowLikeness <= MODEL_ROWS.open && (ROLE_EVIDENCE[role ?? 'ignored'] ?? 0) < 0);
    return { models: areData ? 'none' : 'rows', main };
  }
  const areMeasured = columnLikeness <= -1.2 || leaves.every(mentionsMetric);
  if (areMeasured && rowLikeness < 0.3 && !namesModels) return { models: 'none', main };
  const evidence =
    0.2 +
    (ROLE_EVIDENCE[role ?? 'ignored'] ?? 0) +
    1.2 * (rowLikeness - columnLikeness) +
    2.5 * coherence(part.rows, values) +
    specificationEvidence(part, main);
  if (evidence > 0 && !data.rows) return { models: 'rows', main };
  // The header was wrong about the models, so it may be about the wrong column too.
  const benchmarks = role === 'model' ? labels.filter(({ role }) => role !== 'model' || labels.length === 1) : labels;
  return { models: 'columns', main: mainLabel(benchmarks, part.rows, columnLikeness) ?? main };
}

/** How much columns must look like models to be models whatever the corner says. */
const MODEL_COLUMNS = 0.6;
/** How much rows must look like models where columns are measures, by what their header says of them. */
const MODEL_ROWS = { stated: -1.2, open: 0.35, denied: 1 };
/** How much the header of the rows speaks for models (positive) or benchmarks (negative). */
const ROLE_EVIDENCE: Readonly<Partial<Record<LabelRole, number>>> = {
  model: 2,
  ingredient: 2,
  benchmark: -2,
  metric: -2,
  group: -1.5,
  part: -1.5,
};

/** Whether the columns are metrics, splits or "the value" of what the rows name. */
function areMeasures(leaves: readonly string[], role: LabelRole | undefined): boolean {
  if (leaves.every(isPartial)) return true;
  const metrics = leaves.filter((leaf) => isMetricName(leaf) && !isAverage(leaf)).length;
  return role === 'benchmark' && 2 * metrics >= leaves.length;
}

/** What the levels of a header may be of. */
const LEVELS: ReadonlySet<LabelRole | undefined> = new Set<LabelRole | undefined>([
  'benchmark',
  'part',
  'metric',
  'group',
  'shots',
  'split',
  'config',
]);

/**
 * What the corner says of the rows. `Metric` over other names, beside columns of metrics, speaks of those; a corner of
 * several levels, such as `Task`, `Setup` and `Metric`, of the levels of the header, which leaves models for the rows.
 */
function roleOfRows(
  { role, path }: Column,
  names: readonly string[],
  leaves: readonly string[],
): LabelRole | undefined {
  const namesLevels = path.length > 1 && path.every((text) => LEVELS.has(headerRole(text)));
  if (namesLevels) return 'model';
  const isOfColumns = role === 'metric' && leaves.every(isMetricName) && !names.some(isMetricName);
  return isOfColumns ? undefined : role;
}

/** Whether the corner over rows of metrics says what the columns are: `Language`, `Scanner`. */
function namesColumns({ path, role }: Column): boolean {
  const isOfRows = role === 'metric' || role === 'value' || role === 'model' || role === 'benchmark';
  return !isOfRows && !isPartial(readLabel(path.at(-1) ?? '').name);
}

/** A header that names no benchmark by itself: a metric, a split, an average, a word for "value". */
function isPartial(header: string): boolean {
  return header === '' || isMetricName(header) || isSplitName(header) || isValueWord(header);
}

/** The label column that names the rows: models, else benchmarks, else what differs most from row to row. */
function mainLabel(labels: readonly Column[], rows: readonly BodyRow[], columnLikeness: number): Column | undefined {
  const candidates = labels.filter(({ role }) => role === undefined || !ASIDE.has(role));
  if (candidates.length <= 1) return candidates[0];
  const counts = new Map(candidates.map((column) => [column, new Set(namesOf(rows, column)).size] as const));
  const distinct = (column: Column) => counts.get(column) ?? 0;
  const most = largest([...counts.values()]);
  const tellsRowsApart = (column: Column) => distinct(column) > 1 || most <= 1;
  const model = candidates.find(({ role }) => role === 'model');
  const benchmark = widest(
    candidates.filter((column) => column.role === 'benchmark' && tellsRowsApart(column)),
    distinct,
  );
  if (model !== undefined && (benchmark === undefined || columnLikeness < MODEL_COLUMNS)) return model;
  const others = candidates.filter(({ role }) => role !== 'metric' && role !== 'benchmark');
  const firstIngredient = others.findIndex(({ role }) => role === 'ingredient');
  const other = widest(firstIngredient > 0 ? others.slice(0, firstIngredient) : others, distinct);
  if (benchmark === undefined) return other ?? candidates[0];
  return other?.role === undefined && other !== undefined && distinct(other) >= 1.5 * distinct(benchmark)
    ? other
    : benchmark;
}

/** The first column that has nearly as many different names as any. */
function widest(columns: readonly Column[], distinct: (column: Column) => number): Column | undefined {
  const most = largest(columns.map(distinct));
  return columns.find((column) => distinct(column) >= 0.8 * most);
}
const ASIDE: ReadonlySet<LabelRole> = new Set<LabelRole>(['shots', 'split', 'ignored', 'index']);

/** The first rows tell what a table is about, however long it is. */
const ROWS_READ = 100;

function labelsOf(rows: readonly BodyRow[], column: Column): readonly string[] {
  return rows
    .slice(0, ROWS_READ)
    .map(({ cells }) => cells[column.index]?.text ?? '')
    .filter((text) => text !== '');
}

/** The labels that name something: not sizes, speeds and the like. */
function namesOf(rows: readonly BodyRow[], column: Column): readonly string[] {
  return labelsOf(rows, column).filter((text) => noScoreReason(text) === undefined);
}

function largest(numbers: readonly number[]): number {
  return numbers.reduce((most, number) => Math.max(most, number), 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/**
 * Parameter counts beside the values say that each row is a model; rows of them, that each column is, and so do shots
 * beside the values.
 */
function specificationEvidence({ columns, rows }: Part, main: Column): number {
  const besideRows = columns.some(({ path }) => noScoreReason(path.at(-1) ?? '') === 'size');
  const labels = labelsOf(rows, main);
  const amongRows = labels.length > 2 && labels.some((label) => noScoreReason(label) === 'size');
  const hasShots = columns.some(({ role }) => role === 'shots');
  return (besideRows ? 1.5 : 0) - (amongRows || hasShots ? 1.5 : 0);
}

/**
 * Values of one benchmark lie closer together than values of different ones. Positive where neighbours in a column are
 * the closer ones, so that columns are benchmarks and rows are models.
 */
function coherence(rows: readonly BodyRow[], values: readonly Column[]): number {
  let alongRows = 0;
  let rowPairs = 0;
  let alongColumns = 0;
  let columnPairs = 0;
  const read = rows.slice(0, ROWS_READ);
  for (const [row, { cells }] of read.entries()) {
    const cellsAbove = read[row - 1]?.cells;
    let left: number | undefined;
    for (const { index } of values) {
      const number = valueOf(cells[index]);
      const above = valueOf(cellsAbove?.[index]);
      if (number !== undefined && left !== undefined) {
        alongRows += distance(number, left);
        rowPairs++;
      }
      if (number !== undefined && above !== undefined) {
        alongColumns += distance(number, above);
        columnPairs++;
      }
      left = number;
    }
  }
  if (rowPairs === 0 || columnPairs === 0) return 0;
  const inRows = alongRows / rowPairs;
  const inColumns = alongColumns / columnPairs;
  return inRows + inColumns === 0 ? 0 : (inRows - inColumns) / (inRows + inColumns);
}

function valueOf(cell: SheetCell | undefined): number | undefined {
  return cell?.content.kind === 'numbers' ? cell.content.numbers[0]?.value : undefined;
}

function distance(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / (Math.abs(a) + Math.abs(b));
}
