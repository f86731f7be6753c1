import type * as reviewMany from './reviewMany/index';

/** Loads what reviews many cards when it is first asked for. */
export function loadReviewMany(): typeof reviewMany {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./review-many.js') as typeof reviewMany;
}
