import { readValue } from '../../results/measuredValue';
import { Link } from '../documentation';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** More than a hundred percent. */
export const overHundred: Rule<MetadataView, null> = {
  code: 'model-index.over-100-percent',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    for (const { path, metric } of view.results.flatMap(({ metrics }) => metrics)) {
      const { value, type, name, unit } = metric;
      const isPercent = [value, type, name, unit].some((text) => typeof text === 'string' && text.includes('%'));
      const number = typeof value === 'string' ? readValue(value).number : value;
      // Word error rates do pass a hundred.
      if (
        !isPercent ||
        typeof number !== 'number' ||
        number <= 100 ||
        /error|\bw?c?er\b/i.test(`${String(type)} ${String(name)}`)
      )
        continue;
      const at = [...path, 'value'];
      const message = `"${pathText(at)}" is over 100 %: check the number and its unit.`;
      yield { range: view.valueRange(at), message, data: null };
    }
  },
};
