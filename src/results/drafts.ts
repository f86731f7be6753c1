import type { ModelReading, Score, ScoreNumber } from '../tables/reading';
import { type BenchmarkName, readBenchmarkName } from './benchmarkName';
import { type Benchmark, type Benchmarks, configOf, nameKey } from './benchmarks';
import { contradicting } from './draftResults';
import { isOtherLanguage } from './language';
import { knownMetricType, metricType, UNNAMED_METRIC } from './metrics';
import { nameScores, type ScoreName } from './scoreNames';
import { datasetSlug, MADE_UP_ID, slug } from './slug';
import type { ScoreDraft } from './types';

const REPEATED_NOTE = 'Another row says the same with another value; include this one under a name of its own.';
const PAIR_NOTE =
  'The table does not say which number of the pair this is; name both in its header, or include this one under its own name.';

/** Turns the scores of one model into editable records, each number of a pair into one of its own. */
export function draftScores(model: ModelReading, benchmarks: Benchmarks): readonly ScoreDraft[] {
  const names = nameScores(model.scores, benchmarks);
  const drafts = model.scores.flatMap((score, index) => {
    const named = names[index] ?? { name: score.name, metric: score.metric };
    return score.numbers.map((number, part) => draftNumber(score, number, part, named, benchmarks));
  });
  return withoutContradictions(drafts);
}

/** Of several rows that would claim different values for one measurement, only the first is included. */
function withoutContradictions(drafts: readonly ScoreDraft[]): readonly ScoreDraft[] {
  const contradictions = contradicting(drafts);
  return drafts.map((draft) =>
    contradictions.has(draft.id) ? { ...draft, include: false, notes: [REPEATED_NOTE, ...draft.notes] } : draft,
  );
}

function draftNumber(
  score: Score,
  number: ScoreNumber,
  part: number,
  named: ScoreName,
  benchmarks: Benchmarks,
): ScoreDraft {
  const isPair = score.numbers.length > 1;
  const name = number.part === undefined ? named.name : `${named.name} (${number.part})`;
  const read = readBenchmarkName(name, benchmarks);
  const metric = named.metric ?? read.metric;
  const { note, ...dataset } = datasetOf(score, read, metric, benchmarks);
  const isNamed = !isPair || number.part !== undefined;
  return {
    id: `${String(score.row)}:${String(score.column)}${isPair ? `:${String(part)}` : ''}`,
    include: isNamed,
    name,
    ...dataset,
    metricType: metricTypeOf(metric, name, read),
    metricName: named.metric ?? '',
    shots: score.shots === undefined ? '' : String(score.shots),
    value: number.text,
    uncertainty: score.uncertainty ?? '',
    unit: score.unit ?? '',
    ...(score.higherIsBetter !== undefined && { higherIsBetter: score.higherIsBetter }),
    line: score.line,
    row: score.row,
    column: score.column,
    notes: [...(isNamed ? [] : [PAIR_NOTE]), ...(note === undefined ? [] : [note])],
  };
}

type DraftDataset = Pick<ScoreDraft, 'datasetId' | 'config' | 'split'>;

function datasetOf(
  score: Score,
  read: BenchmarkName,
  metric: string | undefined,
  benchmarks: Benchmarks,
): DraftDataset & { readonly note?: string } {
  const group = benchmarks.named(score.group ?? '');
  const part =
    !read.benchmark && group?.dataset !== undefined && nameKey(read.base).startsWith(nameKey(score.group ?? ''));
  const benchmark = part ? group : read.benchmark;
  const [config, split] = [score.config ?? '', score.split ?? read.split ?? ''];
  if (benchmark?.dataset !== undefined && isItsDataset(benchmark, read, metric)) {
    const usualConfig = part ? slug(score.name) : (namedConfig(read) ?? benchmark.config ?? '');
    return { datasetId: benchmark.dataset, config: config || usualConfig, split: split || (benchmark.split ?? '') };
  }
  const ownName = [read.benchmark?.name ?? read.base, ...read.qualifiers].join(' ');
  const note =
    slug(ownName) === ''
      ? 'No dataset of the Hub is known by this name, and it has no Latin letter: the dataset id is a checksum of it.'
      : MADE_UP_ID;
  return { datasetId: datasetSlug(ownName), config, split, note };
}

/** The configuration that a name adds in parentheses: `MBPP (sanitized)`. */
function namedConfig({ benchmark, qualifiers }: BenchmarkName): string | undefined {
  const named = qualifiers.map((word) => benchmark && configOf(benchmark, word));
  return named.find((config) => config !== undefined);
}

/** Translations, and the retrieval tasks that are made of a benchmark of questions, lie in datasets of their own. */
function isItsDataset(benchmark: Benchmark, { qualifiers }: BenchmarkName, metric: string | undefined): boolean {
  const isTranslated = !benchmark.multilingual && qualifiers.some(isOtherLanguage);
  const isOtherTask = benchmark.metric !== undefined && !isRetrieval(benchmark.metric) && isRetrieval(metric);
  return !isTranslated && !isOtherTask;
}

function isRetrieval(metric = ''): boolean {
  return /^(?:ndcg|mrr|map$|recall@)/.test(knownMetricType(metric) ?? '');
}

function metricTypeOf(stated: string | undefined, name: string, read: BenchmarkName): string {
  if (stated !== undefined) return metricType(stated);
  return read.benchmark?.metric ?? knownMetricType(name) ?? UNNAMED_METRIC;
}
