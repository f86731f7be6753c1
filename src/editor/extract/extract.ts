import { createHash } from 'node:crypto';
import type { Benchmarks } from '../../results/benchmarks';
import type { EvaluationResult } from '../../results/evaluationResult';
import type { CardAnalysis, CardName, CardTable, MergeConflict, MergePlan, ScoreDraft } from '../../results/types';
import type { ModelReading } from '../../tables/reading';
import type { CardPlace } from '../analysis/cardOverview';
import type { Core } from '../cardCore';
import type { ChosenModel, ExtractionChoice } from './choice';
import { editDrafts } from './draftEdits';
import type { ConflictOption, EntryOptions, Extraction, MergeOutcome } from './extraction';
import { mergeDiff, shortenDiff } from './mergeDiff';

/** One version of a card and what is known around it. */
export interface CardVersion {
  readonly text: string;
  readonly analysis: CardAnalysis;
  readonly place: CardPlace;
  readonly names: readonly CardName[];
}

/** Works out what a person's choice means for one table of a card. */
export function extract(
  card: CardVersion,
  table: CardTable,
  choice: ExtractionChoice,
  core: Core,
  benchmarks: Benchmarks,
): Extraction {
  const { models } = table.reading;
  const { match, own, preselected } = core.chooseOwnModel(table.reading, card.names);
  const model = choice.model ? findModel(table, choice.model) : preselected;
  const asksConfirmation = model !== null && model !== own;
  const confirmed = choice.confirmed ? findModel(table, choice.confirmed) : null;

  const reading = model === null ? undefined : models[model];
  const drafts = reading ? editDrafts(draftsOf(reading, table, core, benchmarks), choice.edits) : [];
  const common = { ...core.defaultCommon(card.analysis, card.place.repositoryId), ...choice.common };
  const problems = core.checkDrafts(drafts, common);
  const results = problems.length === 0 ? core.toResults(drafts, common) : [];
  const entry = entryOptions(card, choice, reading?.name ?? '', core);
  const plan = planOf();

  return {
    names: card.names,
    matched: match.kind === 'exact' ? match.name : null,
    models: models.map(({ name, scores }, index) => ({ index, name, scores: scores.length, own: index === own })),
    candidates: match.kind === 'none' ? match.candidates : [],
    model,
    asksConfirmation,
    needsConfirmation: asksConfirmation && confirmed !== model,
    drafts,
    problems,
    common,
    entry,
    merge: outcome(plan, card.text, core),
    edits: plan.kind === 'merge' ? plan.edits : plan.kind === 'hidden-front-matter' ? plan.fix : [],
    yaml: core.modelIndexYaml(results, { entryName: entryNameOf(entry) }),
    fingerprint: fingerprint(plan, results, entry),
  };

  function planOf(): MergePlan | Unplanned {
    if (model === null) return { kind: 'choose-model', message: 'Choose the model whose scores are this card’s.' };
    if (problems.length > 0) return { kind: 'mend-first', message: 'Mend the marked fields first.' };
    if (results.length === 0) return { kind: 'nothing-chosen', message: 'Tick the scores to extract.' };
    return core.planMerge(
      card.text,
      results,
      {
        ...(entry.kind === 'several' && entry.chosen !== null && { entry: entry.chosen }),
        entryName: entryNameOf(entry),
        decisions: choice.decisions,
      },
      benchmarks,
    );
  }
}

type Unplanned = { readonly kind: 'choose-model' | 'nothing-chosen' | 'mend-first'; readonly message: string };

/** Where no scores were seen, a person ticks each number that is one. */
function draftsOf(model: ModelReading, table: CardTable, core: Core, benchmarks: Benchmarks): readonly ScoreDraft[] {
  const drafts = core.draftScores(model, benchmarks);
  return table.reading.evaluation ? drafts : drafts.map((draft) => ({ ...draft, include: false }));
}

/** The model as chosen, also when its column has moved meanwhile; null where it is gone or no longer told apart. */
function findModel({ reading }: CardTable, { index, name }: ChosenModel): number | null {
  if (reading.models[index]?.name === name) return index;
  const named = reading.models.flatMap((model, position) => (model.name === name ? [position] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function entryOptions(
  { analysis, names }: CardVersion,
  choice: ExtractionChoice,
  modelName: string,
  core: Core,
): EntryOptions {
  const { entries } = analysis.metadata;
  const [sole] = entries;
  if (sole && entries.length === 1) return { kind: 'sole', name: sole.name ?? '' };
  if (sole) {
    const chosen = choice.entry !== undefined && entries[choice.entry] ? choice.entry : null;
    return { kind: 'several', names: entries.map(({ name }) => name ?? ''), chosen };
  }
  return { kind: 'new', name: choice.entryName ?? core.entryName(names, modelName) };
}

function entryNameOf(entry: EntryOptions): string {
  return entry.kind === 'several' ? (entry.names[entry.chosen ?? 0] ?? '') : entry.name;
}

function outcome(plan: MergePlan | Unplanned, text: string, core: Core): MergeOutcome {
  switch (plan.kind) {
    case 'merge':
      return {
        kind: 'merge',
        added: plan.added.length,
        same: plan.same.length,
        repeated: plan.repeated.length,
        conflicts: plan.conflicts.map((conflict) => conflictOption(conflict, core)),
        ...shortenDiff(mergeDiff(text, plan.edits)),
      };
    case 'broken-front-matter':
    case 'not-editable':
      return plan;
    default:
      return { kind: plan.kind, message: plan.message };
  }
}

function conflictOption({ id, existing, wanted, decision }: MergeConflict, core: Core): ConflictOption {
  const { value } = existing.result.metric;
  return {
    id,
    name: core.withShots(wanted.dataset.name, wanted.shots),
    metric: wanted.metric.name ?? wanted.metric.type,
    existing: { value: value.text, line: existing.line, verified: existing.verified },
    wanted: { value: wanted.metric.value.text, line: wanted.origin?.line ?? 0 },
    decision,
  };
}

/** Lines are left out: text that moves up or down changes nothing of what is written. */
function fingerprint(plan: MergePlan | Unplanned, results: readonly EvaluationResult[], entry: EntryOptions): string {
  const written = results.map(({ origin: _origin, ...result }) => result);
  const conflicts = plan.kind === 'merge' ? plan.conflicts.map(({ id, decision }) => [id, decision]) : [];
  return createHash('sha1')
    .update(JSON.stringify([plan.kind, written, conflicts, entry]))
    .digest('base64');
}
