import { type HubFailure, type HubResult } from './failure';

/** Carries a failure from where it is met to the function of the client that gives it back as a value. */
export class HubError extends Error {
  constructor(
    readonly failure: HubFailure,
    /** The request may have changed something before it failed. */
    readonly mayHaveArrived: boolean,
  ) {
    super(failure.message);
  }
}

/** What `task` gives, or the failure that it met. Any other error is a mistake of ours and goes on. */
export async function attempt<T>(task: () => Promise<T>): Promise<HubResult<T>> {
  try {
    return { ok: true, value: await task() };
  } catch (error) {
    if (error instanceof HubError) return { ok: false, failure: error.failure };
    throw error;
  }
}

/** The value of a result inside another `attempt`. */
export function valueOf<T>(result: HubResult<T>): T {
  if (result.ok) return result.value;
  throw new HubError(result.failure, false);
}
