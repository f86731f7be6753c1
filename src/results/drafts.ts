import type { ModelReading, Score, ScoreNumber } from '../tables/reading';
import { type BenchmarkName, readBenchmarkName } from './benchmarkName';
import { type Benchmarks, nameKey } from './benchmarks';
import { draftKey } from './draftResults';
import { knownMetricType, metricType, UNNAMED_METRIC } from './metrics';
import { nameScores, type ScoreName } from './scoreNames';
import { datasetSlug, MADE_UP_ID, slug } from './slug';
import type { ScoreDraft } from './types';

const REPEATED_NOTE =
  'Another row says the same with another value; give this one its own name and tick it to include it.';
const PAIR_NOTE = 'The table does not say which number of the pair this is; name it and tick it to include it.';

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
  const values = new Map<string, number>();
  return drafts.map((draft) => {
    if (!draft.include) return draft;
    const key = draftKey(draft);
    const value = values.get(key);
    if (value === undefined) values.set(key, Number(draft.value));
    if (value === undefined || value === Number(draft.value)) return draft;
    return { ...draft, include: false, notes: [REPEATED_NOTE, ...draft.notes] };
  });
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
  const { note, ...dataset } = datasetOf(score, read, benchmarks);
  const isNamed = !isPair || number.part !== undefined;
  return {
    id: `${String(score.row)}:${String(score.column)}${isPair ? `:${String(part)}` : ''}`,
    include: isNamed,
    name,
    ...dataset,
    metricType: metricTypeOf(named.metric ?? read.metric, name, read),
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
  benchmarks: Benchmarks,
): DraftDataset & { readonly note?: string } {
  const group = benchmarks.named(score.group ?? '');
  const part =
    !read.benchmark && group?.dataset !== undefined && nameKey(read.base).startsWith(nameKey(score.group ?? ''));
  const benchmark = part ? group : isOtherLanguage(read) ? undefined : read.benchmark;
  const usualConfig = part ? slug(score.name) : benchmark?.config;
  const place = {
    config: score.config ?? usualConfig ?? '',
    split: score.split ?? read.split ?? benchmark?.split ?? '',
  };
  if (benchmark?.dataset !== undefined) return { datasetId: benchmark.dataset, ...place };
  const ownName = [benchmark?.name ?? read.benchmark?.name ?? read.base, ...read.qualifiers].join(' ');
  const note =
    slug(ownName) === ''
      ? 'No data set of the Hub is known by this name, and it has no Latin letter: the data set id is a checksum of it.'
      : MADE_UP_ID;
  return { datasetId: datasetSlug(ownName), ...place, note };
}

/** A configuration that is fixed for a benchmark is not that of a translation: `MMLU (fr)` is not in `cais/mmlu`. */
function isOtherLanguage({ benchmark, qualifiers }: BenchmarkName): boolean {
  return benchmark?.config !== undefined && qualifiers.some((word) => OTHER_LANGUAGE.test(word));
}
const OTHER_LANGUAGE =
  /^(?:ar|bn|cs|da|de|el|es|fa|fi|fr|he|hi|hu|id|it|ja|ko|ms|nl|no|pl|pt|ro|ru|sv|sw|ta|te|th|tr|uk|ur|vi|zh|arabic|chinese|dutch|french|german|hindi|indonesian|italian|japanese|korean|polish|portuguese|russian|spanish|thai|turkish|vietnamese)$/i;

function metricTypeOf(stated: string | undefined, name: string, read: BenchmarkName): string {
  if (stated !== undefined) return metricType(stated);
  return read.benchmark?.metric ?? knownMetricType(name) ?? UNNAMED_METRIC;
}
