import { readFileSync } from 'node:fs';
import { locateFrontMatter } from '../../../src/card/frontMatter';
import { parseBenchmarks } from '../../../src/results/benchmarks';
import type { EvaluationResult } from '../../../src/results/evaluationResult';
import { planMerge } from '../../../src/results/merge';
import { parseMetadata } from '../../../src/results/modelIndex/document';
import { readMetadata } from '../../../src/results/modelIndex/read';
import type { CardMetadata, IndexedMetric, MergeOptions, MergePlan } from '../../../src/results/types';

/** The product's own list of benchmarks. */
export const BENCHMARKS = parseBenchmarks(JSON.parse(readFileSync('media/data/benchmarks.json', 'utf8')));

export type Merge = MergePlan & { readonly kind: 'merge' };

export interface ResultParts {
  readonly name: string;
  readonly value: string;
  readonly type?: string;
  readonly config?: string;
  readonly split?: string;
  readonly shots?: number;
  readonly metric?: string;
  readonly metricName?: string;
  readonly url?: string;
  readonly source?: string;
  readonly task?: string;
}

/** A result with the given parts; the dataset is the known one of the name. */
export function result(parts: ResultParts): EvaluationResult {
  const { name, value, config, split, shots, metricName, url, source } = parts;
  const type = parts.type ?? BENCHMARKS.named(name)?.dataset ?? 'unknown-benchmark';
  return {
    task: { type: parts.task ?? 'text-generation' },
    dataset: { type, name, ...(config !== undefined && { config }), ...(split !== undefined && { split }) },
    metric: {
      type: parts.metric ?? 'accuracy',
      ...(metricName !== undefined && { name: metricName }),
      value: { number: Number(value), text: value },
    },
    ...(shots !== undefined && { shots }),
    ...(url !== undefined && { source: { url, ...(source !== undefined && { name: source }) } }),
  };
}

export function plan(
  text: string,
  results: readonly EvaluationResult[],
  options: Partial<MergeOptions> = {},
): MergePlan {
  return planMerge(text, results, { entryName: 'my-model', ...options }, BENCHMARKS);
}

/** The merge of results into a text that can take them. */
export function merge(text: string, results: readonly EvaluationResult[], options: Partial<MergeOptions> = {}): Merge {
  const planned = plan(text, results, options);
  if (planned.kind !== 'merge') throw new Error(`${planned.kind}: ${planned.message}`);
  return planned;
}

/** What a card's front matter says. */
export function metadataOf(text: string): CardMetadata {
  const frontMatter = locateFrontMatter(text);
  if (frontMatter.kind !== 'present') return { keys: [], entries: [] };
  const metadata = parseMetadata(text, frontMatter);
  return metadata.kind === 'problem' ? { keys: [], entries: [], problem: metadata.problem } : readMetadata(metadata);
}

export function claimsOf(text: string): readonly IndexedMetric[] {
  return metadataOf(text).entries.flatMap(({ metrics }) => metrics);
}

/** The lines of a text, each ended by `\n`. */
export function lines(...all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
