import { version } from '../../package.json';
import { inTime } from '../http/inTime';
import { backOff, MOST_TRIES, pauseAfter } from '../http/retry';
import { systemTimers, type Timers, wait } from '../http/timers';
import { HubError } from './attempt';
import { jsonOf } from './answer';
import { exchange, openAnswer, readAnswer, type WireAnswer, type WireRequest } from './exchange';
import type { HubFailure, Subject } from './failure';
import { Gate } from './gate';
import { judge } from './judge';
import { nextChunk, type OpenBody } from './nextChunk';
import { type HubRequest, mayBeRepeated } from './request';
import type { HubToken } from './token';
import { isTrouble, outcomeOf, strayed, trouble, type Trouble } from './trouble';

/** How to reach a Hub, and as whom. */
export interface ConnectionOptions {
  /** The address of the Hub, such as `https://huggingface.co`. */
  readonly hubUrl: string;
  readonly token: HubToken | null;
  readonly fetch?: typeof fetch;
  readonly timers?: Timers;
  /** How long one try may take until its answer is read, in milliseconds. */
  readonly timeoutMs?: number;
}

const MOST_AT_ONCE = 4;

/** A stream of events that brings nothing for so long is dead: the Hub gives a sign of life every half minute. */
const LONGEST_SILENCE_MS = 120_000;

/**
 * The way to one Hub for one account. At most four requests run at once; a failure that passes is waited out where the
 * request can be repeated without harm. The token goes to its own host alone.
 */
export class HubConnection {
  readonly hubUrl: string;
  readonly timers: Timers;
  readonly #token: HubToken | null;
  readonly #fetch: typeof fetch;
  readonly #timeoutMs: number;
  readonly #gate = new Gate(MOST_AT_ONCE);

  constructor({ hubUrl, token, fetch: send, timers = systemTimers, timeoutMs = 20_000 }: ConnectionOptions) {
    this.hubUrl = hubUrl.replace(/\/+$/, '');
    this.timers = timers;
    this.#token = token !== null && token.authorizationFor(new URL(hubUrl)) !== null ? token : null;
    this.#fetch = send ?? ((input, init) => fetch(input, init));
    this.#timeoutMs = timeoutMs;
  }

