import { createHash } from 'node:crypto';
import type { TextEdit } from '../../card/text';
import type { Benchmarks } from '../../results/benchmarks';
import type { EvaluationResult } from '../../results/evaluationResult';
import type {
  CardAnalysis,
  CardName,
  CardTable,
  DraftCommon,
  DraftProblem,
  MergeConflict,
  MergePlan,
} from '../../results/types';
import type { CardPlace } from '../analysis/cardOverview';
import type { Core } from '../core';
import type { ChosenModel, ExtractionChoice } from './choice';
import { type EditableDraft, editDrafts } from './draftEdits';
import { type DiffHunk, mergeDiff } from './mergeDiff';

/** A model of the table, as a person chooses among them. */
export interface ModelOption {
  readonly index: number;
  /** Empty in a table that names no model. */
  readonly name: string;
  readonly scores: number;
  /** Its name is, token by token, a name that the card goes by. */
  readonly own: boolean;
}

/** Two claims that contradict each other, as texts. */
export interface ConflictOption {
  readonly id: string;
  readonly name: string;
  readonly metric: string;
  readonly existing: { readonly value: string; readonly line: number; readonly verified: boolean };
  readonly wanted: { readonly value: string; readonly line: number };
  readonly decision: 'keep' | 'replace';
}

/** Which entry of model-index the results go to. */
export type EntryOptions =
  | { readonly kind: 'new'; readonly name: string }
  | { readonly kind: 'sole'; readonly name: string }
  | { readonly kind: 'several'; readonly names: readonly string[]; readonly chosen: number | null };

/** What the merge would do, or the sentence that says why there is none. */
export type MergeOutcome =
  | {
      readonly kind: 'merge';
      readonly added: number;
      readonly same: number;
      readonly conflicts: readonly ConflictOption[];
      readonly diff: readonly DiffHunk[];
    }
  | { readonly kind: 'choose-model' | 'nothing-chosen' | 'mend-first' | 'choose-entry'; readonly message: string }
  | { readonly kind: 'hidden-front-matter'; readonly message: string }
  | {
      readonly kind: 'broken-front-matter';
      readonly message: string;
      readonly line: number;
      readonly column: number;
    };

/** Everything a person decides and sees about extracting one table, worked out on one version of the card. */
export interface Extraction {
  readonly names: readonly CardName[];
  readonly models: readonly ModelOption[];
  /** Models whose name comes close, most likely first, where none is the card's own. */
  readonly candidates: readonly number[];
  /** The chosen or preselected model. */
  readonly model: number | null;
  /** The model is not the card's by name, and the person has not confirmed that its scores are the card's. */
  readonly needsConfirmation: boolean;
  /** The model is not the card's by name, so a confirmation is (or was) asked for. */
  readonly asksConfirmation: boolean;
  readonly drafts: readonly EditableDraft[];
  readonly problems: readonly DraftProblem[];
  readonly common: DraftCommon;
  readonly entry: EntryOptions;
  readonly merge: MergeOutcome;
  /** What Apply would change: the merge, or moving hidden front matter to the top. */
  readonly edits: readonly TextEdit[];
  /** The results on their own, to be copied; empty where there are none. */
  readonly yaml: string;
  /** Two extractions with the same one would write the same results and decide the same conflicts. */
  readonly fingerprint: string;
}

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
  const match = core.matchModel(
    models.map(({ name }) => name),
    card.names,
  );
  const own = match.kind === 'exact' ? match.index : isSoleUnnamed(table) ? 0 : null;
  const preselected = match.kind === 'exact' && !match.preselect ? null : own;
  const model = choice.model ? findModel(table, choice.model) : preselected;
  const asksConfirmation = model !== null && model !== own;
  const confirmed = choice.confirmed ? findModel(table, choice.confirmed) : null;

  const reading = model === null ? undefined : models[model];
  const drafts = reading ? editDrafts(core.draftScores(reading, benchmarks), choice.edits) : [];
  const common = { ...defaultCommon(card, core), ...choice.common };
  const problems = core.checkDrafts(drafts, common);
  const results = problems.length === 0 ? core.toResults(drafts, common) : [];
  const entry = entryOptions(card, choice, reading?.name ?? '');
  const plan = planOf();

  return {
    names: card.names,
    models: models.map(({ name, scores }, index) => ({ index, name, scores: scores.length, own: index === own })),
    candidates: match.kind === 'none' ? match.candidates : [],
    model,
    asksConfirmation,
    needsConfirmation: asksConfirmation && confirmed !== model,
    drafts,
    problems,
    common,
    entry,
    merge: outcome(plan, card.text),
    edits: plan.kind === 'merge' ? plan.edits : plan.kind === 'hidden-front-matter' ? plan.fix : [],
    yaml: results.length === 0 ? '' : core.modelIndexYaml(results, { entryName: entryNameOf(entry) }),
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
        ...(choice.entry !== undefined && { entry: choice.entry }),
        entryName: entryNameOf(entry),
        decisions: choice.decisions,
      },
      benchmarks,
    );
  }
}

type Unplanned = { readonly kind: 'choose-model' | 'nothing-chosen' | 'mend-first'; readonly message: string };

/** A table that names no model speaks of the card's. */
function isSoleUnnamed({ reading }: CardTable): boolean {
  return reading.models.length === 1 && reading.models[0]?.name === '';
}

/** The model as chosen, also when its column has moved meanwhile; null where it is gone or no longer told apart. */
function findModel({ reading }: CardTable, { index, name }: ChosenModel): number | null {
  if (reading.models[index]?.name === name) return index;
  const named = reading.models.flatMap((model, position) => (model.name === name ? [position] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

function defaultCommon({ analysis, place }: CardVersion, core: Core): DraftCommon {
  const sourceUrl = place.repositoryId === undefined ? '' : `https://huggingface.co/${place.repositoryId}`;
  return { taskType: core.defaultTaskType(analysis), sourceUrl, sourceName: sourceUrl === '' ? '' : 'Model card' };
}

function entryOptions({ analysis, names }: CardVersion, choice: ExtractionChoice, modelName: string): EntryOptions {
  const { entries } = analysis.metadata;
  const [sole] = entries;
  if (sole && entries.length === 1) return { kind: 'sole', name: sole.name ?? '' };
  if (sole) {
    const chosen = choice.entry !== undefined && entries[choice.entry] ? choice.entry : null;
    return { kind: 'several', names: entries.map(({ name }) => name ?? ''), chosen };
  }
  const repository = names.find(({ from }) => from === 'repository')?.name.replace(/^.*\//, '');
  return { kind: 'new', name: choice.entryName ?? repository ?? (modelName || (names[0]?.name ?? '')) };
}

function entryNameOf(entry: EntryOptions): string {
  return entry.kind === 'several' ? (entry.names[entry.chosen ?? 0] ?? '') : entry.name;
}

function outcome(plan: MergePlan | Unplanned, text: string): MergeOutcome {
  switch (plan.kind) {
    case 'merge':
      return {
        kind: 'merge',
        added: plan.added.length,
        same: plan.same.length,
        conflicts: plan.conflicts.map(conflictOption),
        diff: mergeDiff(text, plan.edits),
      };
    case 'broken-front-matter':
      return plan;
    default:
      return { kind: plan.kind, message: plan.message };
  }
}

function conflictOption({ id, existing, wanted, decision }: MergeConflict): ConflictOption {
  const { value } = existing.result.metric;
  return {
    id,
    name: wanted.dataset.name + (wanted.shots === undefined ? '' : ` (${wanted.shots}-shot)`),
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
