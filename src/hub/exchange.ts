import type { HubToken } from './token';

/** What `fetch` takes for a body. */
export type RequestBody = NonNullable<RequestInit['body']>;

/** One request as it goes over the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: RequestBody;
  /** Whether the answer may come from another host, as large files do; the token does not go there. */
  readonly mayLeave: boolean;
}

/** An answer, read to its end. */
export interface WireAnswer {
  readonly kind: 'answer';
  readonly status: number;
  readonly url: URL;
  readonly headers: Headers;
  /** The headers of the redirects that led here, in order: the Hub says there what the last host does not know. */
  readonly passed: readonly Headers[];
  readonly body: Uint8Array;
}

/** An answer whose body is still to be read. */
export interface OpenAnswer extends Pick<WireAnswer, 'url' | 'passed'> {
  readonly kind: 'open';
  readonly response: Response;
}

/** Where following redirects has to end. */
export type Astray =
  | { readonly kind: 'circle' }
  | { readonly kind: 'elsewhere'; readonly target: URL }
  | { readonly kind: 'changed-method'; readonly status: number };

const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Sends a request, follows its redirects as `openAnswer` does, and reads the answer to its end. */
export async function exchange(...request: Parameters<typeof openAnswer>): Promise<WireAnswer | Astray> {
  const answer = await openAnswer(...request);
  return answer.kind === 'open' ? readAnswer(answer) : answer;
}

/**
 * Sends a request and follows its redirects: those on the Hub itself, as for a renamed repository, and to another host
 * only where the request may leave. Each hop gets the token only if it is the token's own host. What changes something
 * is sent on only by the redirects that keep method and body.
 */
export async function openAnswer(
  request: WireRequest,
  send: typeof fetch,
  token: HubToken | null,
  signal: AbortSignal,
): Promise<OpenAnswer | Astray> {
  const { method, body, mayLeave } = request;
  const passed: Headers[] = [];
  let { url } = request;
  while (passed.length <= MOST_REDIRECTS) {
    const authorization = token?.authorizationFor(url);
    const response = await send(url, {
      method,
      headers: { ...request.headers, ...(authorization && { authorization }) },
      ...(body !== undefined && { body }),
      redirect: 'manual',
      signal,
    });
    const location = response.headers.get('location');
    if (location === null || !REDIRECTS.includes(response.status)) return { kind: 'open', response, url, passed };
    await response.body?.cancel();
    const target = new URL(location, url);
    if (target.origin !== request.url.origin && !mayLeave) return { kind: 'elsewhere', target };
    if (method !== 'GET' && response.status < 307) return { kind: 'changed-method', status: response.status };
    passed.push(response.headers);
    url = target;
  }
  return { kind: 'circle' };
}

/** Reads an answer to its end. */
export async function readAnswer({ response, url, passed }: OpenAnswer): Promise<WireAnswer> {
  const body = new Uint8Array(await response.arrayBuffer());
  return { kind: 'answer', status: response.status, url, headers: response.headers, passed, body };
}
