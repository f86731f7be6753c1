import type { HubConnection } from '../hub';
import type { RegisteredBenchmarks } from '../results/evalResults/registered';
import { loadCore } from './core';
import { loadHub } from './hub';

/** The values of the leaderboards of some datasets, and sentences on those that could not be read. */
export async function readLeaderboards(
  connection: HubConnection,
  datasets: readonly string[],
): Promise<{
  readonly leaderboards: ReadonlyMap<string, readonly number[]>;
  readonly unread: readonly string[];
}> {
  const leaderboards = new Map<string, readonly number[]>();
  const unread: string[] = [];
  for (const dataset of datasets) {
    const read = await loadHub().leaderboard(connection, dataset);
    if (read.ok)
      leaderboards.set(
        dataset,
        read.value.map(({ value }) => value),
      );
    else unread.push(`The leaderboard of ${dataset} could not be read: ${read.failure.message}`);
  }
  return { leaderboards, unread };
}

/**
 * The datasets that have a leaderboard now, or the shipped ones where the Hub does not say. The tasks of those that are not
 * among the shipped ones are asked for where `wantedOf` the list names them.
 */
export async function readRegistered(
  connection: HubConnection,
  shipped: RegisteredBenchmarks,
  wantedOf: (list: RegisteredBenchmarks) => readonly string[],
): Promise<RegisteredBenchmarks> {
  const listed = await loadHub().officialBenchmarks(connection);
  // A Hub that knows none does not know the question.
  if (!listed.ok || listed.value.length === 0) return shipped;
  const date = new Date().toISOString().slice(0, 10);
  const { parseRegistered } = loadCore();
  const known = listed.value.map((dataset) => ({ dataset, tasks: shipped.of(dataset)?.tasks ?? [] }));
  const wanted = new Set(wantedOf(parseRegistered({ date, benchmarks: known })));
  const benchmarks = await Promise.all(
    known.map(async ({ dataset, tasks }) => ({
      dataset,
      tasks: tasks.length === 0 && wanted.has(dataset) ? await tasksOf(connection, dataset) : tasks,
    })),
  );
  return parseRegistered({ date, benchmarks });
}

async function tasksOf(connection: HubConnection, dataset: string): Promise<readonly string[]> {
  const file = await loadHub().benchmarkFile(connection, dataset);
  return file.ok ? (loadCore().readBenchmarkFile(new TextDecoder().decode(file.value.content))?.tasks ?? []) : [];
}
