import type { ModelReading } from '../tables/reading';
import type { Benchmarks } from './benchmarks';
import type { ClaimIndex } from './match';
import { claimsOf, comparableResults, ownModel } from './tableClaims';
import type { CardAnalysis, CardName, CardTable, Standing } from './types';

/**
 * How a table's scores stand against model-index. Where a column is exactly the card's own model (or the table has one
 * model only), it is that model's scores. Elsewhere nobody knows which column the claims are about: then it is the
 * model that agrees with the most claims, and no value counts as different, since other models' values do differ.
 */
export function tableStanding(
  analysis: CardAnalysis,
  table: CardTable,
  names: readonly CardName[],
  benchmarks: Benchmarks,
): Standing {
  const own = ownModel(table.reading, names);
  const claims = claimsOf(analysis.metadata, benchmarks);
  if (own) return standingOf(own, claims, benchmarks);

  let best: Standing = { scores: 0, present: 0, different: 0 };
  for (const model of table.reading.models) {
    const agrees = model.scores.some(({ numbers }) => numbers.some(({ value }) => claims.hasValue(value)));
    const { scores, present } = agrees ? standingOf(model, claims, benchmarks) : unclaimed(model);
    if (present > best.present || (present === best.present && scores > best.scores)) {
      best = { scores, present, different: 0 };
    }
  }
  return best;
}

function standingOf(model: ModelReading, claims: ClaimIndex, benchmarks: Benchmarks): Standing {
  if (claims.isEmpty) return unclaimed(model);
  const matches = claims.match(comparableResults(model, benchmarks));
  return {
    scores: matches.length,
    present: matches.filter(({ kind }) => kind === 'same').length,
    different: matches.filter(({ kind }) => kind === 'conflict').length,
  };
}

function unclaimed({ scores }: ModelReading): Standing {
  return { scores: scores.reduce((sum, { numbers }) => sum + numbers.length, 0), present: 0, different: 0 };
}
