import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type HubRequest, type Reply, reply } from '../../hub/server/exchange';
import { Faults } from '../../hub/server/faults';
import { send } from '../../hub/server/send';
import { INDICES, KEYS, ROWS, type SampleRow } from './samples';

/** A running service in memory that answers as Artificial Analysis does. */
export interface LoopbackScores {
  /** What `AA_BASE_URL` takes. */
  readonly url: string;
  readonly faults: Faults;
  /** The paths that were asked for. */
  readonly requests: readonly string[];
  stop(): Promise<void>;
}

/** Starts the service; its pages are shorter than the real one's, so that few rows need several. */
export async function startScores({ port = 0, pageSize = 2 } = {}): Promise<LoopbackScores> {
  const faults = new Faults();
  const requests: string[] = [];
  const server = createServer((incoming, outgoing) => {
    const { method = 'GET', headers, url: path = '/' } = incoming;
    requests.push(path);
    const request: HubRequest = { method, url: new URL(path, url), headers, body: Buffer.alloc(0), token: null };
    const handle = () => answer(request.url, headers, pageSize);
    send({ request, outgoing, fault: faults.take(request), handle, headers: {} });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`;
  return {
    url,
    faults,
    requests,
    stop: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function answer({ pathname, searchParams }: URL, headers: IncomingHttpHeaders, pageSize: number): Reply {
  const key = headers['x-api-key'];
  if (pathname.startsWith('/api/v2/data/')) return reply({ error: 'This endpoint was retired.' }, 410, RETIRED);
  if (key !== KEYS.free && key !== KEYS.pro) return reply({ error: 'Invalid API key' }, 401);
  const page = Number(searchParams.get('page') ?? 1);
  switch (pathname) {
    case '/api/v2/language/models':
      if (key === KEYS.free) return reply({ error: 'Your plan does not include this endpoint' }, 403);
      return reply(pageOf('pro', ROWS, page, pageSize));
    case '/api/v2/language/models/free':
      return reply(pageOf('free', ROWS.map(freeRow), page, pageSize));
    default:
      return reply({ error: 'Not found' }, 404);
  }
}

const RETIRED = { Deprecation: 'true', Sunset: 'Wed, 04 Nov 2026 00:00:00 GMT' };

function pageOf(tier: string, rows: readonly object[], page: number, size: number): object {
  const pages = Math.ceil(rows.length / size);
  return {
    tier,
    intelligence_index_version: '4.1',
    pagination: { page, page_size: size, total_pages: pages, has_more: page < pages },
    data: rows.slice((page - 1) * size, page * size),
  };
}

/** The free tier leaves out benchmarks, the creator's slug and the address on the Hub. */
function freeRow({ evaluations, model_creator: { id, name }, huggingface_url: _url, ...row }: SampleRow): object {
  const indices = Object.entries(evaluations).filter(([score]) => INDICES.includes(score));
  return { ...row, model_creator: { id, name }, evaluations: Object.fromEntries(indices) };
}
