import { asMap, isPlainMap, type PlainMap } from '../plainValues';
import { numberOf, textOf } from './json';
import { known } from './measured';

/** One value of a score of inspect. */
export interface ScoreValue {
  readonly metric: string;
  /** The group of samples that it is of; undefined for all of them. */
  readonly group?: string;
  readonly value: number;
  readonly standardError?: number;
}

/** Metrics that say how far values spread, not how good they are. */
const SPREAD = new Set(['std', 'var']);
const STANDARD_ERROR = /^(?:(?!bootstrap_)(.+?)_)?(?:bootstrap_)?stderr$/;

/** The values of a score, each with its standard error. */
export function valuesOfScore(score: PlainMap): readonly ScoreValue[] {
  const numbers = numbersOf(asMap(score['metrics']));
  const errors = numbers.flatMap(({ metric, group, value }) => {
    const of = STANDARD_ERROR.exec(metric);
    return of ? [{ of: of[1], group, value }] : [];
  });
  const values = distinct(numbers.filter(({ metric }) => !STANDARD_ERROR.test(metric) && !SPREAD.has(metric)));
  return values.map(({ metric, group, value }) => {
    const ofGroup = errors.filter((error) => error.group === group);
    const named = ofGroup.find(({ of }) => of !== undefined && (of === metric || `${of}_acc` === metric));
    const main = mainOf(values.filter((one) => one.group === group).map((one) => one.metric));
    const unnamed = metric === main ? ofGroup.find(({ of }) => of === undefined) : undefined;
    return { metric, value, ...known({ group, standardError: (named ?? unnamed)?.value }) };
  });
}

/** How a score's answers were graded, and how several to one sample were taken together, where that is not their mean. */
export function scorerOf(score: PlainMap): string | undefined {
  const [name, reducer] = [textOf(score['name']) ?? textOf(score['scorer']), textOf(score['reducer'])];
  return reducer === undefined || reducer === 'mean' ? name : [name, reducer].filter(Boolean).join(', ');
}

/** The metric that a standard error without a name belongs to: that of the mean, which some tasks call accuracy. */
function mainOf(metrics: readonly string[]): string | undefined {
  return metrics.find((metric) => metric === 'accuracy' || metric === 'mean') ?? (metrics[1] ? undefined : metrics[0]);
}

interface ScoreNumber {
  /** What the log tells it from the others by. */
  readonly key: string;
  readonly metric: string;
  readonly group: string | undefined;
  readonly value: number;
}

/** Samples may be grouped in several ways, with groups of the same name. */
function distinct(numbers: readonly ScoreNumber[]): readonly ScoreNumber[] {
  const found = new Map<string, ScoreNumber>();
  for (const one of numbers) {
    const id = JSON.stringify([one.metric, one.group]);
    const earlier = found.get(id);
    if (earlier === undefined) found.set(id, one);
    else if (earlier.value !== one.value) found.set(JSON.stringify([one.metric, one.key]), { ...one, group: one.key });
  }
  return [...found.values()];
}

/** The numbers of a score; where older logs nest them, the outer name comes first. */
function numbersOf(metrics: PlainMap, outer = ''): readonly ScoreNumber[] {
  return Object.entries(metrics).flatMap(([key, metric]): readonly ScoreNumber[] => {
    if (!isPlainMap(metric)) return [];
    if (!('value' in metric)) return numbersOf(metric, `${outer}${key}/`);
    const value = numberOf(metric['value']);
    return value === undefined ? [] : [{ key, ...metricOf(outer + key, metric), value }];
  });
}

/** The metric, and the group where it is taken of each group of samples; it may be taken of all of them, too. */
function metricOf(key: string, metric: PlainMap): Pick<ScoreNumber, 'metric' | 'group'> {
  const params = asMap(metric['params']);
  const [of, name] = [textOf(asMap(params['metric'])['name']), textOf(metric['name'])];
  if (of === undefined) return { metric: key, group: undefined };
  return { metric: of, group: name === (textOf(params['all_label']) ?? 'all') ? undefined : name };
}
