import { HubConnection, type ConnectionOptions } from '../../../src/hub/connection';
import type { Timers } from '../../../src/http/timers';
import { HubToken } from '../../../src/hub/token';

export const HUB = 'https://hub.example';
export const SECRET = 'hf_abcdefghijklmnop';

/** A token for `HUB`. */
export function token(hubUrl = HUB): HubToken {
  return new HubToken(SECRET, hubUrl, { kind: 'typed' });
}

/** A clock that goes on by itself once nothing else is left to do, and remembers how long it waited. */
export class TestTimers implements Timers {
  readonly waits: number[] = [];
  readonly #pending = new Map<symbol, { readonly due: number; readonly ms: number; readonly callback: () => void }>();
  #now = Date.UTC(2026, 9, 1);

  now(): number {
    return this.#now;
  }

  /** How many callbacks are still to come. */
  get pending(): number {
    return this.#pending.size;
  }

  after(ms: number, callback: () => void): () => void {
    const key = Symbol();
    this.#pending.set(key, { due: this.#now + ms, ms, callback });
    setImmediate(() => setImmediate(() => this.#advance()));
    return () => this.#pending.delete(key);
  }

  #advance(): void {
    const [first] = [...this.#pending].sort(([, a], [, b]) => a.due - b.due);
    if (first === undefined) return;
    const [key, { due, ms, callback }] = first;
    this.#pending.delete(key);
    this.#now = due;
    this.waits.push(ms);
    callback();
  }
}

/** What one call of `fetch` asked for. */
export interface Call {
  readonly url: string;
  readonly method: string;
  readonly authorization: string | null;
}

type Answer = Response | Error | 'never';

/** A `fetch` that gives prepared answers in turn, the last one again and again. */
export class TestFetch {
  readonly calls: Call[] = [];
  readonly #answers: (() => Answer)[];

  constructor(...answers: (() => Answer)[]) {
    this.#answers = answers;
  }

  readonly fetch: typeof fetch = (input, init) => {
    const headers = new Headers(init?.headers);
    const url = input instanceof Request ? input.url : String(input);
    this.calls.push({ url, method: init?.method ?? 'GET', authorization: headers.get('authorization') });
    const next = this.#answers.length > 1 ? this.#answers.shift() : this.#answers[0];
    const answer = next?.() ?? 'never';
    if (answer instanceof Error) return Promise.reject(answer);
    if (answer !== 'never') return Promise.resolve(answer);
    return new Promise((_, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    });
  };
}

/** A connection over prepared answers. */
export function connect(
  answers: TestFetch,
  options: Partial<ConnectionOptions> = {},
): { readonly connection: HubConnection; readonly timers: TestTimers } {
  const timers = new TestTimers();
  return {
    connection: new HubConnection({ hubUrl: HUB, token: token(), fetch: answers.fetch, timers, ...options }),
    timers,
  };
}

/** An answer in JSON. */
export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}) {
  return (): Response =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** An error as Node's `fetch` gives it. */
export function networkFailure(code: string) {
  return (): Error => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
}
