import type * as evalResults from './evalResults/index';

/** Loads what brings scores of the panel into `.eval_results/` when that is first asked for. */
export function loadEvalResults(): typeof evalResults {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./eval-results.js') as typeof evalResults;
}
