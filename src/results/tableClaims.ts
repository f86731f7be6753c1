import { matchModel } from '../tables/modelName';
import type { ModelReading, TableReading } from '../tables/reading';
import type { Benchmarks } from './benchmarks';
import { toResults } from './draftResults';
import { draftScores } from './drafts';
import type { EvaluationResult } from './evaluationResult';
import { ClaimIndex } from './match';
import type { CardMetadata, CardName } from './types';

/** Claims are indexed once for each version of the metadata, however many tables ask. */
const claimIndexes = new WeakMap<CardMetadata, ClaimIndex>();

/** The claims of a card's model-index, ready to be matched. */
export function claimsOf(metadata: CardMetadata, benchmarks: Benchmarks): ClaimIndex {
  const index = claimIndexes.get(metadata) ?? new ClaimIndex(metadata.entries, benchmarks);
  claimIndexes.set(metadata, index);
  return index;
}

/** The model of a table that is the card's own: by its exact name, or since the table has no other. */
export function ownModel({ models }: TableReading, names: readonly CardName[]): ModelReading | undefined {
  const match = matchModel(
    models.map(({ name }) => name),
    names,
  );
  if (match.kind === 'exact') return models[match.index];
  return models.length === 1 ? models[0] : undefined;
}

/** Every score of a model as a result to be matched with claims, also those that a person would have to tick. */
export function comparableResults(model: ModelReading, benchmarks: Benchmarks): readonly EvaluationResult[] {
  const drafts = draftScores(model, benchmarks).map((draft) => ({ ...draft, include: true }));
  return toResults(drafts, { taskType: '', sourceUrl: '', sourceName: '' });
}
