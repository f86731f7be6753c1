import type { IndexedMetric } from '../../results/types';
import type { Core } from '../cardCore';

/** A result that a change of a card adds, changes or removes, as texts for a person. */
export interface ResultChange {
  readonly kind: 'new' | 'changed' | 'gone';
  readonly name: string;
  readonly metric: string;
  /** The values on both sides; empty where the result is not there. */
  readonly before: string;
  readonly after: string;
  /** 1-based line in the text that holds it: the new one, or the old one of a result that is gone. */
  readonly line: number;
}

/** What a change of a card does to the results that its model-index claims. */
export function resultChanges(before: string, after: string, core: Core): readonly ResultChange[] {
  const old = resultsOf(before, core);
  const now = resultsOf(after, core);
  return [
    ...[...now].flatMap(([key, metric]) => {
      const previous = old.get(key);
      if (previous === undefined) return [change('new', metric, '', valueOf(metric))];
      const [was, is] = [valueOf(previous), valueOf(metric)];
      return was === is ? [] : [change('changed', metric, was, is)];
    }),
    ...[...old].flatMap(([key, metric]) => (now.has(key) ? [] : [change('gone', metric, valueOf(metric), '')])),
  ];
}

/** The claims of model-index, by all that tells one from another. */
function resultsOf(text: string, core: Core): ReadonlyMap<string, IndexedMetric> {
  const { entries } = core.analyzeCard(text).metadata;
  return new Map(
    entries.flatMap(({ name, metrics }) =>
      metrics.map((indexed) => {
        const { task, dataset, metric, shots, source } = indexed.result;
        const { value: _, ...named } = metric;
        return [JSON.stringify([name, task, dataset, named, shots, source]), indexed] as const;
      }),
    ),
  );
}

function change(kind: ResultChange['kind'], { result, line }: IndexedMetric, before: string, after: string) {
  const { dataset, metric, shots } = result;
  const name = dataset.name === '' ? dataset.type : dataset.name;
  const fewShot = shots === undefined || name.includes(`${shots}-shot`) ? '' : ` (${shots}-shot)`;
  return { kind, name: `${name}${fewShot}`, metric: metric.name ?? metric.type, before, after, line };
}

function valueOf({ result }: IndexedMetric): string {
  return result.metric.value.text;
}
