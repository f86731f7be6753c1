import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commitRoutes } from './commits';
import { datasetRoutes } from './datasets';
import { discussionRoutes } from './discussions';
import { leaderboardRoutes } from './evalResults';
import type { HubRequest, Reply } from './exchange';
import { Faults } from './faults';
import { fileRoutes } from './files';
import { jobRoutes } from './jobs/routes';
import { modelRoutes } from './models';
import { pageRoutes } from './pages';
import { peopleRoutes } from './people';
import { RateLimiter } from './rateLimit';
import { route } from './router';
import { send } from './send';
import { HubState } from './state';
import { validationRoutes } from './validateYaml';

/** How to start a Hub. */
export interface HubOptions {
  /** The port of 127.0.0.1; any free one unless told otherwise. */
  readonly port?: number;
  /** The address of a host that large files come from. */
  readonly cdnUrl?: string;
}

/** A request that a Hub got. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

/** A running Hub in memory. */
export interface LoopbackHub {
  readonly url: string;
  readonly state: HubState;
  readonly faults: Faults;
  readonly rateLimiter: RateLimiter;
  /** All requests so far. */
  readonly requests: readonly LoggedRequest[];
  /** Ends it, with every open connection. */
  stop(): Promise<void>;
}

/** Starts a Hub with nothing in it. */
export async function startHub({ port = 0, cdnUrl }: HubOptions = {}): Promise<LoopbackHub> {
  const state = new HubState();
  const faults = new Faults();
  const rateLimiter = new RateLimiter();
  const requests: LoggedRequest[] = [];
  const routes = [
    ...peopleRoutes(state),
    ...modelRoutes(state),
    ...fileRoutes(state, cdnUrl),
    ...commitRoutes(state),
    ...discussionRoutes(state),
    ...datasetRoutes(state),
    ...leaderboardRoutes(state),
    ...jobRoutes(state),
    ...validationRoutes,
    ...pageRoutes(state),
  ];
  const server = createServer((incoming, outgoing) => {
    // Whoever asked may be gone before the request was read.
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.jobs.environment['HF_ENDPOINT'] = url;

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = incoming;
    const { authorization } = headers;
    const body = await read(incoming);
    const known = state.tokens.get(authorization?.replace(/^Bearer /, '') ?? '') ?? null;
    const token = known?.expiresAt !== undefined && known.expiresAt.getTime() < Date.now() ? null : known;
    const request: HubRequest = { method, url: new URL(incoming.url ?? '/', url), headers, body, token };
    requests.push({ method, path: incoming.url ?? '', authorization });
    const limit = rateLimiter.count(token?.user ?? '', request.url.pathname, Date.now());
    const refused = authorization !== undefined && token === null ? BAD_TOKEN : limit.refusal;
    const handle = (): Reply => refused ?? route(routes, state, request);
    send({ request, outgoing, fault: faults.take(request), handle, headers: limit.headers });
  }

  return {
    url,
    state,
    faults,
    rateLimiter,
    requests,
    stop: async () => {
      await state.jobs.stop();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

const BAD_TOKEN: Reply = {
  status: 401,
  body: { error: 'Invalid credentials in Authorization header' },
  headers: { 'X-Error-Message': 'Invalid credentials in Authorization header' },
};

async function read(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
