import type { IncomingHttpHeaders } from 'node:http';
import type { Token } from './state';

/** A request as the endpoints see it. */
export interface HubRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  /** The token that was sent and is known. */
  readonly token: Token | null;
}

/** An answer: JSON for an object, bytes as they are. */
export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object | string | Buffer;
  /** In place of a body: server-sent events for as long as there are any. */
  readonly events?: EventSource;
}

/** Writes events as they happen until it calls `end`; the function that it gives back is called when the reader is gone. */
export type EventSource = (write: (event: string) => void, end: () => void) => () => void;

/** An answer that ends an endpoint early. */
export class Refusal extends Error {
  constructor(readonly reply: Reply) {
    super(`status ${reply.status}`);
  }
}

/** An answer with JSON. */
export function reply(body: object, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return { status, body, headers };
}

/** Refuses with the Hub's error body and the same words in its header. */
export function refuse(status: number, error: string, code?: string): never {
  // A header takes no line breaks and no letters outside of Latin-1.
  const says = error.replace(/[^\x20-\x7e]+/g, ' ');
  const headers = { 'X-Error-Message': says, ...(code !== undefined && { 'X-Error-Code': code }) };
  throw new Refusal({ status, body: { error }, headers });
}

/** The JSON object of a request. */
export function bodyOf({ body }: HubRequest): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8') || '{}');
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  return refuse(400, 'Invalid JSON');
}

/** A text of a request, which must be there. */
export function textOf(body: Readonly<Record<string, unknown>>, name: string): string {
  const value = body[name];
  return typeof value === 'string' ? value : refuse(400, `"${name}" is required`);
}
