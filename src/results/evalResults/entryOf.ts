import { readBenchmarkName } from '../benchmarkName';
import type { Benchmark, Benchmarks } from '../benchmarks';
import type { EvaluationResult, MetricValue } from '../evaluationResult';
import { yamlNumber } from '../measuredValue';
import { commonScale, isShare, onScale, type Scale, scaleOf } from '../scale';
import { notesOf } from './notes';
import type { RegisteredBenchmark, RegisteredBenchmarks } from './registered';
import { type EvalEntry, usesTools } from './entry';
import type { WantedEntry } from './merge';

/** What is known besides a result. */
export interface EvalKnowledge {
  readonly registered: RegisteredBenchmarks;
  readonly benchmarks: Benchmarks;
  /** The task id that a person chose, by dataset id. */
  readonly taskIds: ReadonlyMap<string, string>;
  /** The values of leaderboards that were read, by dataset id. */
  readonly leaderboards: ReadonlyMap<string, readonly number[]>;
}

/** A leaderboard beside a value that goes there. */
export interface Leaderboard {
  readonly scale: Scale | null;
  readonly top: number;
  readonly median: number;
}

/** A result as an entry of `.eval_results/`, or why it cannot be one. */
export type EvalConversion =
  | (WantedEntry & {
      readonly kind: 'entry';
      /** The value before, where the leaderboard is on the other scale. */
      readonly convertedFrom?: string;
      /** Absent where the leaderboard was not read, so that its scale is not known. */
      readonly leaderboard?: Leaderboard;
    })
  | {
      readonly kind: 'refused';
      readonly reason: 'no-leaderboard' | 'part' | 'task' | 'value';
      readonly message: string;
      /** The dataset whose task has to be chosen. */
      readonly dataset?: string;
    };

/**
 * Turns a result into an entry for the leaderboard of its benchmark: on the leaderboard's own scale, with what the format
 * has no field for in its notes, unless a person wrote those.
 */
export function entryOf(result: EvaluationResult, knowledge: EvalKnowledge, ownNotes?: string): EvalConversion {
  const { dataset } = result;
  const { benchmark, qualifiers } = readBenchmarkName(dataset.name, knowledge.benchmarks);
  const registered = knowledge.registered.of(dataset.type) ?? knowledge.registered.of(benchmark?.dataset ?? '');
  if (!registered) {
    return refused(
      'no-leaderboard',
      `no leaderboard of the Hub is known for ${dataset.type} (list of ${knowledge.registered.date})`,
    );
  }
  if (!isWhole(dataset.config, benchmark ?? knowledge.benchmarks.of(dataset.type, dataset.config))) {
    return refused(
      'part',
      `its configuration ${dataset.config ?? ''} is a part of ${registered.dataset}, whose leaderboard takes the whole`,
    );
  }
  const task = taskOf(registered, knowledge.taskIds);
  if (typeof task !== 'string') return task;
  const value = digitsOf(result.metric.value);
  if (value === null) return refused('value', `its value "${result.metric.value.text}" is no number`);

  const leaderboard = leaderboardOf(knowledge.leaderboards.get(registered.dataset) ?? []);
  const scale = leaderboard?.scale ?? null;
  const converted = convert(value, result, scale);
  const { standardError: error } = result;
  const errorThere =
    error === undefined || converted === null || scale === null ? error : (onScale(error, scale) ?? undefined);
  const notes = ownNotes ?? notesOf(result, qualifiers, errorThere);
  const entry: EvalEntry = {
    dataset: {
      id: registered.dataset,
      taskId: task,
      // The revision of another dataset, such as a copy, says nothing of this one.
      ...(dataset.revision !== undefined && dataset.type === registered.dataset && { revision: dataset.revision }),
    },
    value: { number: Number(converted ?? value), text: converted ?? value },
    ...(result.date !== undefined && { date: result.date }),
    ...(result.source && { source: result.source }),
    ...(notes !== '' && { notes }),
  };
  return {
    kind: 'entry',
    path: pathOf(registered.dataset, notes),
    entry,
    ...(converted !== null && { convertedFrom: value }),
    ...(leaderboard && { leaderboard }),
  };
}

function refused(reason: (EvalConversion & { readonly kind: 'refused' })['reason'], message: string, dataset?: string) {
  return { kind: 'refused' as const, reason, message, ...(dataset !== undefined && { dataset }) };
}

function isWhole(config: string | undefined, benchmark: Benchmark | undefined): boolean {
  const usual = ['', 'default', 'main', 'all', benchmark?.config ?? '', ...(benchmark?.otherConfigs ?? [])];
  return config === undefined || usual.includes(config);
}

function taskOf({ dataset, tasks }: RegisteredBenchmark, chosen: ReadonlyMap<string, string>) {
  const [only, another] = tasks;
  const task = chosen.get(dataset) ?? (another === undefined ? only : undefined);
  if (task !== undefined) return task;
  const which = only === undefined ? 'is not known here' : `may be ${tasks.join(', ')}`;
  return refused(
    'task',
    `the id of its task ${which}; look it up in https://huggingface.co/datasets/${dataset}/blob/main/eval.yaml`,
    dataset,
  );
}

/** The digits of a value; of a text such as `20.0 ± 1.2` those it begins with. */
function digitsOf({ text, number }: MetricValue): string | null {
  return yamlNumber(text) ?? (Number.isFinite(number) ? yamlNumber(String(number)) : null);
}

function leaderboardOf(values: readonly number[]): Leaderboard | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => b - a);
  return { scale: commonScale(values), top: sorted[0] ?? 0, median: sorted[sorted.length >> 1] ?? 0 };
}

/** The value on the leaderboard's scale where it surely is on the other; else null. */
function convert(value: string, { metric }: EvaluationResult, scale: Scale | null): string | null {
  const own = scaleOf(Number(value));
  return scale === null || own === null || own === scale || !isShare(metric.type) ? null : onScale(value, scale);
}

/** One file for a benchmark, and another for its results with tools: `hle.yaml`, `hle_with_tools.yaml`. */
function pathOf(dataset: string, notes: string): string {
  const name = dataset
    .slice(dataset.indexOf('/') + 1)
    .toLowerCase()
    .replace(/[^a-z0-9.]+/g, '_');
  return `.eval_results/${name}${usesTools(notes) ? '_with_tools' : ''}.yaml`;
}
