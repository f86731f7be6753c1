import { createHash } from 'node:crypto';
import {
  cardAsSource,
  checkDrafts,
  chooseOwnModel,
  defaultTaskType,
  draftScores,
  entryName,
  modelIndexYaml,
  planMerge,
  toResults,
} from '../core';
import { type AppliedFix, mendSafely } from '../metadata';
import type { EvaluationResult } from '../results/evaluationResult';
import type { MergeConflict } from '../results/types';
import type { BatchCard } from './card';
import { type CheckedCard, checkText, type Knowledge } from './checkedCard';

/** What can be changed in a card without a decision of a person's. */
export interface CardChange {
  readonly kind: 'change';
  /** Names the change by what it adds and mends, whatever else the card says. */
  readonly id: string;
  /** The card after it. */
  readonly text: string;
  /** What it adds to model-index, as a model-index of its own; empty where it adds nothing. */
  readonly yaml: string;
  readonly results: readonly EvaluationResult[];
  readonly fixes: readonly AppliedFix[];
}

/** Why nothing is changed; a sentence where there would be something for a person to decide. */
export interface NoChange {
  readonly kind: 'none';
  readonly message: string | null;
}

/**
 * Works out what is certain: fixes that say nothing new, and the scores of the columns that are surely the card's own
 * model. Where the card claims another value it keeps it; where its tables contradict each other, no score is taken.
 */
export function changeOf(card: BatchCard, before: CheckedCard, knowledge: Knowledge): CardChange | NoChange {
  const versions = new Map([[before.text, before]]);
  const read = (version: string): CheckedCard => {
    const known = versions.get(version) ?? checkText(card, version, knowledge);
    versions.set(version, known);
    return known;
  };
  const { text, applied } = mendSafely(before.text, (version) => read(version).checked);
  const mended = read(text);
  const merged = addScores(mended, knowledge);
  const after = merged.kind === 'merged' ? merged.text : text;
  if (after === before.text) return { kind: 'none', message: merged.kind === 'merged' ? null : merged.message };

  const [error] = mended.checked.problems.filter(({ severity }) => severity === 'error');
  if (error) return { kind: 'none', message: `What the Hub refuses has to be decided first: ${error.message}` };
  const results = merged.kind === 'merged' ? merged.added : [];
  return {
    kind: 'change',
    id: idOf(results, applied),
    text: after,
    yaml: modelIndexYaml(results, { entryName: nameOfEntry(mended) }),
    results,
    fixes: applied,
  };
}

interface Merged {
  readonly kind: 'merged';
  readonly text: string;
  readonly added: readonly EvaluationResult[];
}

function addScores(card: CheckedCard, { benchmarks }: Knowledge): Merged | NoChange {
  const options = { entryName: nameOfEntry(card) };
  const added: EvaluationResult[] = [];
  let { text } = card;
  for (const results of ownScores(card, benchmarks)) {
    const plan = planMerge(text, results, options, benchmarks);
    if (plan.kind !== 'merge') return { kind: 'none', message: plan.message };
    if (plan.conflicts.length > 0 && added.length > 0) {
      const alone = planMerge(card.text, results, options, benchmarks);
      const clash = plan.conflicts.find(({ wanted }) => !(alone.kind === 'merge' && claims(alone.conflicts, wanted)));
      if (clash) return { kind: 'none', message: contradictionOf(clash) };
    }
    text = plan.text;
    added.push(...plan.added);
  }
  return { kind: 'merged', text, added };
}

/** The scores of the card's own model, table by table, as far as they are named well enough. */
function ownScores({ parsed: { analysis }, names, repositoryId }: CheckedCard, benchmarks: Knowledge['benchmarks']) {
  const common = { taskType: defaultTaskType(analysis), ...cardAsSource(repositoryId) };
  return analysis.tables
    .filter(({ reading }) => reading.evaluation)
    .flatMap(({ reading }) => reading.models[chooseOwnModel(reading, names).preselected ?? -1] ?? [])
    .map((model) => {
      const drafts = draftScores(model, benchmarks);
      const unclear = new Set(checkDrafts(drafts, common).map(({ id }) => id));
      return toResults(
        drafts.filter(({ id }) => !unclear.has(id)),
        common,
      );
    });
}

function nameOfEntry({ names }: CheckedCard): string {
  return entryName(names, names[0]?.name ?? '');
}

function claims(conflicts: readonly MergeConflict[], wanted: EvaluationResult): boolean {
  return conflicts.some((conflict) => conflict.wanted === wanted);
}

function contradictionOf({ existing, wanted }: MergeConflict): string {
  const { name } = wanted.dataset;
  const values = `${existing.result.metric.value.text} and ${wanted.metric.value.text}`;
  return `The card's own tables give ${values} for ${name}; choose in the panel which one it claims.`;
}

/** The same whenever the same is proposed for one model, also where it was renamed. */
function idOf(results: readonly EvaluationResult[], fixes: readonly AppliedFix[]): string {
  const said = results.map(({ dataset, metric, shots }) => [dataset, metric, shots ?? null]);
  const mended = fixes.map(({ code, title }) => [code, title]);
  return createHash('sha256')
    .update(JSON.stringify([said, mended]))
    .digest('hex')
    .slice(0, 16);
}
