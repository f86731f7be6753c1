import { matchModel } from '../tables/modelName';
import type { ModelReading } from '../tables/reading';
import type { Benchmarks } from './benchmarks';
import { toResults } from './draftResults';
import { draftScores } from './drafts';
import { ClaimIndex } from './match';
import type { CardAnalysis, CardName, CardTable, IndexedMetric } from './types';

/** Where a claim of model-index stands in the card's tables; `same` is false where the table has another value. */
export interface ClaimLine {
  readonly line: number;
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
  const index = new ClaimIndex(analysis.metadata.entries, benchmarks);
  const lines = new Map<IndexedMetric, ClaimLine>();
  if (analysis.metadata.entries.every(({ metrics }) => metrics.length === 0)) return lines;
  for (const table of analysis.tables) {
    if (!table.reading.evaluation) continue;
    for (const { model, own } of likelyModels(table, names)) {
      const drafts = draftScores(model, benchmarks).map((draft) => ({ ...draft, include: true }));
      const matches = index.match(toResults(drafts, { taskType: '', sourceUrl: '', sourceName: '' }));
      matches.forEach((match, position) => {
        const line = drafts[position]?.line;
        if (line === undefined || !('existing' in match)) return;
        const same = match.kind === 'same';
        const known = lines.get(match.existing);
        if ((same && known?.same !== true) || (own && known === undefined)) lines.set(match.existing, { line, same });
      });
    }
  }
  return lines;
}

/** The card's own model where the table shows which it is, else every model. */
function likelyModels(
  { reading }: CardTable,
  names: readonly CardName[],
): readonly { model: ModelReading; own: boolean }[] {
  const match = matchModel(
    reading.models.map(({ name }) => name),
    names,
  );
  const own = match.kind === 'exact' ? reading.models[match.index] : undefined;
  const sole = reading.models.length === 1;
  return own ? [{ model: own, own: true }] : reading.models.map((model) => ({ model, own: sole }));
}
