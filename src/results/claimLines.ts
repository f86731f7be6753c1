import type { Benchmarks } from './benchmarks';
import type { MetricValue } from './evaluationResult';
import { claimsOf, comparableResults, ownModel } from './tableClaims';
import type { CardAnalysis, CardName, IndexedMetric } from './types';

/** Where a claim of model-index stands in the card's tables; `same` is false where the table has another value. */
export interface ClaimLine {
  readonly line: number;
  /** What the table has. */
  readonly value: MetricValue;
  readonly same: boolean;
}

/**
 * Finds for each claim of model-index the table line that says it too. A line with the same value wins over one with
 * another; another value counts only in the column that is the card's own model, since other models' values do differ.
 */
export function claimLines(
  analysis: CardAnalysis,
  names: readonly CardName[],
  benchmarks: Benchmarks,
): ReadonlyMap<IndexedMetric, ClaimLine> {
  const lines = new Map<IndexedMetric, ClaimLine>();
  const readings = analysis.tables.map(({ reading }) => reading).filter(({ evaluation }) => evaluation);
  // To index thousands of claims takes a while.
  if (readings.length === 0) return lines;
  const claims = claimsOf(analysis.metadata, benchmarks);
  if (claims.isEmpty) return lines;
  for (const reading of readings) {
    const own = ownModel(reading, names);
    for (const model of own ? [own] : reading.models) {
      const results = comparableResults(model, benchmarks);
      claims.match(results).forEach((match, position) => {
        const { origin, metric } = results[position] ?? {};
        if (origin?.line === undefined || !metric || !('existing' in match)) return;
        const same = match.kind === 'same';
        const known = lines.get(match.existing);
        if (!((same && known?.same !== true) || (own && known === undefined))) return;
        lines.set(match.existing, { line: origin.line, value: metric.value, same });
      });
    }
  }
  return lines;
}
