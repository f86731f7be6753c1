import type * as scores from '../scores/index';

/** Artificial Analysis over HTTP, and what its scores are. */
export type Scores = typeof scores;

/** Loads that part when it is first asked for; it is a bundle of its own, so that activation stays quick. */
export function loadScores(): Scores {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a static import would load it at activation
  return require('./scores.js') as Scores;
}
