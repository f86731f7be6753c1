import type * as pasted from '../../tables/pasted';

/** Loads the readers of pasted tables when they are first needed; they are a bundle of their own. */
export function loadPasted(): typeof pasted {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./pasted.js') as typeof pasted;
}
