import type { IndexedMetric, ModelIndexEntry } from '../types';
import { isSameRow } from './entry';
import { type EvalConversion, type EvalKnowledge, entryOf } from './entryOf';

/** A claim of model-index and what becomes of it. */
export interface ConvertedClaim {
  readonly claim: IndexedMetric;
  readonly conversion: EvalConversion;
}

/**
 * Converts what an entry of model-index claims to entries of `.eval_results/`. Claims with different values for one row
 * of a leaderboard are refused, all of them: nobody is there to choose.
 */
export function convertModelIndex({ metrics }: ModelIndexEntry, knowledge: EvalKnowledge): readonly ConvertedClaim[] {
  const converted = metrics.map((claim) => ({ claim, conversion: entryOf(claim.result, knowledge) }));
  return converted.map(({ claim, conversion }) => {
    if (conversion.kind === 'refused') return { claim, conversion };
    const rivals = converted.filter(
      (other) =>
        other.conversion.kind === 'entry' &&
        isSameRow(other.conversion.entry, conversion.entry) &&
        other.conversion.entry.value.number !== conversion.entry.value.number,
    );
    if (rivals.length === 0) return { claim, conversion };
    const lines = rivals.map((rival) => String(rival.claim.line)).join(', ');
    const message = `line ${lines} has another value for the same row of the leaderboard of ${conversion.entry.dataset.id}`;
    return { claim, conversion: { kind: 'refused', reason: 'value', message } };
  });
}
