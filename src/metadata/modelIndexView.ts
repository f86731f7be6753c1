import { asList, asMap, isPlainMap, type PlainMap } from '../results/plainValues';
import type { Path } from './path';

/** One result of model-index as it stands, and the way to it. */
export interface ResultView {
  readonly path: Path;
  /** 0-based position of its entry. */
  readonly entry: number;
  readonly task: PlainMap;
  readonly dataset: PlainMap;
  readonly source: PlainMap;
  readonly metrics: readonly MetricView[];
}

/** One metric of a result, and the way to it. */
export interface MetricView {
  readonly path: Path;
  readonly metric: PlainMap;
}

/** The results of model-index in their order; what is no map is passed over, since another rule tells of it. */
export function resultsOf(data: unknown): readonly ResultView[] {
  return asList(asMap(data)['model-index']).flatMap((item, entry) =>
    asList(asMap(item)['results']).flatMap((result, index): readonly ResultView[] => {
      if (!isPlainMap(result)) return [];
      const path = ['model-index', entry, 'results', index];
      const metrics = asList(result['metrics']).flatMap((metric, at) =>
        isPlainMap(metric) ? [{ path: [...path, 'metrics', at], metric }] : [],
      );
      const { task, dataset, source } = result;
      return [{ path, entry, task: asMap(task), dataset: asMap(dataset), source: asMap(source), metrics }];
    }),
  );
}

/** What the Hub's Python client tells results by; null for a result that it cannot read. */
export function clientKey({ entry, task, dataset }: ResultView): string | null {
  if (dataset['type'] === undefined) return null;
  const { type, config, split, revision } = dataset;
  return JSON.stringify([entry, task['type'], type, config ?? null, split ?? null, revision ?? null]);
}

/** What the client keeps of the first only, where several results have one key. */
export function besidesKey({ task, dataset, source }: ResultView): Readonly<Record<string, unknown>> {
  return { args: dataset['args'], 'dataset name': dataset['name'], source, 'task name': task['name'] };
}

/** The same text for the same plain value, in whatever order its keys stand. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, one: unknown) =>
    isPlainMap(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one,
  );
}
