import type * as hub from '../hub/index';

/** The Hub over HTTP. */
export type Hub = typeof hub;

/** Loads the Hub client when the network is first needed; it is a bundle of its own, so that activation stays quick. */
export function loadHub(): Hub {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./hub.js') as Hub;
}
