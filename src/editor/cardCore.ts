import type * as core from '../core';
import type * as metadata from '../metadata';

/** The card core: everything that understands tables and front matter. */
export type Core = typeof core;

/** Loads the card core when it is first needed; it is a bundle of its own, so that activation stays quick. */
export function loadCore(): Core {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./card.js') as Core;
}

/** What checks cards, mends them and finds its way in their front matter. */
export type Metadata = typeof metadata;

/** Loads that part when it is first needed. */
export function loadMetadata(): Metadata {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- as above
  return require('./metadata.js') as Metadata;
}
