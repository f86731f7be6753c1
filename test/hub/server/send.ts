import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { EventSource, HubRequest, Reply } from './exchange';
import type { Fault } from './faults';

/** What it takes to answer a request. */
interface Sending {
  readonly request: HubRequest;
  readonly outgoing: ServerResponse;
  readonly fault: Fault | null;
  /** Runs the endpoint. */
  readonly handle: () => Reply;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers a request, or lets go wrong what is to go wrong. */
export function send({ request, outgoing, fault, handle, headers }: Sending): void {
  if (fault?.kind === 'cut' && fault.when === 'before') {
    outgoing.destroy();
    return;
  }
  const reply = fault?.kind === 'answer' ? fault.reply : handle();
  if (reply.events !== undefined) {
    sendEvents(outgoing, reply.events, fault);
    return;
  }
  const plain = wireOf(reply);
  const etag = request.method === 'GET' && reply.status === 200 ? weakEtag(plain.body) : undefined;
  const all: Record<string, string> = {
    'X-Request-Id': requestId(request),
    ...headers,
    ...(etag && { ETag: etag }),
    ...plain.headers,
  };
  const same = etag !== undefined && request.headers['if-none-match'] === all['ETag'];
  const [status, whole] = same ? [304, Buffer.alloc(0)] : [reply.status, plain.body];
  const body = fault?.kind === 'broken-json' ? whole.subarray(0, whole.length - 2) : whole;
  if (fault?.kind === 'content-type') all['Content-Type'] = fault.type;

  if (fault?.kind === 'cut' && fault.when === 'after') {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(status, { ...all, 'Content-Length': String(body.length) });
  if (request.method === 'HEAD') {
    outgoing.end();
  } else if (fault?.kind === 'cut' || fault?.kind === 'slow') {
    outgoing.write(body.subarray(0, body.length / 2), () => {
      if (fault.kind === 'cut') outgoing.destroy();
    });
  } else {
    outgoing.end(body);
  }
}

/** Events that come before a connection is cut or falls silent. */
const EVENTS_BEFORE_FAULT = 2;

function sendEvents(outgoing: ServerResponse, events: EventSource, fault: Fault | null): void {
  outgoing.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-cache' });
  outgoing.flushHeaders();
  let left = fault?.kind === 'cut' || fault?.kind === 'slow' ? EVENTS_BEFORE_FAULT : Infinity;
  const stop = events(
    (event) => {
      if (left-- > 0) outgoing.write(event);
      else if (fault?.kind === 'cut') outgoing.destroy();
    },
    () => {
      if (left >= 0) outgoing.end();
      else if (fault?.kind === 'cut') outgoing.destroy();
    },
  );
  outgoing.on('close', stop);
}

function wireOf({ body = '', headers = {} }: Reply): {
  readonly body: Buffer;
  readonly headers: Record<string, string>;
} {
  if (Buffer.isBuffer(body)) return { body, headers: { ...headers } };
  if (typeof body === 'string') {
    return { body: Buffer.from(body), headers: { 'Content-Type': 'text/plain; charset=utf-8', ...headers } };
  }
  const json = { 'Content-Type': 'application/json; charset=utf-8', ...headers };
  return { body: Buffer.from(JSON.stringify(body)), headers: json };
}

function weakEtag(body: Buffer): string {
  return `W/"${createHash('sha1').update(body).digest('base64url')}"`;
}

let lastRequest = 0;

function requestId({ method }: HubRequest): string {
  return `Root=1-${method.toLowerCase()}-${++lastRequest}`;
}
