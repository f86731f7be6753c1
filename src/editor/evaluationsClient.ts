import type * as evaluations from './evaluations/index';

/** Loads the evaluations when they are first needed. */
export function loadEvaluations(): typeof evaluations {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./evaluations.js') as typeof evaluations;
}
