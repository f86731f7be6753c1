import type * as addResults from './addResults/index';

/** Loads what brings result files into the panel when it is first asked for. */
export function loadAddResults(): typeof addResults {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./add-results.js') as typeof addResults;
}
