import type { Score } from '../tables/reading';
import { readBenchmarkName } from './benchmarkName';
import { type Benchmarks, nameKey } from './benchmarks';
import { knownMetricType } from './metrics';

/** Under which name and metric a score goes into the card. */
export interface ScoreName {
  readonly name: string;
  readonly metric: string | undefined;
}

/**
 * Names the scores of one model so that each can stand alone. A metric in the place of a name (`pass@1`) goes under the
 * benchmark of its group; parts of a known benchmark (`STEM` of `MMLU`) and names that only their group tells apart
 * (the `Average` of each section) get the group in front.
 */
export function nameScores(scores: readonly Score[], benchmarks: Benchmarks): readonly ScoreName[] {
  const ownKeys = scores.map((score) => scoreKey(score, score.name));
  const baseKeys = scores.map((score) => {
    const { base, benchmark } = readBenchmarkName(score.name, benchmarks);
    return scoreKey(score, benchmark ? score.name : base);
  });
  const groups = new Map<string, Set<string>>();
  const counts = new Map<string, number>();
  scores.forEach(({ group = '' }, index) => {
    const [baseKey = '', ownKey = ''] = [baseKeys[index], `${ownKeys[index] ?? ''}${group}`];
    groups.set(baseKey, (groups.get(baseKey) ?? new Set()).add(group));
    counts.set(ownKey, (counts.get(ownKey) ?? 0) + 1);
  });

  return scores.map((score, index): ScoreName => {
    const { name, group = '', groupSource, metric } = score;
    if (group === '') return { name, metric };
    const isOnly = counts.get(`${ownKeys[index] ?? ''}${group}`) === 1;
    if (metric === undefined && isOnly && knownMetricType(name) !== undefined) return { name: group, metric: name };
    const isRepeated = (groups.get(baseKeys[index] ?? '')?.size ?? 0) > 1;
    const isPart =
      groupSource !== 'heading' && benchmarks.named(group) && !readBenchmarkName(name, benchmarks).benchmark;
    return { name: isRepeated || isPart ? inGroup(group, name) : name, metric };
  });
}

/** `MMLU` and `STEM` make `MMLU STEM`; a name that begins with its group stays as it is. */
function inGroup(group: string, name: string): string {
  return nameKey(name).startsWith(nameKey(group)) ? name : `${group} ${name}`;
}

function scoreKey({ metric, shots, config, split }: Score, name: string): string {
  return JSON.stringify([nameKey(name), metric, shots, config, split]);
}
