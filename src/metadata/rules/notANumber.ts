import { readValue } from '../../results/measuredValue';
import { Link } from '../documentation';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** A metric's value that states no number, such as NaN or a dash. */
export const notANumber: Rule<MetadataView, null> = {
  code: 'model-index.not-a-number',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    for (const { path, metric } of view.results.flatMap(({ metrics }) => metrics)) {
      const { value } = metric;
      const states = typeof value === 'string' ? readValue(value).number : value;
      if (typeof states !== 'number' || Number.isFinite(states)) continue;
      const at = [...path, 'value'];
      const message = `"${pathText(at)}" states no number: give one, or remove the metric.`;
      yield { range: view.valueRange(at), message, data: null };
    }
  },
};
