import { type FrontMatter, locateFrontMatter, whyHidden, whyUnclosed } from '../card/frontMatter';
import { applyEdits, dominantLineBreak, positionOf, type TextEdit } from '../card/text';
import type { Benchmarks } from './benchmarks';
import type { EvaluationResult } from './evaluationResult';
import { ClaimIndex } from './match';
import { buildResults } from './modelIndex/build';
import { type MetadataDocument, type MetadataProblem, parseMetadata, valueOf } from './modelIndex/document';
import { indexTree, insertResults, type InsertTarget, type NotEditable } from './modelIndex/insert';
import { readMetadata } from './modelIndex/read';
import { numberScalar } from './modelIndex/scalar';
import { blockLines, DEFAULT_STYLE, type Tree } from './modelIndex/tree';
import { isAsExpected } from './modelIndex/verify';
import { moveToTop } from './moveFrontMatter';
import type { IndexedMetric, MergeConflict, MergeOptions, MergePlan, ModelIndexEntry } from './types';

type Present = FrontMatter & { readonly kind: 'present' };

/** Two lines of dashes with nothing between them, in which the Hub sees no front matter yet. */
const EMPTY_FRONT_MATTER = /^(\s*---\r?\n)---[ \t]*(?:\r?\n|$)/;

const CHANGES_MORE =
  'Nothing can be added to this front matter without changing something else in it; copy the YAML and add it by hand.';

/**
 * Works out how results get into a card's model-index with the smallest edits on its text. A claim of the same
 * measurement with the same value stays untouched, one with another value is a conflict, and what is new is added.
 */
export function planMerge(
  text: string,
  results: readonly EvaluationResult[],
  options: MergeOptions,
  benchmarks: Benchmarks,
): MergePlan {
  const frontMatter = locateFrontMatter(text);
  switch (frontMatter.kind) {
    case 'none':
      return intoNewFrontMatter(text, results, options, benchmarks);
    case 'present':
      return intoFrontMatter(text, frontMatter, results, options, benchmarks);
    case 'hidden': {
      const { line } = positionOf(text, frontMatter.block.start);
      const { why, remedy } = whyHidden(text, frontMatter);
      const message = `The Hub does not see the metadata that begins in line ${String(line)}, because ${why}; ${remedy} first.`;
      return { kind: 'hidden-front-matter', message, fix: moveToTop(text, frontMatter) };
    }
    case 'unclosed':
      return broken({ message: whyUnclosed(text, frontMatter), ...positionOf(text, frontMatter.start) });
  }
}

/** The model-index that results would make on their own; empty where there are none. */
export function modelIndexYaml(results: readonly EvaluationResult[], options: Pick<MergeOptions, 'entryName'>): string {
  return yamlOf(options.entryName, buildResults(results, []));
}

function yamlOf(entryName: string, trees: readonly Tree[]): string {
  if (trees.length === 0) return '';
  return blockLines(indexTree(entryName, trees), 0, DEFAULT_STYLE).join('\n') + '\n';
}

function intoNewFrontMatter(
  text: string,
  results: readonly EvaluationResult[],
  options: MergeOptions,
  benchmarks: Benchmarks,
): MergePlan {
  const { added, repeated } = sortOut(results, null, options, benchmarks);
  const yaml = yamlOf(options.entryName, buildResults(added, []));
  const merge = { kind: 'merge', added, yaml, repeated, same: [], conflicts: [] } as const;
  if (yaml === '') return { ...merge, edits: [], text };
  // The Hub does not take a lone `\r` for the end of the closing line.
  const lineBreak = dominantLineBreak(text) === '\r\n' ? '\r\n' : '\n';
  const lines = yaml.replaceAll('\n', lineBreak);
  const between = EMPTY_FRONT_MATTER.exec(text)?.[1]?.length;
  const start = between ?? (text.startsWith('\ufeff') ? 1 : 0);
  const block = between === undefined ? `---${lineBreak}${lines}---${lineBreak}` : lines;
  const edits = [{ start, end: start, text: block }];
  return { ...merge, edits, text: applyEdits(text, edits) };
}

