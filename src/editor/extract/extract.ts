import { createHash } from 'node:crypto';
import type { TextEdit } from '../../card/text';
import type { Benchmarks } from '../../results/benchmarks';
import type { EvaluationResult } from '../../results/evaluationResult';
import type { CardAnalysis, CardName, MergeConflict, MergePlan } from '../../results/types';
import type { Core } from '../cardCore';
import type { Candidates } from './candidates';
import type { ChosenModel, ExtractionChoice } from './choice';
import { editDrafts } from './draftEdits';
import type { ConflictOption, EntryOptions, Extraction, MergeOutcome } from './extraction';

/** One version of a card and what is known around it. */
export interface CardVersion {
  readonly text: string;
  readonly analysis: CardAnalysis;
  readonly names: readonly CardName[];
}

/** Works out what a person's choice means for a card. */
export function extract(
  card: CardVersion,
  { models, placeOf }: Candidates,
  choice: ExtractionChoice,
  core: Core,
  benchmarks: Benchmarks,
): Extraction {
  const match = core.matchModel(
    models.map(({ name }) => name),
    card.names,
  );
  const told = models.flatMap((candidate, index) => (candidate.own ? [index] : []));
  const named = told.length === 0 && match.kind === 'exact' ? match : null;
  const own = named ? [named.index] : told;
  const preselected = named?.preselect === false ? null : soleOf(own);
  const model = choice.model ? findModel(models, choice.model) : preselected;
  const asksConfirmation = model !== null && !own.includes(model);
  const confirmed = choice.confirmed ? findModel(models, choice.confirmed) : null;

  const candidate = model === null ? undefined : models[model];
  const scale = core.cardScale(card.analysis.metadata);
  const drafts = candidate ? editDrafts(core.besideCardScale(candidate.drafts(), scale), choice.edits) : [];
  const { sourceUrl = '', sourceName = '' } = candidate ?? models[0] ?? {};
  const common = { taskType: core.defaultTaskType(card.analysis), sourceUrl, sourceName, ...choice.common };
  const problems = core.checkDrafts(drafts, common);
  const results = problems.length === 0 ? core.toResults(drafts, common) : [];
  const entry = entryOptions(card, choice, candidate?.name ?? '', core);
  const plan = planOf();
  const table =
    plan.kind === 'merge' && choice.table === true
      ? core.planResultsTable(card.text, card.analysis, core.tabledResults(results, plan))
      : [];

  return {
    names: card.names,
    matched: named?.name ?? null,
    models: models.map(({ name, scores }, index) => ({ index, name, scores, own: own.includes(index) })),
    candidates: match.kind === 'none' ? match.candidates : [],
    model,
    asksConfirmation,
    needsConfirmation: asksConfirmation && confirmed !== model,
    drafts,
    problems,
    common,
    entry,
    merge: outcome(plan, table, card.text, placeOf, core),
    edits: plan.kind === 'merge' ? [...plan.edits, ...table] : plan.kind === 'hidden-front-matter' ? plan.fix : [],
    yaml: core.modelIndexYaml(results, { entryName: entryNameOf(entry) }),
    fingerprint: fingerprint(plan, table.length > 0, results, entry),
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

/** The model as chosen, also when its place has moved meanwhile; null where it is gone or no longer told apart. */
function findModel(models: Candidates['models'], { index, name }: ChosenModel): number | null {
  if (models[index]?.name === name) return index;
  return soleOf(models.flatMap((model, position) => (model.name === name ? [position] : [])));
}

function soleOf(indices: readonly number[]): number | null {
  return indices.length === 1 ? (indices[0] ?? null) : null;
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

function outcome(
  plan: MergePlan | Unplanned,
  table: readonly TextEdit[],
  text: string,
  placeOf: Candidates['placeOf'],
  core: Core,
): MergeOutcome {
  switch (plan.kind) {
    case 'merge':
      return {
        kind: 'merge',
        added: plan.added.length,
        same: plan.same.length,
        repeated: plan.repeated.length,
        conflicts: plan.conflicts.map((conflict) => conflictOption(conflict, placeOf, core)),
        table: table.length > 0,
        ...core.shortenDiff(core.mergeDiff(text, [...plan.edits, ...table])),
      };
    case 'broken-front-matter':
    case 'not-editable':
      return plan;
    default:
      return { kind: plan.kind, message: plan.message };
  }
}

function conflictOption(
  { id, existing, wanted, decision }: MergeConflict,
  placeOf: Candidates['placeOf'],
  core: Core,
): ConflictOption {
  const { value } = existing.result.metric;
  return {
    id,
    name: core.withShots(wanted.dataset.name, wanted.shots),
    metric: wanted.metric.name ?? wanted.metric.type,
    existing: { value: value.text, line: existing.line, verified: existing.verified },
    wanted: { value: wanted.metric.value.text, place: placeOf(wanted.origin?.line) },
    decision,
  };
}

/** Lines are left out: text that moves up or down changes nothing of what is written. */
function fingerprint(
  plan: MergePlan | Unplanned,
  table: boolean,
  results: readonly EvaluationResult[],
  entry: EntryOptions,
): string {
  const written = results.map(({ origin: _origin, ...result }) => result);
  const conflicts = plan.kind === 'merge' ? plan.conflicts.map(({ id, decision }) => [id, decision]) : [];
  return createHash('sha1')
    .update(JSON.stringify([plan.kind, written, conflicts, entry, table]))
    .digest('base64');
}
