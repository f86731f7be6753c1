import type { HubFailure } from '../../hub/index';

/** How publishing ended; only `published` changed something on the Hub. */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly message: string; readonly page: string }
  | { readonly kind: 'merged' | 'refused' | 'failed'; readonly message: string }
  | { readonly kind: 'not-signed-in'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** What a failure of the Hub means for publishing. */
export function failed(failure: HubFailure): PublishOutcome {
  if (failure.kind === 'cancelled') return { kind: 'cancelled' };
  if (failure.kind === 'not-signed-in') return { kind: 'not-signed-in', message: failure.message };
  return { kind: 'failed', message: failure.message };
}

/** Publishing that cannot begin, with what to do first. */
export function refused(message: string): PublishOutcome {
  return { kind: 'refused', message };
}
