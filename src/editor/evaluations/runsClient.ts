import type * as runs from '../../runs';

/** Loads what runs evaluations when one is first planned or started. */
export function loadRuns(): typeof runs {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle beside this one
  return require('./runs.js') as typeof runs;
}
