import { Link } from '../documentation';
import { besidesKey, canonical, clientKey, type MetricView, type ResultView } from '../modelIndexView';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { remove } from '../yamlEdits';

/** What is to be removed to leave each claim once: a metric, or the result that holds no other. */
type Duplicate = Path;

/** A claim that stands in model-index twice, with the same value. */
export const duplicateMetric: Rule<MetadataView, Duplicate> = {
  code: 'model-index.duplicate-result',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    const seen = new Map<string, MetricView>();
    for (const result of view.results) {
      const repeated = result.metrics.filter((metric) => {
        const key = claimKey(result, metric);
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, metric);
        return earlier !== undefined;
      });
      const whole = repeated.length === result.metrics.length && repeated.length > 0;
      for (const { path } of whole ? [{ path: result.path }] : repeated) {
        const message = `"${pathText(path)}" says again what model-index says above: keep one of the two.`;
        yield { range: view.keyRange(path), message, data: path };
      }
    }
  },

  fixes({ data: path }, view) {
    const edits = remove(view, path);
    return edits.length === 0 ? [] : [{ title: 'Merge it with the one above', edits, safe: true }];
  },
};

function claimKey(result: ResultView, { metric }: MetricView): string {
  const measured = clientKey(result) ?? canonical([result.entry, result.task, result.dataset]);
  return canonical([measured, besidesKey(result), metric]);
}
