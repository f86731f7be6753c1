import { isShare, onScale, scaleOf } from '../../results/scale';
import { Link } from '../documentation';
import { type MetricView } from '../modelIndexView';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { replaceValue } from '../yamlEdits';

interface OtherScale {
  readonly path: Path;
  readonly converted: string;
}

interface Value {
  readonly path: Path;
  readonly number: number;
}

/** Percentages and fractions for one metric of one model. */
export const mixedScales: Rule<MetadataView, OtherScale> = {
  code: 'model-index.mixed-scales',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    for (const [metric, values] of byMetric(view)) {
      const fractions = values.filter(({ number }) => scaleOf(number) === 'fraction');
      const percentages = values.filter(({ number }) => scaleOf(number) === 'percent');
      if (fractions.length === 0 || percentages.length === 0) continue;
      if (fractions.length + percentages.length < values.length) continue;
      const fewer = fractions.length < percentages.length ? fractions : percentages;
      const [kind, others, scale] =
        fewer === fractions
          ? (['a fraction', 'percentages', 'percent'] as const)
          : (['a percentage', 'fractions', 'fraction'] as const);
      for (const { path } of fewer) {
        const converted = onScale(view.sourceOf(path), scale);
        if (converted === null) continue;
        const message = `"${pathText(path)}" is ${kind} where other values of ${metric} are ${others}: write ${converted} if it means the same.`;
        yield { range: view.valueRange(path), message, data: { path, converted } };
      }
    }
  },

  fixes({ data: { path, converted } }, view) {
    return [{ title: `Convert to ${converted}`, edits: replaceValue(view, path, converted), safe: false }];
  },
};

function byMetric(view: MetadataView): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const { path, metric } of view.results.flatMap(({ metrics }): readonly MetricView[] => metrics)) {
    const { type, value } = metric;
    if (typeof type !== 'string' || !isShare(type) || typeof value !== 'number' || value <= 0) continue;
    const at = [...path, 'value'];
    const group = groups.get(type.toLowerCase());
    const one = { path: at, number: value };
    if (group) group.push(one);
    else groups.set(type.toLowerCase(), [one]);
  }
  return groups;
}
