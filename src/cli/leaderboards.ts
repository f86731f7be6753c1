import { connectToHub, loadHub } from './hub';

/** The values of the leaderboards of some datasets, and sentences on those that could not be read. */
export async function readLeaderboards(datasets: readonly string[]): Promise<{
  readonly leaderboards: ReadonlyMap<string, readonly number[]>;
  readonly unread: readonly string[];
}> {
  const leaderboards = new Map<string, readonly number[]>();
  const unread: string[] = [];
  const connection = await connectToHub();
  if ('kind' in connection) return { leaderboards, unread: [connection.message] };
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
