import { locateFrontMatter } from '../../card/frontMatter';
import { yamlNumber } from '../measuredValue';
import { isPlainMap } from '../plainValues';
import type { MergeConflict } from '../types';
import { type MetadataDocument, parseMetadata, type YamlDocument } from './document';
import { entryTree, type InsertTarget } from './insert';
import { plainValue, type Tree } from './tree';

/** What a merge is meant to change. */
export interface ExpectedChange {
  readonly trees: readonly Tree[];
  readonly target: InsertTarget;
  readonly replaced: readonly MergeConflict[];
}

interface PlainEntry {
  results?: { metrics: { value: unknown }[] }[] | null;
}

/** Whether a card's edited text reads as its former metadata with just the expected change. */
export function isAsExpected(editedText: string, before: MetadataDocument, change: ExpectedChange): boolean {
  const frontMatter = locateFrontMatter(editedText);
  if (frontMatter.kind !== 'present') return false;
  const after = parseMetadata(editedText, frontMatter);
  return after.kind === 'document' && canonical(plainCopy(after)) === canonical(expected(plainCopy(before), change));
}

/** The metadata as plain values of which no two are the same object: what an alias repeats is repeated. */
export function plainCopy({ document }: YamlDocument): unknown {
  return JSON.parse(JSON.stringify(document.toJS({ maxAliasCount: -1 }) ?? {}));
}

/** The same text for the same values, in whatever order their keys stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    isPlainMap(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );
}

function expected(before: unknown, { trees, target, replaced }: ExpectedChange): unknown {
  const root = before as { 'model-index'?: PlainEntry[] | null };
  for (const { existing, wanted } of replaced) {
    const metric =
      root['model-index']?.[existing.entry]?.results?.[existing.position[0]]?.metrics[existing.position[1]];
    if (metric) metric.value = Number(yamlNumber(wanted.metric.value.text));
  }
  if (trees.length === 0) return root;
  if (target.kind === 'new') {
    return { ...root, 'model-index': [plainValue(entryTree(target.name, trees))] };
  }
  const entry = root['model-index']?.[target.index];
  if (entry)
    entry.results = [...(entry.results ?? []), ...(trees.map(plainValue) as { metrics: { value: unknown }[] }[])];
  return root;
}
