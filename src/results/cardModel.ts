import { matchModel, type ModelMatch } from '../tables/modelName';
import type { TableReading } from '../tables/reading';
import type { CardName } from './types';

/** How the models of a table stand to the names that the card's model goes by. */
export interface ModelChoice {
  readonly match: ModelMatch;
  /** The model that is the card's own: by its exact name, or since the table names none; an index from 0 on. */
  readonly own: number | null;
  /** The same, where the name is certain enough to go ahead without asking. */
  readonly preselected: number | null;
}

/** Looks for the card's own model among those of a table. */
export function chooseOwnModel({ models }: TableReading, names: readonly CardName[]): ModelChoice {
  const match = matchModel(
    models.map(({ name }) => name),
    names,
  );
  if (match.kind === 'exact') return { match, own: match.index, preselected: match.preselect ? match.index : null };
  const own = models.length === 1 && models[0]?.name === '' ? 0 : null;
  return { match, own, preselected: own };
}
