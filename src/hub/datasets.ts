import { listDatasets } from '@huggingface/hub';
import { attempt } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { take, viaLibrary } from './library';

/** The ids of the data sets whose names match a query, those first that are looked at most. */
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
