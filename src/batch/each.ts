import { wait } from '../http/timers';
import type { HubFailure, HubResult, Timers } from '../hub';
import type { FailedCard } from './outcome';
import type { Pace } from './pace';

/** How many cards are in memory and in work at once. */
const AT_ONCE = 8;
const MOST_TRIES = 4;
/** How often the Hub may ask one card to wait: long enough for an hour of commits to pass. */
const MOST_WAITS = 15;
/** Where the Hub asks to wait and does not say for how long. */
const USUAL_WAIT_S = 300;
const PAUSE_MS = 1000;

/** Failures that may be over in a moment. */
const PASSING: ReadonlySet<HubFailure['kind']> = new Set([
  'server-error',
  'unreachable',
  'timed-out',
  'unreadable-answer',
  'unsure',
] as const);

/** What a batch goes on with, and until when. */
export interface BatchRun {
  readonly pace: Pace;
  readonly timers: Timers;
  readonly signal: AbortSignal;
}

/** How the items of a batch are worked through. */
export interface BatchWork<Item, Done> {
  /** The card of an item, as it is called. */
  readonly name: (item: Item) => string;
  readonly task: (item: Item) => Promise<HubResult<Done | FailedCard>>;
  /** Told of each item when it is done; not of those that were stopped. */
  readonly done: (outcome: Done | FailedCard) => void;
}

/** Works through any number of items, few at a time, and takes no more once the signal is aborted. */
export async function each<Item, Done>(
  items: Iterable<Item>,
  run: BatchRun,
  work: BatchWork<Item, Done>,
): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); next.done !== true && !run.signal.aborted; next = rest.next()) {
      const { value: item } = next;
      const result = await patiently(() => work.task(item), run);
      if (result.ok) work.done(result.value);
      else if (result.failure.kind !== 'cancelled') {
        work.done({ kind: 'failed', card: work.name(item), message: result.failure.message });
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Nobody is there to try again or to wait: a task is done once more where that may help. */
async function patiently<T>(
  task: () => Promise<HubResult<T>>,
  { pace, timers, signal }: BatchRun,
): Promise<HubResult<T>> {
  let waits = 0;
  for (let tries = 1; ;) {
    await pace.ready(signal);
    const result = await task();
    if (result.ok || signal.aborted) return result;
    const { failure } = result;
    if (failure.kind === 'rate-limited' && ++waits <= MOST_WAITS) pace.hold(failure.seconds ?? USUAL_WAIT_S);
    else if (PASSING.has(failure.kind) && ++tries <= MOST_TRIES) await wait(timers, PAUSE_MS, signal);
    else return result;
  }
}
