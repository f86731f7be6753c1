import { listDatasets } from '@huggingface/hub';
import { attempt } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { fileOf, type HubFile } from './files';
import { take, viaLibrary } from './library';

/** The ids of the datasets whose names match a query, those first that are looked at most. */
export function searchDatasets(
  connection: HubConnection,
  query: string,
  limit: number,
  signal?: AbortSignal,
): Promise<HubResult<readonly string[]>> {
  return attempt(() =>
    viaLibrary(connection, {}, signal, async (common) => {
      const found = await take(listDatasets({ ...common, search: { query }, sort: 'downloads', limit }));
      return found.map(({ name }) => name);
    }),
  );
}

/** The ids of the datasets that have a leaderboard. */
export function officialBenchmarks(
  connection: HubConnection,
  signal?: AbortSignal,
): Promise<HubResult<readonly string[]>> {
  return attempt(() =>
    viaLibrary(connection, {}, signal, async (common) => {
      const found = await take(listDatasets({ ...common, search: { tags: ['benchmark:official'] } }));
      return found.map(({ name }) => name);
    }),
  );
}

/** The `eval.yaml` of a dataset, which says how it is evaluated. */
export function benchmarkFile(
  connection: HubConnection,
  dataset: string,
  signal?: AbortSignal,
): Promise<HubResult<HubFile>> {
  const path = `/datasets/${dataset}/resolve/main/eval.yaml`;
  return attempt(async () => fileOf(await connection.send({ path, subject: { dataset }, answer: 'file', signal })));
}
