import { refuse, reply } from './exchange';
import { blobOid } from './git';
import type { Route } from './router';
import type { HubState } from './state';

/** `GET /api/datasets`: the datasets whose ids match, or the benchmarks among them, and the `eval.yaml` of one. */
export function datasetRoutes(state: HubState): readonly Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/datasets$/,
      answer: ({ url: { searchParams } }) => {
        const query = (searchParams.get('search') ?? '').toLowerCase();
        const all = searchParams.get('filter') === 'benchmark:official' ? [...state.benchmarks.keys()] : state.datasets;
        const found = all.filter((id) => id.toLowerCase().includes(query));
        return reply(found.slice(0, Number(searchParams.get('limit') ?? 1000)).map((id) => datasetJson(state, id)));
      },
    },
    {
      method: 'GET',
      path: /^\/datasets\/([\w.-]+\/[\w.-]+)\/resolve\/main\/eval\.yaml$/,
      answer: (_, id = '') => {
        const content = Buffer.from(state.benchmarks.get(id) ?? refuse(404, 'Entry not found', 'EntryNotFound'));
        const oid = blobOid(content);
        return { status: 200, headers: { 'X-Repo-Commit': oid, ETag: `"${oid}"` }, body: content };
      },
    },
  ];
}

function datasetJson(state: HubState, id: string): object {
  const facts = { private: false, gated: false, downloads: 0, likes: 0, lastModified: state.now().toISOString() };
  return { _id: state.newId(), id, ...facts };
}
