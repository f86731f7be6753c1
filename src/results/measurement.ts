import { type BenchmarkName, readBenchmarkName, splitName } from './benchmarkName';
import { type Benchmark, type Benchmarks, nameKey } from './benchmarks';
import { withoutDistinction } from './distinctions';
import type { EvaluationResult } from './evaluationResult';
import { knownMetricType, UNNAMED_METRIC } from './metrics';
import { statedShots, withoutShots } from './shots';

/**
 * What was measured, apart from its value: two results with the same measurement claim the same thing, whatever their
 * source and pretty names.
 */
export interface Measurement {
  /** Benchmark and configuration in one key. */
  readonly benchmark: string;
  /** Dataset and configuration, for a benchmark that is not known by name. */
  readonly unknownDataset?: string;
  readonly shots?: number;
  readonly metric: string;
  readonly metricName: string;
  /** false where the metric is only assumed. */
  readonly metricStated: boolean;
  readonly split?: string;
  /** true where the split belongs to the name, so that another split is another measurement. */
  readonly splitStated: boolean;
}

/** The other metrics of the same result, for shapes in which one result holds several benchmarks. */
export interface MetricPlace {
  readonly index: number;
  readonly count: number;
}

/** Whose result it is: in existing results a split is often just how a tool files its numbers. */
type Side = 'ours' | 'existing';

/** The measurement that one of our own results stands for. */
export function measurementOf(result: EvaluationResult, benchmarks: Benchmarks): Measurement {
  const { name } = result.metric;
  const repeatsName = name !== undefined && sameName(name, result.dataset.name);
  return describe(repeatsName ? withoutMetricName(result) : result, 'ours', benchmarks);
}

/**
 * All measurements that a metric of an existing result may stand for: of the result's dataset, and, in the shapes of
 * other tools, of a benchmark that the metric's name or its place in a list of names tells.
 */
export function measurementsOf(
  result: EvaluationResult,
  place: MetricPlace,
  benchmarks: Benchmarks,
): readonly Measurement[] {
  const metricName = result.metric.name;
  if (metricName !== undefined && sameName(metricName, result.dataset.name)) {
    return [describe(withoutMetricName(result), 'existing', benchmarks)];
  }
  const own = describe(result, 'existing', benchmarks);
  if (metricName !== undefined && namesBenchmark(metricName, result, benchmarks)) {
    return [own, describe(ofBenchmark(withoutMetricName(result), metricName), 'existing', benchmarks)];
  }
  const names = result.dataset.name.split(/\s*(?:,|;|&|\band\b)\s*/);
  const name = names.length === place.count && place.count > 1 ? names[place.index] : undefined;
  return name === undefined || name === '' ? [own] : [own, describe(ofBenchmark(result, name), 'existing', benchmarks)];
}

function sameName(a: string, b: string): boolean {
  return nameKey(withoutShots(a)) === nameKey(withoutShots(b));
}

/** A metric may be named after another benchmark than the result's, or after one where the result names none. */
function namesBenchmark(metricName: string, result: EvaluationResult, benchmarks: Benchmarks): boolean {
  if (knownMetricType(withoutShots(metricName)) !== undefined) return false;
  if (readBenchmarkName(metricName, benchmarks).benchmark) return true;
  const { name, type, config } = result.dataset;
  return !readBenchmarkName(name, benchmarks).benchmark && !benchmarks.of(type, config);
}

function withoutMetricName(result: EvaluationResult): EvaluationResult {
  const { name: _name, ...metric } = result.metric;
  return { ...result, metric };
}

/** The result as one of the benchmark `name`, without what belongs to the dataset it is filed under. */
function ofBenchmark(result: EvaluationResult, name: string): EvaluationResult {
  const { config: _config, ...dataset } = result.dataset;
  const shots = statedShots(name) ?? result.shots;
  return { ...result, dataset: { ...dataset, name, type: '' }, ...(shots !== undefined && { shots }) };
}

function describe(result: EvaluationResult, side: Side, benchmarks: Benchmarks): Measurement {
  const name = readBenchmarkName(result.dataset.name, benchmarks);
  const benchmark = knownBenchmark(result, name, benchmarks);
  const config = tellingConfig(result, benchmark);
  const split = name.split ?? normalSplit(result.dataset.split) ?? benchmark?.split;
  const shots = result.shots ?? statedShots(result.dataset.name);
  const stated = result.metric.name === undefined ? name.metric : withoutShots(result.metric.name);
  const metric = metricId(result.metric.type);
  const dataset = result.dataset.type.toLowerCase();
  return {
    benchmark: benchmarkKey(name, benchmark, config),
    ...(!benchmark && dataset !== '' && { unknownDataset: `${dataset} ${nameKey(config)}` }),
    ...(shots !== undefined && { shots }),
    metric,
    metricName: stated === undefined ? metric : metricId(stated),
    metricStated: stated !== undefined || !isAssumed(metric, side, name, benchmark),
    ...(split !== undefined && { split }),
    splitStated: name.split !== undefined || (side === 'ours' && split !== benchmark?.split),
  };
}

/** The benchmark by its name, made precise or else told by dataset and configuration. */
function knownBenchmark(result: EvaluationResult, name: BenchmarkName, benchmarks: Benchmarks): Benchmark | undefined {
  const { type, config } = result.dataset;
  const byType = type === '' ? undefined : benchmarks.of(type, config);
  if (!name.benchmark) return byType;
  return byType?.dataset !== undefined && byType.dataset === name.benchmark.dataset && !name.benchmark.config
    ? byType
    : name.benchmark;
}

/** One key for benchmark, variant and configuration; it comes out the same whichever of them the name holds. */
function benchmarkKey(name: BenchmarkName, benchmark: Benchmark | undefined, config: string): string {
  const written = nameKey(name.base.slice(name.base.lastIndexOf('/') + 1)) || nameKey(name.base);
  const known = benchmark && nameKey(benchmark.name);
  // A part of a known benchmark (`MMLU STEM`) keeps its own name; any other pretty name stands for the whole.
  const base = known === undefined || (!name.benchmark && written.startsWith(known)) ? written : known;
  const variant = name.qualifiers.map(nameKey).join('');
  const extra = nameKey(config);
  return base + variant + (base.endsWith(extra) || variant.includes(extra) ? '' : extra);
}

/** The configuration, unless it is the usual one or only repeats what tells equal keys apart (shots, name, source). */
function tellingConfig(result: EvaluationResult, benchmark: Benchmark | undefined): string {
  const config = result.dataset.config ?? '';
  if (config === '') return '';
  const usual = ['', 'default', benchmark?.config ?? '', ...(benchmark?.otherConfigs ?? [])].map(nameKey);
  const isUsual = (text: string) => usual.includes(nameKey(text));
  if (isUsual(config)) return '';
  const rest = withoutDistinction(config, result) ?? config;
  return isUsual(rest) ? '' : rest;
}

function normalSplit(split: string | undefined): string | undefined {
  return split === undefined ? undefined : (splitName(split) ?? split.toLowerCase());
}

function metricId(name: string): string {
  return knownMetricType(name) ?? nameKey(name);
}

/** Ours may be what a benchmark's metric usually is; in existing results the benchmark's name may stand for the metric. */
function isAssumed(metric: string, side: Side, name: BenchmarkName, benchmark: Benchmark | undefined): boolean {
  const usual =
    side === 'ours' ? ['accuracy', benchmark?.metric ?? 'accuracy'] : [name.base, benchmark?.name ?? name.base];
  return [UNNAMED_METRIC, ...usual].some((one) => metricId(one) === metric);
}