function intoFrontMatter(
  text: string,
  frontMatter: Present,
  results: readonly EvaluationResult[],
  options: MergeOptions,
  benchmarks: Benchmarks,
): MergePlan {
  const metadata = parseMetadata(text, frontMatter);
  if (metadata.kind === 'problem') {
    return broken({ ...metadata.problem, message: `${metadata.problem.message} Mend it first.` });
  }
  const { entries } = readMetadata(metadata);
  const target = targetOf(entries, options);
  if (target === null) {
    const message =
      entries.length === 1
        ? 'model-index holds one model only; choose that one.'
        : 'model-index holds several models; choose the one that these results belong to.';
    return { kind: 'choose-entry', message, names: entries.map(({ name }) => name) };
  }

  const entry = target.kind === 'entry' ? (entries[target.index] ?? null) : null;
  const { added, repeated, same, conflicts } = sortOut(results, entry, options, benchmarks);
  const existing = entry?.metrics.map(({ result }) => result) ?? [];
  const trees = buildResults(added, existing);
  const replaced = conflicts.filter(({ decision }) => decision === 'replace');
  const edits = editsFor(text, frontMatter, metadata, trees, target, replaced);
  const refused = ({ message, at }: NotEditable) =>
    ({ kind: 'not-editable', message, ...positionOf(text, metadata.offset + at) }) as const;
  if ('message' in edits) return refused(edits);
  const edited = applyEdits(text, edits);
  if (edits.length > 0 && !isAsExpected(edited, metadata, { trees, target, replaced })) {
    const at = valueOf(metadata, metadata.root, 'model-index')?.range?.[0] ?? 0;
    return refused({ message: CHANGES_MORE, at });
  }
  const yaml = yamlOf(entry?.name ?? options.entryName, trees);
  return { kind: 'merge', edits, text: edited, added, yaml, repeated, same, conflicts };
}

function broken({ message, line, column }: Pick<MetadataProblem, 'message' | 'line' | 'column'>): MergePlan {
  return { kind: 'broken-front-matter', message, line, column };
}

function targetOf(entries: readonly ModelIndexEntry[], options: MergeOptions): InsertTarget | null {
  if (entries.length === 0) return { kind: 'new', name: options.entryName };
  const index = options.entry ?? (entries.length === 1 ? 0 : undefined);
  return index !== undefined && entries[index] ? { kind: 'entry', index } : null;
}

/** Tells the results that are new from those that the entry claims already, alike or with another value. */
function sortOut(
  results: readonly EvaluationResult[],
  entry: ModelIndexEntry | null,
  options: MergeOptions,
  benchmarks: Benchmarks,
) {
  const added: EvaluationResult[] = [];
  const repeated: EvaluationResult[] = [];
  const same: IndexedMetric[] = [];
  const conflicts: MergeConflict[] = [];
  const ids = new Set<string>();
  new ClaimIndex(entry ? [entry] : [], benchmarks).match(results).forEach((match, index) => {
    const wanted = results[index];
    if (!wanted) return;
    if (match.kind === 'new') added.push(wanted);
    else if (match.kind === 'repeated') repeated.push(wanted);
    else if (match.kind === 'same') same.push(match.existing);
    else {
      const id = conflictId(match.existing, wanted, ids);
      const decision = options.decisions?.[id] ?? (match.existing.verified ? 'keep' : options.onConflict) ?? 'keep';
      conflicts.push({ id, existing: match.existing, wanted, decision });
    }
  });
  return { added, repeated, same, conflicts };
}

/** Tells a conflict by its two claims, wherever they stand, so that a decision outlives edits of the card. */
function conflictId(existing: IndexedMetric, wanted: EvaluationResult, taken: Set<string>): string {
  const { dataset, metric, shots } = wanted;
  const claims = [
    dataset.name,
    metric.name ?? metric.type,
    shots,
    existing.result.metric.value.text,
    metric.value.text,
  ];
  let id = claims.join(' | ');
  while (taken.has(id)) id += '*';
  taken.add(id);
  return id;
}

function editsFor(
  text: string,
  frontMatter: Present,
  metadata: MetadataDocument,
  trees: readonly Tree[],
  target: InsertTarget,
  replaced: readonly MergeConflict[],
): readonly TextEdit[] | NotEditable {
  const values = replaced.map(({ existing, wanted }): TextEdit => {
    const separator = text.charAt(existing.valueRange.start - 1) === ':' ? ' ' : '';
    return { ...existing.valueRange, text: separator + numberScalar(wanted.metric.value.text) };
  });
  if (trees.length === 0) return values;
  const { block, yaml } = frontMatter;
  const lineBreak = dominantLineBreak(text.slice(block.start, block.end)) ?? '\n';
  const inserted = insertResults({ text, yaml, lineBreak }, metadata, trees, target);
  return 'message' in inserted ? inserted : [...values, ...inserted];
}
