import { movePoint } from './decimal';
import type { CardMetadata } from './types';

/** How shares of a whole are written: from 0 to 1, or from 0 to 100. */
export type Scale = 'fraction' | 'percent';

/** Metrics that are shares of a whole, so that 0.85 and 85 may mean the same. */
const SHARE =
  /^(?:acc(?:uracy)?(?:[_ -]norm)?|cosine_accuracy|exact[_ -]match|em|f1(?:[_ -]\w+)?|precision|recall|(?:pass|maj|avg)@\d+|mc[12]|(?:prompt|inst)_level_(?:strict|loose)_acc|bleu|rouge\w*|map|mrr|ndcg\w*|wer|cer)$/i;
/** What lies between these is neither surely a fraction nor surely a percentage. */
const [MOST_FRACTION, LEAST_PERCENT] = [1, 10];

/** Whether a metric is a share of a whole. */
export function isShare(metricType: string): boolean {
  return SHARE.test(metricType);
}

/** The scale that one value is surely on; 0 is on either. */
export function scaleOf(value: number): Scale | null {
  if (value > 0 && value <= MOST_FRACTION) return 'fraction';
  return value >= LEAST_PERCENT ? 'percent' : null;
}

/** The one scale of some values; null where none is on a sure one, or they differ. */
export function commonScale(values: readonly number[]): Scale | null {
  const scales = new Set(values.map(scaleOf).filter((scale) => scale !== null));
  return scales.size === 1 ? ([...scales][0] ?? null) : null;
}

/** The scale of the shares that a card's model-index claims. */
export function cardScale({ entries }: CardMetadata): Scale | null {
  const metrics = entries.flatMap((entry) => entry.metrics).map(({ result }) => result.metric);
  return commonScale(metrics.filter(({ type }) => isShare(type)).map(({ value }) => value.number));
}

/** A number's digits on the other scale than theirs; null where that cannot be said exactly. */
export function onScale(digits: string, scale: Scale): string | null {
  return movePoint(digits, scale === 'percent' ? 2 : -2);
}