  /** Another way to the same Hub for the same account, whose requests go by `send`. */
  withFetch(send: typeof fetch): HubConnection {
    const { hubUrl, timers } = this;
    return new HubConnection({ hubUrl, token: this.#token, fetch: send, timers, timeoutMs: this.#timeoutMs });
  }

  /** Whether requests carry a token. */
  get signedIn(): boolean {
    return this.#token !== null;
  }

  /** The answer to a request after as many tries as it may have; throws a `HubError`. */
  async send(request: HubRequest): Promise<WireAnswer> {
    for (let tries = 1; ; tries++) {
      const outcome = await this.#gate.run(() => this.#try(request), request.signal);
      if (outcome.kind === 'answer') return outcome;
      const open = outcome.mayHaveArrived && !mayBeRepeated(request);
      const pause =
        tries < MOST_TRIES && outcome.passing && !open ? pauseAfter(secondsAsked(outcome.failure), tries) : null;
      if (pause === null) throw new HubError(outcome.failure, open);
      await wait(this.timers, pause, request.signal);
    }
  }

  /** The JSON of an answer; throws a `HubError`. */
  async json(request: HubRequest): Promise<unknown> {
    return jsonOf(await this.send(request));
  }

  /**
   * The bytes of an answer that grows while there is news, as they come; throws a `HubError` where it cannot be had,
   * breaks off or falls silent. It is not counted among the requests that run at once.
   */
  async *stream(request: HubRequest): AsyncGenerator<Uint8Array> {
    const opened = await this.#patiently(request, (stop) => this.#open(request, stop));
    const reader = opened.body.getReader();
    try {
      for (;;) {
        const next = await this.#patiently(request, (stop) => nextChunk(reader, stop));
        if (next.kind === 'end') return;
        yield next.bytes;
      }
    } finally {
      // A body that broke off cannot be cancelled any more.
      await reader.cancel().catch(() => undefined);
    }
  }

  /** The token for a job of this Hub, as its tools read it; empty where there is none. */
  secrets(): Readonly<Record<string, string>> {
    return this.#token?.environment() ?? {};
  }

  /** A `fetch` for the functions of `@huggingface/hub`, which goes the same way as every other request. */
  fetchFor(subject: Subject, signal: AbortSignal | undefined): typeof fetch {
    return async (input, init) => {
      const body = init?.body ?? undefined;
      const answer = await this.send({
        path: input instanceof Request ? input.url : String(input),
        method: (init?.method ?? 'GET') as 'GET' | 'POST' | 'PUT',
        headers: Object.fromEntries(new Headers(init?.headers)),
        ...(body !== undefined && { body }),
        subject,
        signal,
      });
      return new Response(answer.body.length === 0 ? null : answer.body, {
        status: answer.status,
        headers: answer.headers,
      });
    };
  }

  /** Waits as long as after a try that failed. */
  async pause(tries: number, signal: AbortSignal | undefined): Promise<void> {
    await wait(this.timers, backOff(tries), signal);
  }

  async #try(request: HubRequest): Promise<WireAnswer | Trouble> {
    const { signal } = request;
    if (signal?.aborted === true) return trouble({ kind: 'cancelled' }, {});
    const ending = await inTime(this.timers, this.#timeoutMs, signal, (stop) => this.#exchange(request, stop));
    return outcomeOf(ending, this.#host(request), this.#timeoutMs);
  }

  /** One step of a stream: throws a `HubError` where it fails, or is not done while a stream may be silent. */
  async #patiently<T extends { readonly kind: string }>(
    request: HubRequest,
    step: (signal: AbortSignal) => Promise<T | Trouble>,
  ): Promise<T> {
    const ending = await inTime(this.timers, LONGEST_SILENCE_MS, request.signal, step);
    const outcome = outcomeOf(ending, this.#host(request), LONGEST_SILENCE_MS);
    if (isTrouble(outcome)) throw new HubError(outcome.failure, false);
    return outcome;
  }

  async #exchange(request: HubRequest, signal: AbortSignal): Promise<WireAnswer | Trouble> {
    const answer = await exchange(this.#wire(request), this.#fetch, this.#token, signal);
    return answer.kind === 'answer' ? this.#judge(request, answer) : strayed(answer, this.#host(request));
  }

  /** The answer that `stream` reads, once it has begun. */
  async #open(request: HubRequest, signal: AbortSignal): Promise<OpenBody | Trouble> {
    const answer = await openAnswer(this.#wire(request), this.#fetch, this.#token, signal);
    if (answer.kind !== 'open') return strayed(answer, this.#host(request));
    const { ok, body, headers } = answer.response;
    if (ok && body !== null && headers.get('content-type')?.startsWith('text/event-stream') === true) {
      return { kind: 'body', body };
    }
    const judged = this.#judge(request, await readAnswer(answer));
    if (judged.kind === 'trouble') return judged;
    return trouble({ kind: 'unreadable-answer', host: answer.url.host, problem: 'it sent no stream of events' }, {});
  }

  #wire(request: HubRequest): WireRequest {
    const { method = 'GET', body, answer: expected = 'json' } = request;
    const headers = {
      accept: expected === 'json' ? 'application/json' : '*/*',
      'user-agent': `model-card-editor/${version}`,
      ...request.headers,
    };
    return {
      method,
      url: this.#url(request),
      headers,
      mayLeave: expected === 'file',
      ...(body !== undefined && { body }),
    };
  }

  /** Whether an answer is what was asked for. */
  #judge(request: HubRequest, answer: WireAnswer): WireAnswer | Trouble {
    return judge(request, answer, { token: this.#token, hubUrl: this.hubUrl, now: this.timers.now() });
  }

  #url({ path }: HubRequest): URL {
    return new URL(/^https?:\/\//.test(path) ? path : `${this.hubUrl}${path}`);
  }

  #host(request: HubRequest): string {
    return this.#url(request).host;
  }
}

/** The wait that the Hub asks for. */
function secondsAsked(failure: HubFailure): number | null {
  return failure.kind === 'rate-limited' ? failure.seconds : null;
}
