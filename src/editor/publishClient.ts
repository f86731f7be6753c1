import type * as publishing from './publish/index';

/** Loads what publishes drafts when that is first asked for. */
export function loadPublishing(): typeof publishing {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./publish.js') as typeof publishing;
}
