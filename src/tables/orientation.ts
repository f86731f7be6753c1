import type { BodyRow, Column, Part } from './structure';
import { readLabel } from './label';
import { isAverage, isMetricName, isSplitName, isValueWord, modelLikeness, noScoreReason, words } from './vocabulary';

/** Which axis names the models; `none` where the table is about one model only. */
export type ModelAxis = 'rows' | 'columns' | 'none';

/** The label column that names the rows, and the axis of the models. */
export interface Axes {
  readonly models: ModelAxis;
  readonly main?: Column;
}

/** Finds the axis of the models by what stands in the table; the first header cell is only one voice. */
export function findAxes(part: Part, values: readonly Column[], titleWords: ReadonlySet<string>): Axes {
  const labels = part.columns.filter(({ use }) => use === 'label');
  const main = mainLabel(labels, part.rows, titleWords);
  if (main === undefined) return { models: 'none' };
  const names = namesOf(part.rows, main);
  const headers = values.map((column) => column.path.map((text) => readLabel(text).name).filter((text) => text !== ''));
  const rowLikeness = mean(names.map((name) => modelLikeness(name, titleWords)));
  if (
    labels.some(({ role }) => role === 'model') &&
    labels.some(({ role }) => role === 'benchmark' || role === 'split')
  ) {
    const model = labels.find(({ role }) => role === 'model');
    if (model !== undefined && headers.every((path) => mean(path.map((text) => modelLikeness(text, titleWords))) < 0.6))
      return { models: 'rows', main: model };
  }
  if (headers.every(([...path]) => isPartial(path.at(-1) ?? ''))) {
    const areModels = main.role === 'model' ? rowLikeness > -1.2 : rowLikeness > (main.role === undefined ? 0.35 : 1);
    const upperModels = headers.every((path) => path.length > 1) && new Set(headers.map((path) => path[0])).size > 1;
    if (!areModels && upperModels && mean(headers.map((path) => modelLikeness(path[0] ?? '', titleWords))) > 0)
      return { models: 'columns', main };
    return { models: areModels ? 'rows' : 'none', main };
  }
  const columnLikeness = Math.max(
    mean(headers.map((path) => modelLikeness(path.at(-1) ?? '', titleWords))),
    headers.every((path) => path.length > 1)
      ? mean(headers.map((path) => modelLikeness(path[0] ?? '', titleWords)))
      : -2,
  );
  const metricRows = main.role === 'metric' || names.filter(isMetricName).length > 0.7 * names.length;
  if (metricRows && columnLikeness < -0.3 && values.length > 1) return { models: 'none', main };
  const evidence =
    0.2 +
    (main.role === 'model' ? 2 : main.role === 'benchmark' || main.role === 'metric' ? -2 : 0) +
    1.2 * (rowLikeness - columnLikeness) +
    2.5 * coherence(part.rows, values) +
    specificationEvidence(part, names);
  return { models: evidence > 0 ? 'rows' : 'columns', main };
}

/** A header that names no benchmark by itself: a metric, a split, an average, a word for "value". */
function isPartial(header: string): boolean {
  return header === '' || isMetricName(header) || isSplitName(header) || isValueWord(header);
}

function mainLabel(
  labels: readonly Column[],
  rows: readonly BodyRow[],
  titleWords: ReadonlySet<string>,
): Column | undefined {
  const candidates = labels.filter(
    ({ role }) => role !== 'shots' && role !== 'split' && role !== 'ignored' && role !== 'index',
  );
  const distinct = (column: Column) => new Set(namesOf(rows, column)).size;
  const likeness = (column: Column) => mean(namesOf(rows, column).map((name) => modelLikeness(name, titleWords)));
  const byNames = (a: Column, b: Column) => distinct(b) - distinct(a) || likeness(b) - likeness(a);
  const model = candidates.find(({ role }) => role === 'model');
  if (model !== undefined) return model;
  const benchmark = candidates.filter(({ role }) => role === 'benchmark').sort(byNames)[0];
  const named = candidates.filter(({ role }) => role !== 'metric' && role !== 'benchmark').sort(byNames)[0];
  if (benchmark === undefined) return named ?? candidates[0];
  const isOther = named !== undefined && named.role === undefined && distinct(named) >= 1.5 * distinct(benchmark);
  return isOther ? named : benchmark;
}

function namesOf(rows: readonly BodyRow[], column: Column): readonly string[] {
  return rows
    .map(({ cells }) => cells[column.index]?.text ?? '')
    .filter((text) => text !== '' && noScoreReason(text) === undefined);
}

function mean(numbers: readonly number[]): number {
  return numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** Parameter counts beside the values say that each row is a model; rows of them, that each column is. */
function specificationEvidence(part: Part, names: readonly string[]): number {
  const columns = part.columns.filter(({ path }) => noScoreReason(path.at(-1) ?? '') === 'size').length;
  const main = part.rows.length;
  const rows = main - names.length;
  return (columns > 0 ? 1.5 : 0) - (rows > 0 && main > 2 ? 1.5 : 0);
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
  let previous: readonly (number | undefined)[] = [];
  for (const { cells } of rows) {
    const numbers = values.map(({ index }) => {
      const content = cells[index]?.content;
      return content?.kind === 'numbers' ? content.numbers[0]?.value : undefined;
    });
    for (const [column, number] of numbers.entries()) {
      const left = numbers[column - 1];
      const above = previous[column];
      if (number === undefined) continue;
      if (left !== undefined) {
        alongRows += distance(number, left);
        rowPairs++;
      }
      if (above !== undefined) {
        alongColumns += distance(number, above);
        columnPairs++;
      }
    }
    previous = numbers;
  }
  if (rowPairs === 0 || columnPairs === 0) return 0;
  const inRows = alongRows / rowPairs;
  const inColumns = alongColumns / columnPairs;
  return inRows + inColumns === 0 ? 0 : (inRows - inColumns) / (inRows + inColumns);
}

function distance(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / (Math.abs(a) + Math.abs(b));
}

/** The words by which a card calls its model: those of its title. */
export function titleWordsOf(headings: readonly string[]): ReadonlySet<string> {
  const title = headings[0] ?? '';
  if (title.length > 60) return new Set();
  return new Set(
    words(title).filter(
      (word) => word.length > 2 && !/^\d+$/.test(word) && !isAverage(word) && !TITLE_FILLERS.has(word),
    ),
  );
}
const TITLE_FILLERS = new Set(
  'model card for the and evaluation results performance benchmark benchmarks introduction usage news with language large base chat instruct multilingual updates update'.split(
    ' ',
  ),
);
