import type * as Batch from '../batch';

/** Many cards at once, a bundle of its own beside this one. */
export function loadBatch(): typeof Batch {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./batch.js') as typeof Batch;
}
