import type { ModelReading, TableReading } from '../tables/reading';
import type { Benchmarks } from './benchmarks';
import { chooseOwnModel } from './cardModel';
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

/** The model of a table that claims are compared with: the card's own, or the only one. */
export function ownModel(reading: TableReading, names: readonly CardName[]): ModelReading | undefined {
  const { models } = reading;
  const { own } = chooseOwnModel(reading, names);
  return own === null && models.length === 1 ? models[0] : models[own ?? -1];
}

/** Every score of a model as a result to be matched with claims, also those that a person would have to tick. */
export function comparableResults(model: ModelReading, benchmarks: Benchmarks): readonly EvaluationResult[] {
  const drafts = draftScores(model, benchmarks).map((draft) => ({ ...draft, include: true }));
  return toResults(drafts, { taskType: '', sourceUrl: '', sourceName: '' });
}
