import { version } from '../../package.json';
import { inTime } from '../http/inTime';
import { secondsToWait } from '../http/rateLimit';
import { MOST_TRIES, pauseAfter } from '../http/retry';
import { systemTimers, type Timers, wait } from '../http/timers';
import { scoresFailure, type ScoresFailure, type ScoresFailureFacts, type ScoresResult } from './failure';
import type { ApiKey } from './key';
import { type MeasuredModel, type ModelList, type ModelPage, readModelPage } from './modelList';

/** How to reach Artificial Analysis, and with which key. */
export interface ClientOptions {
  readonly key: ApiKey;
  /** The address of the API. */
  readonly baseUrl: string;
  readonly fetch?: typeof fetch;
  readonly timers?: Timers;
  /** How long one try may take until its answer is read, in milliseconds. */
  readonly timeoutMs?: number;
}

/** The list with every benchmark, for keys of the Pro tier, and the one with three indices, for all keys. */
const ALL_SCORES = '/language/models';
const INDICES_ONLY = '/language/models/free';
/** Far more than there are, so that a list without an end has one. */
const MOST_PAGES = 100;

type Try =
  | { readonly kind: 'page'; readonly page: ModelPage }
  | { readonly kind: 'trouble'; readonly failure: ScoresFailure; readonly passing: boolean };

/** Reads the models of Artificial Analysis; a failure that passes is waited out. The key goes to its address alone. */
export class ScoresClient {
  readonly baseUrl: string;
  readonly #key: ApiKey;
  readonly #fetch: typeof fetch;
  readonly #timers: Timers;
  readonly #timeoutMs: number;

  constructor({ key, baseUrl, fetch: send, timers = systemTimers, timeoutMs = 20_000 }: ClientOptions) {
    this.baseUrl = baseUrl.replace(/\/+$/, '');
    this.#key = key;
    this.#fetch = send ?? ((input, init) => fetch(input, init));
    this.#timers = timers;
    this.#timeoutMs = timeoutMs;
  }

  /** All models with all the scores that the key may read. */
  async models(signal?: AbortSignal): Promise<ScoresResult<ModelList>> {
    const all = await this.#list(ALL_SCORES, signal);
    return !all.ok && all.failure.kind === 'forbidden' ? this.#list(INDICES_ONLY, signal) : all;
  }

  async #list(path: string, signal: AbortSignal | undefined): Promise<ScoresResult<ModelList>> {
    // A list that grows while it is read may repeat a model on the next page.
    const models = new Map<string, MeasuredModel>();
    let indexVersion: string | undefined;
    for (let number = 1; number <= MOST_PAGES; number++) {
      const read = await this.#page(`${path}?page=${String(number)}`, signal);
      if (!read.ok) return read;
      const { value: page } = read;
      for (const model of page.models) models.set(model.id, model);
      indexVersion ??= page.indexVersion;
      if (!page.hasMore || page.models.length === 0) break;
    }
    return { ok: true, value: { ...(indexVersion !== undefined && { indexVersion }), models: [...models.values()] } };
  }

  async #page(path: string, signal: AbortSignal | undefined): Promise<ScoresResult<ModelPage>> {
    for (let tries = 1; ; tries++) {
      const outcome = await this.#try(path, signal);
      if (outcome.kind === 'page') return { ok: true, value: outcome.page };
      const { failure, passing } = outcome;
      const seconds = failure.kind === 'rate-limited' ? failure.seconds : null;
      const pause = passing && tries < MOST_TRIES ? pauseAfter(seconds, tries) : null;
      if (pause === null) return { ok: false, failure };
      await wait(this.#timers, pause, signal);
    }
  }

  async #try(path: string, signal: AbortSignal | undefined): Promise<Try> {
    if (signal?.aborted === true) return trouble({ kind: 'cancelled' });
    const { headers: carried } = this.#key;
    if (carried === null) return trouble({ kind: 'unusable-key', place: this.#key.place });
    const headers = { accept: 'application/json', 'user-agent': `model-card-editor/${version}`, ...carried };
    const ending = await inTime(this.#timers, this.#timeoutMs, signal, async (stop) => {
      // A redirect would take the key along.
      const response = await this.#fetch(`${this.baseUrl}${path}`, { headers, redirect: 'manual', signal: stop });
      return { response, body: await response.text() };
    });
    const host = new URL(this.baseUrl).host;
    switch (ending.kind) {
      case 'done':
        return this.#judge(ending.value.response, ending.value.body, host);
      case 'cancelled':
        return trouble({ kind: 'cancelled' });
      case 'late':
        return trouble({ kind: 'timed-out', host, seconds: Math.round(this.#timeoutMs / 1000) });
      case 'failed':
        return trouble({ kind: 'unreachable', host, reason: ending.error.reason }, ending.error.passing);
    }
  }

  #judge({ status, headers }: Response, body: string, host: string): Try {
    const location = headers.get('location');
    if (status >= 300 && status < 400) {
      const target = location === null ? 'nowhere' : new URL(location, this.baseUrl).host;
      return trouble({ kind: 'led-elsewhere', host, target });
    }
    if (status === 200) {
      const page = readModelPage(parse(body));
      const problem = 'it sent no list of models';
      return page === null ? trouble({ kind: 'unreadable-answer', host, problem }) : { kind: 'page', page };
    }
    switch (status) {
      case 401:
        return trouble({ kind: 'bad-key', place: this.#key.place });
      case 403:
        return trouble({ kind: 'forbidden' });
      case 404:
      case 410:
        return trouble({ kind: 'retired', status });
      case 429:
        return trouble({ kind: 'rate-limited', seconds: secondsToWait(headers, this.#timers.now()) }, true);
    }
    const passing = status >= 500 || status === 408;
    return trouble({ kind: passing ? 'server-error' : 'refused', status }, passing);
  }
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
}

function trouble(facts: ScoresFailureFacts, passing = false): Try {
  return { kind: 'trouble', failure: scoresFailure(facts), passing };
}
