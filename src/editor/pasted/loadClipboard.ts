import type * as clipboard from './index';

/** Loads what is done with tables from other programs when the first one is met. */
export function loadClipboard(): typeof clipboard {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./clipboard.js') as typeof clipboard;
}
