import { isAverage, isMetricName, isSplitName, isValueWord } from './vocabulary/metrics';
import type { LabelRole } from './vocabulary/roles';
import { metricOfValueHeader, readLabel, type Label } from './label';
import { shotsOfCell } from './shots';

/** What a row or a column says about the scores that stand in it. */
export interface Facet {
  /** The benchmark; absent where the other axis names it. */
  readonly name?: string;
  readonly group?: string;
  readonly metric?: string;
  readonly shots?: number;
  readonly split?: string;
  readonly config?: string;
  readonly percent?: boolean;
  readonly higherIsBetter?: boolean;
  /** Labels as written, where the parts of a pair may be named. */
  readonly sources?: readonly string[];
}

/** `dropout=0.1`: a column under such a header differs from its neighbours in how it was made. */
const SETTING = /^[\p{L}_][\p{L}_ -]*\s?=\s?\S+$/u;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** What the header texts over columns of scores say, where columns are benchmarks. */
export function benchmarkHeaders(paths: readonly (readonly string[])[]): readonly Facet[] {
  const uppers = paths.map((path) => path.slice(0, -1).join('\n'));
  const read = paths.map((path, index) =>
    benchmarkPath(path, uppers.indexOf(uppers[index] ?? '') === uppers.lastIndexOf(uppers[index] ?? '')),
  );
  const groups = new Map<string, Set<string>>();
  for (const { labels } of read) {
    const leaf = labels.at(-1) ?? '';
    groups.set(leaf, (groups.get(leaf) ?? new Set()).add(labels.at(-2) ?? ''));
  }
  return read.map(({ labels, facet }): Facet => {
    const leaf = labels.at(-1);
    const upper = labels.at(-2);
    if (leaf === undefined) return facet;
    if (upper === undefined) return { ...facet, name: leaf };
    const isShared = (groups.get(leaf)?.size ?? 0) > 1;
    if (isPartOfName(leaf) || isShared) return { ...facet, name: `${upper} ${leaf}`, group: labels.at(-3) ?? upper };
    return { ...facet, name: leaf, group: upper };
  });
}

/** A header path without its metric at the end, or a word for "value" where its group has no other column. */
function benchmarkPath(
  path: readonly string[],
  isOnly: boolean,
): { readonly labels: readonly string[]; readonly facet: Facet } {
  const { labels, facet } = readPath(path);
  const leaf = labels.at(-1);
  if (leaf === undefined || labels.length < 2) return { labels, facet };
  if (isValueWord(leaf) && isOnly) return { labels: labels.slice(0, -1), facet };
  if (isMetricName(leaf) && !isAverage(leaf) && !isValueWord(leaf))
    return { labels: labels.slice(0, -1), facet: { ...facet, metric: leaf } };
  return { labels, facet };
}

/** What a header says over a column of scores, where rows are benchmarks: a metric or a split, or nothing. */
export function measureHeader(path: readonly string[]): Facet {
  const { labels, facet } = readPath(path);
  const leaf = labels.at(-1);
  if (leaf === undefined) return facet;
  if (isSplitName(leaf)) return { ...facet, split: leaf };
  const metric = metricOfValueHeader(leaf);
  const upper = labels.at(-2);
  return {
    ...facet,
    ...(metric !== undefined && { metric }),
    ...(upper !== undefined && !isValueWord(upper) && { group: upper }),
  };
}

function readPath(path: readonly string[]): { readonly labels: readonly string[]; readonly facet: Facet } {
  const facet: Mutable<Facet> = { sources: [...path].reverse() };
  const labels: string[] = [];
  for (const text of path) {
    const assigned = /^[nk]\s*=\s*\d+$/i.test(text) ? shotsOfCell(text) : undefined;
    const label: Label = assigned === undefined ? readLabel(text) : { name: '', shots: assigned, percent: false };
    if (assigned === undefined && SETTING.test(label.name)) {
      facet.config = label.name;
      continue;
    }
    merge(facet, label);
    if (label.name !== '' && !/^[-–—]$/.test(label.name)) labels.push(label.name);
  }
  return { labels, facet };
}

function merge(facet: Mutable<Facet>, label: Label): void {
  if (label.shots !== undefined) facet.shots = label.shots;
  if (label.percent) facet.percent = true;
  if (label.higherIsBetter !== undefined) facet.higherIsBetter = label.higherIsBetter;
}

/** `val`, `@256px`, `3818`: a leaf that means nothing without the header above it. */
function isPartOfName(leaf: string): boolean {
  return isSplitName(leaf) || /^@?\d[\d.,]*\s?\p{L}{0,3}$|^@/u.test(leaf);
}

/** The labels of one row by their roles, as texts; blank ones left out. */
export type RowLabels = readonly (readonly [role: LabelRole | undefined, text: string])[];

/** What the label cells of a row say, the model's own left out. */
export function rowFacet(labels: RowLabels): Facet {
  const facet: Mutable<Facet> = {};
  const benchmarks: string[] = [];
  const parts: string[] = [];
  const sources: string[] = [];
  for (const [role, text] of labels) {
    if (role === 'shots') {
      const shots = shotsOfCell(text);
      if (shots !== undefined) facet.shots = shots;
      continue;
    }
    const label = readLabel(text);
    merge(facet, label);
    if (role === 'metric') facet.metric = label.name;
    else if (role === 'split') facet.split = label.name;
    else if (role === 'config') readConfig(facet, label);
    else if (role === 'group') facet.group = label.name;
    else if (role === 'part') parts.push(label.name);
    else if (label.name !== '') benchmarks.push(label.name);
    sources.unshift(text);
  }
  const name = [...benchmarks.slice(-1), ...parts].join(' ');
  facet.sources = sources;
  if (name !== '') facet.name = name;
  if (benchmarks.length > 1 && benchmarks[0] !== undefined) facet.group ??= benchmarks[0];
  return facet;
}

function readConfig(facet: Mutable<Facet>, label: Label): void {
  if (label.name === '' || isValueWord(label.name)) return;
  facet.config = label.name;
}

/** Puts together what the column, the row and the section say of one score. */
export function combine(column: Facet, row: Facet, section: string | undefined): Facet {
  const both = column.name !== undefined && row.name !== undefined;
  const group = (both ? row.name : undefined) ?? column.group ?? row.group ?? section;
  const sources = [...(row.sources ?? []), ...(column.sources ?? [])];
  const facet: Mutable<Facet> = { ...column, ...row, sources };
  const name = column.name ?? row.name;
  if (name !== undefined) facet.name = name;
  if (group !== undefined) facet.group = group;
  else if (facet.split !== undefined && name !== undefined && isMetricName(name)) facet.group = facet.split;
  return facet;
}
