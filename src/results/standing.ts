import { matchModel } from '../tables/modelName';
import type { ModelReading } from '../tables/reading';
import type { Benchmarks } from './benchmarks';
import { toResults } from './draftResults';
import { draftScores } from './drafts';
import { ClaimIndex } from './match';
import type { CardAnalysis, CardMetadata, CardName, CardTable, Standing } from './types';

/** Claims are indexed once for each version of the metadata, however many tables ask. */
const claimIndexes = new WeakMap<CardMetadata, ClaimIndex>();

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
  const { models } = table.reading;
  const match = matchModel(
    models.map(({ name }) => name),
    names,
  );
  const own = match.kind === 'exact' ? models[match.index] : models.length === 1 ? models[0] : undefined;
  const claims = claimsOf(analysis.metadata, benchmarks);
  if (own) return standingOf(own, claims, benchmarks);

  let best: Standing = { scores: 0, present: 0, different: 0 };
  for (const model of models) {
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
  const drafts = draftScores(model, benchmarks).map((draft) => ({ ...draft, include: true }));
  const results = toResults(drafts, { taskType: '', sourceUrl: '', sourceName: '' });
  const matches = claims.match(results);
  return {
    scores: matches.length,
    present: matches.filter(({ kind }) => kind === 'same').length,
    different: matches.filter(({ kind }) => kind === 'conflict').length,
  };
}

function unclaimed({ scores }: ModelReading): Standing {
  return { scores: scores.reduce((sum, { numbers }) => sum + numbers.length, 0), present: 0, different: 0 };
}

function claimsOf(metadata: CardMetadata, benchmarks: Benchmarks): ClaimIndex {
  const index = claimIndexes.get(metadata) ?? new ClaimIndex(metadata.entries, benchmarks);
  claimIndexes.set(metadata, index);
  return index;
}
