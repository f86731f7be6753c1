import { readModelLabel } from './label';
import type { Column, ColumnUse } from './columns';
import type { BodyRow, Part } from './parts';
import { isOwnMark, modelLikeness } from './vocabulary/modelNames';
import { noScoreReason } from './vocabulary/quantities';

/** The model that each row is about, in a table with models in rows. */
export interface RowModels {
  /** One name for each row of the part; empty where the row names none. */
  readonly names: readonly string[];
  /** The number of shots that a row's name states (`Alpha, 5-shot`). */
  readonly shots: readonly (number | undefined)[];
  /** Label columns that say what was measured, not which model it was. */
  readonly facets: readonly Column[];
  /** Whether section rows stand for benchmarks, since the same models come back under each. */
  readonly sectionsAreGroups: boolean;
}

/** Names the model of each row, by further columns where the first alone does not tell them apart. */
export function identifyRows(part: Part, main: Column): RowModels {
  const labels = fillDown(part.rows, main).map((text) => readModelLabel(text));
  const bases = withContinued(labels.map(({ name }) => name));
  const shots = labels.map((label) => label.shots);
  const repeats = bases.length / Math.max(1, new Set(bases).size);
  const facets = part.columns.filter((column) => isFacet(column, main, part.rows, repeats));
  const sectionsAreGroups = part.rows.some(({ section }) => section !== undefined) && repeats >= 1.5;
  const measured = part.rows.map(({ cells, section }, row) =>
    JSON.stringify([shots[row], sectionsAreGroups && section, ...facets.map(({ index }) => cells[index]?.text)]),
  );
  let names: readonly string[] = main.role === 'ingredient' ? joinIngredients(part, bases) : bases;
  for (const helper of helpers(part, main, facets)) {
    const repeated = repeatedRows(names, measured);
    if (repeated.size === 0) break;
    // A dataset beside a model is part of its name only where it must be.
    const forAll = helper.role !== 'benchmark' && 2 * repeated.size >= bases.length;
    const longer = names.map((name, row) =>
      forAll || repeated.has(row) ? joinName(name, part.rows[row]?.cells[helper.index]?.text ?? '') : name,
    );
    if (repeatedRows(longer, measured).size < repeated.size) names = longer;
  }
  return { names, shots, facets, sectionsAreGroups };
}

/** `+ tuning` below a model is a variant of that model. */
function withContinued(names: readonly string[]): readonly string[] {
  let model = '';
  return names.map((name) => {
    if (model !== '' && /^(?:\+|w\/o?|└|↳)\s?\S/.test(name)) return `${model} ${name}`;
    model = name;
    return name;
  });
}

/** Whether a column of labels without a header names data over several rows: it is written once for all of them. */
function groupsRows({ path, index, counts }: Column, main: Column, rows: readonly BodyRow[]): boolean {
  if (path.length > 0 || index > main.index || counts.empty === 0) return false;
  const texts = rows.map(({ cells }) => cells[index]?.text ?? '').filter((text) => text !== '');
  return main.role === 'model' || texts.some((text) => modelLikeness(text, new Set()) < 0);
}

/** Names models by all that they are made of, where nothing else names them. */
function joinIngredients({ columns, rows }: Part, names: readonly string[]): readonly string[] {
  const texts = columns
    .filter(({ use, role }) => use === 'label' && role === 'ingredient')
    .map(({ index }) => rows.map(({ cells }) => cells[index]?.text ?? ''))
    .filter((column) => new Set(column).size > 1);
  if (texts.length < 2) return names;
  return names.map((_, row) => texts.reduce((name, column) => `${name} ${column[row] ?? ''}`, '').trim());
}

/** The texts of a column; a blank cell goes on with the text above it. */
export function fillDown(rows: readonly BodyRow[], column: Column): readonly string[] {
  let above = '';
  return rows.map(({ cells }) => {
    const text = cells[column.index]?.text ?? '';
    if (text !== '') above = text;
    return above;
  });
}

function isFacet(column: Column, main: Column, rows: readonly BodyRow[], repeats: number): boolean {
  if (column.use !== 'label' || column === main) return false;
  switch (column.role) {
    case 'shots':
    case 'split':
    case 'metric':
      return true;
    case 'benchmark':
      return repeats >= 1.5 || column.index < main.index;
    case 'part':
    case 'config':
    case 'group':
      return repeats >= 1.5;
    case undefined:
      return repeats >= 1.5 && groupsRows(column, main, rows);
    default:
      return false;
  }
}

/** Texts say more of a model than what is beside them. */
const USES: readonly ColumnUse[] = ['label', 'property', 'value'];

/** Other columns that may be part of a model's name: texts before sizes, those on its right first. */
function helpers(part: Part, main: Column, facets: readonly Column[]): readonly Column[] {
  const order = ({ use, index }: Column) => USES.indexOf(use) * 2 + (index > main.index ? 0 : 1);
  return part.columns
    .filter((column) => column !== main && !facets.includes(column) && isIdentifying(column, part.rows))
    .sort((a, b) => order(a) - order(b));
}

/** Speeds, dates and differences say nothing of what a model is, and neither does prose. */
function isIdentifying({ use, role, path, index, counts }: Column, rows: readonly BodyRow[]): boolean {
  const isSize = use === 'value' && counts.machineSize > 0 && counts.machineSize === counts.numbers;
  if ((use !== 'label' && use !== 'property' && !isSize) || role === 'ignored') return false;
  const reason = noScoreReason(path.at(-1) ?? '');
  if (reason === 'speed' || reason === 'date' || reason === 'delta') return false;
  return rows.every(({ cells }) => (cells[index]?.text.length ?? 0) <= LONGEST_PART);
}
const LONGEST_PART = 60;

/** Rows that nothing tells from another one. */
function repeatedRows(names: readonly string[], measured: readonly string[]): ReadonlySet<number> {
  const rows = new Map<string, number[]>();
  for (const [row, name] of names.entries()) {
    const key = `${name}\n${measured[row] ?? ''}`;
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return new Set([...rows.values()].filter((same) => same.length > 1).flat());
}

function joinName(name: string, addition: string): string {
  const addsNothing = addition === '' || /^[-–—]$/.test(addition) || name.endsWith(` ${addition}`);
  return addsNothing || name === '' || isOwnMark(name) ? name : `${name} ${addition}`;
}
