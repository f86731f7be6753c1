import { attempt } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { AnswerReader, optionalText } from './json';

/** One row of a benchmark's leaderboard. */
export interface LeaderboardEntry {
  readonly rank: number;
  readonly model: string;
  readonly value: number;
  readonly verified: boolean;
  readonly notes?: string;
  /** The open pull request that the result stands in. */
  readonly pullRequest?: number;
}

/** The leaderboard of a benchmark's dataset, best first; derived models too where asked for. */
export function leaderboard(
  connection: HubConnection,
  dataset: string,
  { derived = false }: { readonly derived?: boolean } = {},
  signal?: AbortSignal,
): Promise<HubResult<readonly LeaderboardEntry[]>> {
  return attempt(async () => {
    const read = new AnswerReader(connection);
    const path = `/api/datasets/${dataset}/leaderboard${derived ? '?base_model=false' : ''}`;
    const rows = read.objects(await connection.json({ path, subject: { dataset }, signal }), 'the leaderboard');
    return rows.map((row) => {
      const notes = optionalText(row['notes']);
      const pullRequest = row['pullRequest'];
      return {
        rank: read.number(row['rank'], 'a rank'),
        model: read.text(row['modelId'], 'a model'),
        value: read.number(row['value'], 'a value'),
        verified: row['verified'] === true,
        ...(notes !== undefined && { notes }),
        ...(typeof pullRequest === 'number' && { pullRequest }),
      };
    });
  });
}
