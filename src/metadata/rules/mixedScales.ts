import { movePoint } from '../decimal';
import { Link } from '../documentation';
import { type MetricView } from '../modelIndexView';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { replaceValue } from '../yamlEdits';

/** Metrics that are shares of a whole, so that 0.85 and 85 may mean the same. */
const SHARE =
  /^(?:acc(?:uracy)?(?:[_ -]norm)?|cosine_accuracy|exact[_ -]match|em|f1(?:[_ -]\w+)?|precision|recall|pass@\d+|bleu|rouge\w*|map|mrr|ndcg\w*|wer|cer)$/i;
/** What lies between these is neither surely a fraction nor surely a percentage. */
const [MOST_FRACTION, LEAST_PERCENT] = [1, 10];

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
      const fractions = values.filter(({ number }) => number <= MOST_FRACTION);
      const percentages = values.filter(({ number }) => number >= LEAST_PERCENT);
      if (fractions.length === 0 || percentages.length === 0) continue;
      if (fractions.length + percentages.length < values.length) continue;
      const fewer = fractions.length < percentages.length ? fractions : percentages;
      const [kind, others, places] =
        fewer === fractions ? ['a fraction', 'percentages', 2] : ['a percentage', 'fractions', -2];
      for (const { path } of fewer) {
        const converted = movePoint(view.sourceOf(path), places);
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
    if (typeof type !== 'string' || !SHARE.test(type) || typeof value !== 'number' || value <= 0) continue;
    const at = [...path, 'value'];
    const group = groups.get(type.toLowerCase());
    const one = { path: at, number: value };
    if (group) group.push(one);
    else groups.set(type.toLowerCase(), [one]);
  }
  return groups;
}
