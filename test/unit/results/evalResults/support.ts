import { readFileSync } from 'node:fs';
import type { EvaluationResult } from '../../../../src/results/evaluationResult';
import { type EvalConversion, type EvalKnowledge, entryOf } from '../../../../src/results/evalResults/entryOf';
import type { WantedEntry } from '../../../../src/results/evalResults/merge';
import { parseRegistered } from '../../../../src/results/evalResults/registered';
import { BENCHMARKS } from '../support';

/** The product's own list of datasets with a leaderboard. */
export const REGISTERED = parseRegistered(JSON.parse(readFileSync('media/data/registered-benchmarks.json', 'utf8')));

/** What is known where nobody chose a task and no leaderboard was read, but for the given. */
export function knowing(more: Partial<EvalKnowledge> = {}): EvalKnowledge {
  return { registered: REGISTERED, benchmarks: BENCHMARKS, taskIds: new Map(), leaderboards: new Map(), ...more };
}

/** The entry that a result becomes; fails where it becomes none. */
export function entry(
  result: EvaluationResult,
  more?: Partial<EvalKnowledge>,
): EvalConversion & WantedEntry & { readonly kind: 'entry' } {
  const conversion = entryOf(result, knowing(more));
  if (conversion.kind === 'refused') throw new Error(conversion.message);
  return conversion;
}
