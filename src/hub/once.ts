import { HubError } from './attempt';
import type { HubConnection } from './connection';
import { hubFailure } from './failure';

/** A change that must not be made twice. */
export interface Change<T> {
  readonly send: () => Promise<T>;
  /** Looks whether the change is on the Hub already; null where it is not. */
  readonly find: () => Promise<T | null>;
}

const MOST_SENDS = 4;

/**
 * Makes a change exactly once. Where a try failed so that it may have arrived all the same, it is looked for before it
 * is sent again, and where looking fails too, the failure says that nobody knows.
 */
export async function once<T>(
  connection: HubConnection,
  { send, find }: Change<T>,
  signal: AbortSignal | undefined,
): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof HubError && error.mayHaveArrived)) throw error;
      if (signal?.aborted === true) throw error;
      // The Hub may still be at it.
      await connection.pause(tries, signal);
      const found = await look(find);
      if (found !== null) return found;
      if (tries === MOST_SENDS) throw error;
    }
  }
}

async function look<T>(find: () => Promise<T | null>): Promise<T | null> {
  try {
    return await find();
  } catch (error) {
    if (!(error instanceof HubError)) throw error;
    throw new HubError(hubFailure({ kind: 'unsure', cause: error.failure }), true);
  }
}
