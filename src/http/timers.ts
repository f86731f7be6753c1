/** The clock that a connection waits by; tests bring one of their own. */
export interface Timers {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back after `ms` milliseconds unless the function that it gives back was called before. */
  after(ms: number, callback: () => void): () => void;
}

/** The clock on the wall. */
export const systemTimers: Timers = {
  now: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

/** Waits for `ms` milliseconds, or until `signal` is aborted. */
export function wait(timers: Timers, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) {
      resolve();
      return;
    }
    const done = (): void => {
      cancel();
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const cancel = timers.after(ms, done);
    signal?.addEventListener('abort', done);
  });
}
