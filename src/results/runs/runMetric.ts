import { knownMetricType } from '../metrics';

/** `pass@k:k=1&n=1`, `gpqa_pass@k:k=1`, `codegen_pass@1:16`, `maj@n:n=4&…`: lighteval's ways to say how many were drawn. */
const DRAWN = /(?:^|_)(pass|maj|avg)@(?:[kn]:[kn]=)?(\d+)/;

/** Metrics that frameworks have their own names for. */
const TYPES: Readonly<Record<string, string>> = {
  extractive_match: 'exact_match',
  truthfulqa_mc1: 'mc1',
  truthfulqa_mc2: 'mc2',
};

/** A framework's name of a metric without what only its program knows: functions and their addresses. */
export function metricName(key: string): string {
  return key.replace(/&strip[^]*$/, '').replace(/ at 0x[0-9a-f]+/gi, '');
}

/** The metric type of model-index for a framework's metric; one that is not known keeps its name. */
export function runMetricType(key: string): string {
  const name = metricName(key);
  const [, kind, count] = DRAWN.exec(name) ?? [];
  if (kind !== undefined && count !== undefined) return `${kind}@${count}`;
  return TYPES[name] ?? knownMetricType(name) ?? name;
}
