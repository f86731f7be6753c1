import { addStatements, type Facet, type Mutable } from './facet';
import { fillDown } from './identity';
import { readLabel } from './label';
import { remember } from './remember';
import { isShotsHeader, shotsOfCell } from './shots';
import type { Column } from './columns';
import type { BodyRow, Part } from './parts';
import { isAverage, isValueWord } from './vocabulary/metrics';
import type { LabelRole } from './vocabulary/roles';

/** A label cell of a row with the role of its column. */
export type RoleText = readonly [role: LabelRole | undefined, text: string];

/** What the label cells of a row say, a model's name left out. */
export function rowFacet(labels: readonly RoleText[]): Facet {
  const [first] = labels;
  return labels.length === 1 && first?.[0] === 'benchmark' ? benchmarkFacet(first[1]) : facetOf(labels);
}

/** Most rows have no label but the benchmark's name, and many tables the same names. */
const benchmarkFacet = remember((text) => facetOf([['benchmark', text]]));

function facetOf(labels: readonly RoleText[]): Facet {
  const facet: Mutable<Facet> = {};
  let first: string | undefined;
  let name: string | undefined;
  let part: string | undefined;
  const sources: string[] = [];
  for (const [role, text] of labels) {
    if (text === '') continue;
    if (role === 'shots') {
      const shots = shotsOfCell(text);
      if (shots !== undefined) facet.shots = shots;
      continue;
    }
    sources.push(text);
    const label = readLabel(text);
    addStatements(facet, label);
    if (label.name === '') continue;
    if (role === 'metric' || role === 'split' || role === 'group') facet[role] = label.name;
    else if (role === 'config') {
      if (!isValueWord(label.name)) facet.config = label.name;
    } else if (role === 'part') part = joined(part, label.name);
    else {
      if (name !== undefined) first ??= name;
      name = label.name;
    }
  }
  const fullName = joined(name, part);
  if (fullName !== undefined) facet.name = fullName;
  if (first !== undefined) facet.group ??= first;
  facet.sources = sources.reverse();
  return facet;
}

function joined(first: string | undefined, second: string | undefined): string | undefined {
  return first === undefined || second === undefined ? (first ?? second) : `${first} ${second}`;
}

/** The labels of each row where rows are benchmarks; blank cells go on with the text above where that is meant. */
export function benchmarkLabels(part: Part, main: Column | undefined): readonly (readonly RoleText[])[] {
  const repeated = main !== undefined && new Set(fillDown(part.rows, main)).size < part.rows.length;
  const columns = part.columns
    .filter(({ use, role }) => use === 'label' && (role === undefined || !NO_LABELS.has(role)))
    .map((column) => ({
      index: column.index,
      role: roleBeside(column, main, repeated, part.rows),
      texts: fillDown(part.rows, column).map(statesShotsIn(column) ? withShots : (text) => text),
    }))
    .filter(({ role }) => role !== undefined);
  return part.rows.map(({ cells }, row) => {
    const own = (index: number) => cells[index]?.text ?? '';
    // A total often stands in the column of the groups, with no benchmark beside it.
    const isGroupAlone = main !== undefined && own(main.index) === '';
    const total = isGroupAlone ? columns.find(({ index, role }) => role === 'group' && own(index) !== '') : undefined;
    if (total !== undefined) return [['benchmark', own(total.index)]];
    return columns.map(({ role, texts, index }): RoleText => [role, goesOn(role) ? (texts[row] ?? '') : own(index)]);
  });
}

/** Whether the header says that the numbers in brackets are shots: `Benchmark (shots)`. */
function statesShotsIn({ path }: Column): boolean {
  return isShotsHeader(/\(([^()]+)\)$/.exec(path.at(-1) ?? '')?.[1] ?? '');
}

/** `Exam (5)` as `Exam (5-shot)`. */
function withShots(text: string): string {
  return text.replace(/\((\d{1,2})(?=[,)])/, '($1-shot');
}
const NO_LABELS: ReadonlySet<LabelRole> = new Set<LabelRole>(['index', 'ignored', 'value']);

function goesOn(role: LabelRole | undefined): boolean {
  return role === 'group' || role === 'benchmark' || role === 'part';
}

/** What a label column is beside the one that names the benchmarks. */
function roleBeside(
  column: Column,
  main: Column | undefined,
  repeated: boolean,
  rows: readonly BodyRow[],
): LabelRole | undefined {
  if (column.index === main?.index) {
    const isSetting = column.role === 'config' && column.counts.numbers > 0;
    return column.role === 'metric' || isSetting ? column.role : 'benchmark';
  }
  if (column.role !== 'benchmark' && column.role !== 'model' && column.role !== undefined) return column.role;
  if (column.role === 'benchmark' || (main !== undefined && column.index < main.index)) return 'group';
  const isShort = rows.every(({ cells }) => (cells[column.index]?.text.length ?? 0) <= 40);
  return repeated && isShort ? 'config' : undefined;
}

/** Whether a row is the one average of a table, at its end: then it is over all sections and in none of them. */
export function isTotal(rows: readonly BodyRow[], row: number, label: string): boolean {
  if (row !== rows.length - 1 || !isAverage(label)) return false;
  return rows.filter(({ cells }) => isAverage(cells[0]?.text ?? '')).length === 1;
}
