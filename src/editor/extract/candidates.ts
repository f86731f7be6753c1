import type { Benchmarks } from '../../results/benchmarks';
import type { CardTable, ScoreSource } from '../../results/types';
import type { CardPlace } from '../analysis/cardOverview';
import type { Core } from '../cardCore';
import type { PlacedDraft } from './draftEdits';
import { placeScores } from './sourceTable';

/** A model that may be the card's. */
export interface Candidate {
  /** Empty where the source speaks of one model without naming it. */
  readonly name: string;
  readonly scores: number;
  /** The source itself says that it is the card's. */
  readonly own: boolean;
  readonly sourceName: string;
  readonly sourceUrl: string;
  /** Worked out when the model is chosen. */
  readonly drafts: () => readonly PlacedDraft[];
}

/** The models of a table of the card, or of another source, as a person chooses among them. */
export interface Candidates {
  /** Where a score was read, for a person who compares it with what the card claims. */
  readonly placeOf: (line: number | undefined) => string;
  readonly models: readonly Candidate[];
}

/** The models of a table; where no scores were seen, a person ticks each number that is one. */
export function tableCandidates(
  { reading }: CardTable,
  { repositoryId }: CardPlace,
  core: Core,
  benchmarks: Benchmarks,
): Candidates {
  const source = core.cardAsSource(repositoryId);
  return {
    placeOf: (line) => `table, line ${line ?? 0}`,
    models: reading.models.map((model) => ({
      name: model.name,
      scores: model.scores.length,
      // A table that names no model speaks of the card's.
      own: reading.models.length === 1 && model.name === '',
      ...source,
      drafts: () => {
        const drafts = core.draftScores(model, benchmarks);
        return reading.evaluation ? drafts : drafts.map((draft) => ({ ...draft, include: false }));
      },
    })),
  };
}

/** The models of a source that is no table of the card. */
export function sourceCandidates(source: ScoreSource): Candidates {
  return {
    placeOf: () => source.title,
    models: source.models.map((model, index) => ({
      name: model.name,
      scores: model.drafts.length,
      own: model.own === true,
      sourceName: model.sourceName,
      sourceUrl: model.sourceUrl,
      drafts: () => placeScores(source, index),
    })),
  };
}
