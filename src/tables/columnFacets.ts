import { addStatements, type Facet, type Mutable } from './facet';
import { metricOfValueHeader, readLabel, readModelLabel, unbracketed, type Label } from './label';
import { isShotsRange, shotsOfCell } from './shots';
import type { Column } from './columns';
import { isAverage, isMetricName, isSplitName, isValueWord } from './vocabulary/metrics';
import { modelLikeness } from './vocabulary/modelNames';

/** A model as a header names it; `occurrence` counts equal names before it that are other models. */
export interface NamedModel {
  readonly name: string;
  readonly occurrence: number;
}

type Path = readonly string[];

/** Header texts without what they state beside their names, and that. */
interface ReadPath {
  readonly labels: Path;
  readonly facet: Facet;
}

/** Whether a header names what was measured, not on what. */
export function isMeasure(header: string): boolean {
  const { name } = readLabel(header);
  if (name === '' || isMetricName(name) || isValueWord(name) || isSplitName(name)) return true;
  return metricOfValueHeader(name) !== name;
}

/** What the header texts over columns of scores say, where columns are benchmarks. */
export function benchmarkHeaders(paths: readonly Path[]): readonly Facet[] {
  const columnsBelow = new Map<string, number>();
  for (const path of paths) {
    const upper = path.slice(0, -1).join('\n');
    columnsBelow.set(upper, (columnsBelow.get(upper) ?? 0) + 1);
  }
  const read = paths.map((path) => benchmarkPath(path, columnsBelow.get(path.slice(0, -1).join('\n')) === 1));
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

/** What the header over a column of scores says, where rows are benchmarks: a metric or a split, or nothing. */
export function measureHeader(path: Path): Facet {
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

/** The model of each column, and what a header row below the models says of it. */
export function modelHeaders(
  values: readonly Column[],
  titleWords: ReadonlySet<string>,
): readonly { readonly model: NamedModel; readonly facet: Facet }[] {
  const leaves = values.map(({ path }) => path.at(-1) ?? '');
  const uppers = values.map(({ path }) => path.at(-2) ?? '');
  const likeness = (headers: Path) =>
    headers.reduce((sum, header) => sum + modelLikeness(readLabel(header).name, titleWords), 0);
  const isRepeated = new Set(leaves).size < leaves.length;
  const modelsAbove =
    uppers.every((upper) => upper !== '') &&
    (leaves.every(isMeasure) || (isRepeated && likeness(uppers) > likeness(leaves)));
  const seen = new Map<string, number>();
  return values.map(({ path }, index) => {
    const { name, shots } = readModelLabel((modelsAbove ? uppers[index] : leaves[index]) ?? '');
    const facet = modelsAbove ? measureHeader(path.slice(-1)) : { ...(shots !== undefined && { shots }) };
    const key = JSON.stringify([name, facet.metric, facet.split, facet.config, facet.shots]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    return { model: { name, occurrence }, facet };
  });
}

/** A header path without its metric at the end, or a word for "value" where its group has no other column. */
function benchmarkPath(path: Path, isOnly: boolean): ReadPath {
  const { labels, facet } = readPath(path);
  const leaf = labels.at(-1);
  if (leaf === undefined || labels.length < 2) return { labels, facet };
  if (isValueWord(leaf)) return { labels: isOnly ? labels.slice(0, -1) : labels, facet };
  if (isMetricName(leaf) && !isAverage(leaf)) return { labels: labels.slice(0, -1), facet: { ...facet, metric: leaf } };
  return { labels, facet };
}

/** `n=5`: a number of shots. */
const ASSIGNED_SHOTS = /^[nk]\s*=\s*\d+$/i;
/** `dropout=0.1`: a column under such a header differs from its neighbours in how it was made. */
const SETTING = /^[\p{L}_][\p{L}_ -]*\s?=\s?\S+$/u;

function readPath(path: Path): ReadPath {
  const facet: Mutable<Facet> = { sources: [...path].reverse() };
  const labels: string[] = [];
  for (const text of path) {
    const shots = ASSIGNED_SHOTS.test(text) ? shotsOfCell(text) : undefined;
    const label: Label = shots === undefined ? readLabel(text) : { name: '', shots, percent: false };
    addStatements(facet, label);
    if (text.includes('=') && SETTING.test(label.name)) facet.config = label.name;
    else if (label.name !== '' && !/^[-–—]$/.test(label.name) && !isShotsRange(label.name))
      labels.push(unbracketed(label.name));
  }
  return { labels, facet };
}

/** `val`, `@256px`, `3818`: a leaf that means nothing without the header above it. */
function isPartOfName(leaf: string): boolean {
  return isSplitName(leaf) || /^@?\d[\d.,]*\s?\p{L}{0,3}$|^@/u.test(leaf);
}
