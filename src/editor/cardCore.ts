import type * as core from '../core';

/** The card core: everything that understands tables and front matter. */
export type Core = typeof core;

/** Loads the card core when it is first needed; it is a bundle of its own, so that activation stays quick. */
export function loadCore(): Core {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./card.js') as Core;
}
