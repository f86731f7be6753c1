import { Link } from '../documentation';
import { besidesKey, canonical, clientKey, type MetricView } from '../modelIndexView';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** Two claims that differ in nothing but the value. */
export const contradiction: Rule<MetadataView, null> = {
  code: 'model-index.contradiction',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    const seen = new Map<string, MetricView>();
    for (const result of view.results) {
      const measured = clientKey(result);
      if (measured === null) continue;
      for (const metric of result.metrics) {
        const { type, name, config, args, value } = metric.metric;
        const key = canonical([measured, besidesKey(result), type, name, config, args]);
        const earlier = seen.get(key);
        if (earlier === undefined) seen.set(key, metric);
        else if (canonical(earlier.metric['value']) !== canonical(value)) {
          const [at, before] = [
            [...metric.path, 'value'],
            [...earlier.path, 'value'],
          ].map(pathText);
          const message = `"${at ?? ''}" differs from "${before ?? ''}", which measures the same: keep the right one, or say what tells them apart.`;
          yield { range: view.valueRange([...metric.path, 'value']), message, data: null };
        }
      }
    }
  },
};
