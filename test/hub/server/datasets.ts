import { reply } from './exchange';
import type { Route } from './router';
import type { HubState } from './state';

/** `GET /api/datasets`: the data sets whose ids match. */
export function datasetRoutes(state: HubState): readonly Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/datasets$/,
      answer: ({ url: { searchParams } }) => {
        const query = (searchParams.get('search') ?? '').toLowerCase();
        const found = state.datasets.filter((id) => id.toLowerCase().includes(query));
        return reply(found.slice(0, Number(searchParams.get('limit') ?? 1000)).map((id) => datasetJson(state, id)));
      },
    },
  ];
}

function datasetJson(state: HubState, id: string): object {
  const facts = { private: false, gated: false, downloads: 0, likes: 0, lastModified: state.now().toISOString() };
  return { _id: state.newId(), id, ...facts };
}
