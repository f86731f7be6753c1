import type { BodyRow, Column, Part } from './structure';
import { readLabel } from './label';
import { isOwnMark } from './vocabulary';

/** Links beside a model's name: `(config, checkpoint)`. */
const LINKS =
  /\s*[([](?:(?:configs?|checkpoints?|ckpt|download|links?|paper|code|logs?|weights|model|hf|github|demo|blog)[\s,|/]*)+[)\]]$/i;

/** The model that each row is about, in a table with models in rows. */
export interface RowModels {
  /** One name for each row of the part; empty where the row names none. */
  readonly names: readonly string[];
  /** Label columns that say what was measured, not which model it was. */
  readonly facets: readonly Column[];
  /** Whether section rows stand for benchmarks, since the same models come back under each. */
  readonly sectionsAreGroups: boolean;
}

/** Names the model of each row, by further columns where the first alone does not tell them apart. */
export function identifyRows(part: Part, main: Column): RowModels {
  const bases = fillDown(part.rows, main).map((text) => readLabel(text.replace(LINKS, '')).name);
  const distinct = new Set(bases).size;
  const repeats = bases.length / Math.max(1, distinct);
  const facets = part.columns.filter((column) => isFacet(column, main, repeats));
  const sectionsAreGroups = part.rows.some(({ section }) => section !== undefined) && repeats >= 1.5;
  const facetKeys = part.rows.map((row) =>
    [...facets.map(({ index }) => row.cells[index]?.text ?? ''), sectionsAreGroups ? (row.section ?? '') : ''].join(
      '\n',
    ),
  );
  let names: readonly string[] = bases;
  for (const helper of helpers(part, main, facets)) {
    const repeated = repeatedRows(names, facetKeys);
    if (repeated.size === 0) break;
    const longer = names.map((name, row) =>
      helper.role !== 'benchmark' || repeated.has(row)
        ? joinName(name, part.rows[row]?.cells[helper.index]?.text ?? '')
        : name,
    );
    if (repeatedRows(longer, facetKeys).size < repeated.size) names = longer;
  }
  return { names, facets, sectionsAreGroups };
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

function isFacet(column: Column, main: Column, repeats: number): boolean {
  if (column.use !== 'label' || column === main) return false;
  switch (column.role) {
    case 'shots':
    case 'split':
    case 'metric':
      return true;
    case 'benchmark':
      return repeats >= 1.5 || column.index < main.index;
    case 'config':
    case 'group':
      return repeats >= 1.5;
    default:
      return false;
  }
}

/** Other columns that may be part of a model's name: those on its right first. */
function helpers(part: Part, main: Column, facets: readonly Column[]): readonly Column[] {
  const candidates = part.columns.filter(
    (column) =>
      (column.use === 'label' || column.use === 'property') &&
      column !== main &&
      !facets.includes(column) &&
      column.role !== 'ignored' &&
      part.rows.every(({ cells }) => (cells[column.index]?.text.length ?? 0) <= 40),
  );
  return [
    ...candidates.filter(({ index }) => index > main.index),
    ...candidates.filter(({ index }) => index < main.index),
  ];
}

/** Rows that nothing tells from another one. */
function repeatedRows(names: readonly string[], keys: readonly string[]): ReadonlySet<number> {
  const rows = new Map<string, number[]>();
  for (const [row, name] of names.entries()) {
    const key = `${name}\n${keys[row] ?? ''}`;
    const same = rows.get(key);
    if (same === undefined) rows.set(key, [row]);
    else same.push(row);
  }
  return new Set([...rows.values()].filter((same) => same.length > 1).flat());
}

function joinName(name: string, addition: string): string {
  return addition === '' || name === '' || isOwnMark(name) || /^[-–—]$/.test(addition) ? name : `${name} ${addition}`;
}
