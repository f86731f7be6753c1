import type { ModelReading, TableReading } from '../tables/reading';
import type { Benchmarks } from './benchmarks';
import { draftScores } from './drafts';
import type { CardTable, ResultDraft, ScoredModel, ScoreDraft, ScoreSource } from './types';

/** The scores of a table that was pasted, which came as `format`; where they come from only the person knows. */
export function pastedSource({ grid, reading }: CardTable, format: string, benchmarks: Benchmarks): ScoreSource {
  return {
    kind: 'scores',
    title: grid.caption ?? 'The pasted table',
    warnings: [`Read from ${format} that was pasted; name the page or paper it comes from as the source.`],
    models: reading.models.map((model) => pastedModel(model, reading, benchmarks)),
  };
}

/** One of its models; where no scores were seen, a person ticks each number that is one. */
export function pastedModel(model: ModelReading, { evaluation }: TableReading, benchmarks: Benchmarks): ScoredModel {
  const drafts = fromElsewhere(draftScores(model, benchmarks));
  return {
    name: model.name,
    drafts: evaluation ? drafts : drafts.map((draft) => ({ ...draft, include: false })),
    sourceName: '',
    sourceUrl: '',
  };
}

/** Lines and places of another text than the card's say nothing here: a score is known by what it measures. */
function fromElsewhere(drafts: readonly ScoreDraft[]): readonly ResultDraft[] {
  const seen = new Map<string, number>();
  return drafts.map(({ row: _row, column: _column, line: _line, ...draft }) => {
    const measured = [draft.name, draft.metricType, draft.metricName, draft.shots, draft.config, draft.split].join('|');
    const earlier = seen.get(measured) ?? 0;
    seen.set(measured, earlier + 1);
    return { ...draft, id: earlier === 0 ? measured : `${measured}|${earlier}` };
  });
}
