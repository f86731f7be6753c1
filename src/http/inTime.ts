import { type NetworkError, networkError } from './networkError';
import type { Timers } from './timers';

/** How a task on the network ended. */
export type Ending<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'cancelled' | 'late' }
  | { readonly kind: 'failed'; readonly error: NetworkError };

const LATE = 'late';
const CANCELLED = 'cancelled';

/** Runs a task on the network, stopped after `ms` milliseconds or when `signal` is aborted. */
export async function inTime<T>(
  timers: Timers,
  ms: number,
  signal: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<Ending<T>> {
  // What was stopped before tells it no more.
  if (signal?.aborted === true) return { kind: CANCELLED };
  const stop = new AbortController();
  const abort = (): void => {
    stop.abort(CANCELLED);
  };
  const cancel = timers.after(ms, () => {
    stop.abort(LATE);
  });
  signal?.addEventListener('abort', abort);
  try {
    return { kind: 'done', value: await task(stop.signal) };
  } catch (error) {
    const { reason } = stop.signal as { readonly reason: unknown };
    if (reason === CANCELLED || reason === LATE) return { kind: reason };
    return { kind: 'failed', error: networkError(error) };
  } finally {
    cancel();
    signal?.removeEventListener('abort', abort);
  }
}
