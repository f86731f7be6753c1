import type { Benchmarks } from './benchmarks';
import type { EvaluationResult, MetricValue } from './evaluationResult';
import { type Measurement, measurementOf, measurementsOf } from './measurement';
import { UNNAMED_METRIC } from './metrics';
import type { IndexedMetric, ModelIndexEntry } from './types';

/** How one of our results stands against what is claimed already. */
export type Match =
  | { readonly kind: 'same'; readonly existing: IndexedMetric }
  | { readonly kind: 'conflict'; readonly existing: IndexedMetric }
  /** The same as an earlier one of ours, which is new. */
  | { readonly kind: 'repeated' }
  | { readonly kind: 'new' };

/** A claim that stands in model-index, with everything it may be a measurement of. */
interface Claim {
  readonly metric: IndexedMetric;
  readonly measurements: readonly Measurement[];
}

/** The claims of model-index, found by what they measure. */
export class ClaimIndex {
  readonly #benchmarks: Benchmarks;
  readonly #byBenchmark = new Map<string, Claim[]>();
  readonly #values = new Set<number>();

  constructor(entries: readonly ModelIndexEntry[], benchmarks: Benchmarks) {
    this.#benchmarks = benchmarks;
    for (const entry of entries) {
      const counts = new Map<number, number>();
      for (const { position } of entry.metrics) counts.set(position[0], (counts.get(position[0]) ?? 0) + 1);
      for (const metric of entry.metrics) {
        const place = { index: metric.position[1], count: counts.get(metric.position[0]) ?? 1 };
        this.#values.add(metric.result.metric.value.number);
        this.#add({ metric, measurements: measurementsOf(metric.result, place, benchmarks) });
      }
    }
  }

  get isEmpty(): boolean {
    return this.#values.size === 0;
  }

  /** Whether any claim has this value: where none has, no result with it can be the same as a claim. */
  hasValue(value: number): boolean {
    return this.#values.has(value);
  }

