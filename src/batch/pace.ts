import { rateLimitWindow } from '../http/rateLimit';
import { type Timers, wait } from '../http/timers';

/** How fast a batch may go. */
export interface PaceOptions {
  readonly timers: Timers;
  /** How many commits an hour the Hub takes. */
  readonly commitsPerHour: number;
  /** When commits were made before, in milliseconds since 1970. */
  readonly earlierCommits: readonly number[];
  /** Called before a long wait. */
  readonly tell: (seconds: number) => void;
}

/** What the Hub takes of one account. https://huggingface.co/docs/hub/rate-limits */
export const COMMITS_PER_HOUR = 128;

const HOUR_MS = 3_600_000;
/** As many requests as the cards in work may still send. */
const RESERVE = 60;
const LONG_WAIT_S = 10;

/** Keeps a batch within what the Hub takes: the requests of its windows, and its commits an hour. */
export class Pace {
  readonly #options: PaceOptions;
  readonly #commits: number[];
  #resumeAt = 0;

  constructor(options: PaceOptions) {
    this.#options = options;
    this.#commits = [...options.earlierCommits].sort((a, b) => a - b);
  }

  /** A `fetch` that heeds what every answer tells of the window that it counts in. */
  readonly fetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    const window = rateLimitWindow(response.headers);
    if (window !== null && window.left < RESERVE) this.hold(window.seconds);
    return response;
  };

  /** Lets nothing begin for some seconds. */
  hold(seconds: number): void {
    const until = this.#options.timers.now() + seconds * 1000;
    if (until <= this.#resumeAt) return;
    // Every answer of a window that is nearly used up says the same, so only what is much later is told.
    if (seconds > LONG_WAIT_S && until > this.#resumeAt + LONG_WAIT_S * 1000) this.#options.tell(seconds);
    this.#resumeAt = until;
  }

  /** Waits until the Hub takes requests. */
  async ready(signal: AbortSignal): Promise<void> {
    const { timers } = this.#options;
    while (!signal.aborted && this.#resumeAt > timers.now()) {
      await wait(timers, this.#resumeAt - timers.now(), signal);
    }
  }

  /** Counts one more commit, or tells by `false` that it has to wait: then nothing begins until there is room for it. */
  takeCommit(): boolean {
    const { timers, commitsPerHour } = this.#options;
    const last = this.#commits.at(-commitsPerHour);
    const left = last === undefined ? 0 : last + HOUR_MS - timers.now();
    if (left > 0) {
      this.hold(Math.ceil(left / 1000));
      return false;
    }
    this.#commits.push(timers.now());
    return true;
  }
}
