import type { Ending } from '../http/inTime';
import type { Astray } from './exchange';
import { type FailureFacts, hubFailure, type HubFailure } from './failure';

/** What is left of a try that failed. */
export interface Trouble {
  readonly kind: 'trouble';
  readonly failure: HubFailure;
  /** The request may have done its work all the same. */
  readonly mayHaveArrived: boolean;
  /** Whether another try may succeed. */
  readonly passing: boolean;
}

/** A trouble with its sentence. */
export function trouble(facts: FailureFacts, { mayHaveArrived = false, passing = false }: Partial<Trouble>): Trouble {
  return { kind: 'trouble', failure: hubFailure(facts), mayHaveArrived, passing };
}

/** Whether a try failed. */
export function isTrouble(outcome: { readonly kind: string }): outcome is Trouble {
  return outcome.kind === 'trouble';
}

/** What a task with a host gave, which had so many milliseconds for it. */
export function outcomeOf<T>(ending: Ending<T>, host: string, timeoutMs: number): T | Trouble {
  switch (ending.kind) {
    case 'done':
      return ending.value;
    case 'cancelled':
      return trouble({ kind: 'cancelled' }, { mayHaveArrived: true });
    case 'late': {
      const seconds = Math.round(timeoutMs / 1000);
      return trouble({ kind: 'timed-out', host, seconds }, { mayHaveArrived: true });
    }
    case 'failed': {
      const { reason, neverSent, passing } = ending.error;
      return trouble({ kind: 'unreachable', host, reason }, { mayHaveArrived: !neverSent, passing });
    }
  }
}

/** Why the redirects of a host were not followed to their end. */
export function strayed(astray: Astray, host: string): Trouble {
  switch (astray.kind) {
    case 'circle':
      return trouble({ kind: 'unreadable-answer', host, problem: 'it redirects in a circle' }, {});
    case 'changed-method':
      return trouble({ kind: 'unreadable-answer', host, problem: `status ${String(astray.status)}` }, {});
    case 'elsewhere':
      return trouble({ kind: 'led-elsewhere', host, target: astray.target.host }, {});
  }
}
