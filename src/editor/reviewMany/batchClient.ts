import type * as batch from '../../batch/index';

/** Many cards at once, as the command line does them. */
export type Batch = typeof batch;

/** Loads that part. */
export function loadBatch(): Batch {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle beside this one
  return require('./batch.js') as Batch;
}
