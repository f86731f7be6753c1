import type { EvalConversion } from './entryOf';

/** The dataset that a conversion is about, as a list; empty where it has none with a leaderboard. */
export function datasetOf(conversion: EvalConversion): readonly string[] {
  if (conversion.kind === 'entry') return [conversion.entry.dataset.id];
  return conversion.dataset === undefined ? [] : [conversion.dataset];
}