  /**
   * Finds for each of our results the claim that measures the same. Certain matches go first and equal values before
   * others, and a claim that one result has taken can only be the same as another, never contradict it.
   */
  match(results: readonly EvaluationResult[]): readonly Match[] {
    const all = results.map((result) => ({
      ours: measurementOf(result, this.#benchmarks),
      value: result.metric.value,
    }));
    const matches = new Array<Match | undefined>(results.length);
    const taken = new Set<IndexedMetric>();

    const pass = (find: (ours: Measurement, value: MetricValue) => Match | undefined) => {
      all.forEach(({ ours, value }, index) => {
        const found = matches[index] ? undefined : find(ours, value);
        if (!found) return;
        matches[index] = found;
        if ('existing' in found) taken.add(found.existing);
      });
    };
    const free = (claims: readonly Claim[]) => claims.filter(({ metric }) => !taken.has(metric));

    pass((ours, value) => same(this.#claims(ours, isSameMeasurement).find(hasValue(value))));
    pass((ours) => conflict(nearestSplit(free(this.#claims(ours, isSameMeasurement)), ours)));
    pass((ours, value) => same(free(this.#claims(ours, mayBeSameMeasurement)).find(hasValue(value))));
    pass((ours) => conflict(only(free(this.#claims(ours, mayContradict)))));

    const added = new Map<string, (typeof all)[number][]>();
    return all.map((one, index) => {
      const match = matches[index];
      if (match) return match;
      const { ours, value } = one;
      const earlier = added.get(ours.benchmark) ?? [];
      if (earlier.some((other) => isRepeated(other.ours, ours) && other.value.number === value.number)) {
        return { kind: 'repeated' };
      }
      added.set(ours.benchmark, [...earlier, one]);
      return { kind: 'new' };
    });
  }

  #add(claim: Claim): void {
    for (const { benchmark, unknownDataset } of claim.measurements) {
      for (const key of [benchmark, unknownDataset]) {
        if (key === undefined) continue;
        const claims = this.#byBenchmark.get(key);
        if (claims === undefined) this.#byBenchmark.set(key, [claim]);
        else if (claims.at(-1) !== claim) claims.push(claim);
      }
    }
  }

  #claims(ours: Measurement, agree: (a: Measurement, b: Measurement) => boolean): readonly Claim[] {
    const byName = this.#byBenchmark.get(ours.benchmark) ?? [];
    const byDataset = ours.unknownDataset === undefined ? [] : (this.#byBenchmark.get(ours.unknownDataset) ?? []);
    return [...new Set([...byName, ...byDataset])].filter((claim) =>
      claim.measurements.some((measurement) => agree(measurement, ours)),
    );
  }
}

function isSameMeasurement(a: Measurement, b: Measurement): boolean {
  return (
    a.benchmark === b.benchmark &&
    a.shots === b.shots &&
    a.metric === b.metric &&
    a.metricName === b.metricName &&
    mayBeSameSplit(a, b)
  );
}

function isRepeated(a: Measurement, b: Measurement): boolean {
  return isSameMeasurement(a, b) && a.split === b.split;
}

/** Two claims that leave something open may still be the same: the metric, the shots, or the name of an unknown dataset. */
function mayBeSameMeasurement(a: Measurement, b: Measurement): boolean {
  const sameBenchmark =
    a.benchmark === b.benchmark || (a.unknownDataset !== undefined && a.unknownDataset === b.unknownDataset);
  const sameShots = a.shots === b.shots || a.shots === undefined || b.shots === undefined;
  const sameMetric =
    !a.metricStated ||
    !b.metricStated ||
    [a.metric, a.metricName].some((one) => one === b.metric || one === b.metricName);
  return sameBenchmark && sameShots && sameMetric && mayBeSameSplit(a, b);
}

/** Another value contradicts a claim only where the claim's metric is open, or ours is assumed to be it or wholly unknown. */
function mayContradict(claim: Measurement, ours: Measurement): boolean {
  if (claim.shots !== ours.shots || !mayBeSameMeasurement(claim, ours)) return false;
  if (!claim.metricStated || ours.metricStated || [claim.metric, UNNAMED_METRIC].includes(ours.metric)) return true;
  return ACCURACIES.has(claim.metric) && ACCURACIES.has(ours.metric);
}

/** Tables seldom say which of these they mean. */
const ACCURACIES: ReadonlySet<string> = new Set(['accuracy', 'acc_norm']);

/** Splits count where one belongs to a name; elsewhere other tools file the same number under other splits. */
function mayBeSameSplit(a: Measurement, b: Measurement): boolean {
  if (a.split === b.split || (!a.splitStated && !b.splitStated)) return true;
  return a.split === undefined || b.split === undefined;
}

function hasValue(value: MetricValue): (claim: Claim) => boolean {
  return ({ metric }) => isEqual(metric.result.metric.value, value);
}

/** Numerically equal, or written alike where it is no number, or the claimed number rounded to the digits of ours. */
function isEqual(claimed: MetricValue, ours: MetricValue): boolean {
  return claimed.number === ours.number || claimed.text === ours.text || isRounded(claimed, ours);
}

function isRounded(claimed: MetricValue, ours: MetricValue): boolean {
  const digits = /^-?0*(\d*)\.(\d+)$/.exec(ours.text);
  const [, whole = '', fraction = ''] = digits ?? [];
  // Few digits say too little: 0.9 is no rounded 0.85 that anybody could be sure of.
  if (`${whole}${fraction}`.replace(/^0+/, '').length < 3) return false;
  const [, claimedFraction = ''] = /\.(\d+)/.exec(claimed.text) ?? [];
  const tolerance = 0.5 * 10 ** -fraction.length * (1 + 1e-9);
  return claimedFraction.length > fraction.length && Math.abs(claimed.number - ours.number) <= tolerance;
}

function nearestSplit(claims: readonly Claim[], ours: Measurement): Claim | undefined {
  return claims.find((claim) => claim.measurements.some(({ split }) => split === ours.split)) ?? claims[0];
}

function only(claims: readonly Claim[]): Claim | undefined {
  return claims.length === 1 ? claims[0] : undefined;
}

function same(claim: Claim | undefined): Match | undefined {
  return claim && { kind: 'same', existing: claim.metric };
}

function conflict(claim: Claim | undefined): Match | undefined {
  return claim && { kind: 'conflict', existing: claim.metric };
}
