import type { EvaluationResult } from '../results/evaluationResult';
import type { CardTable, DraftCommon, MergePlan, ScoreDraft } from '../results/types';
import { badUse } from './arguments';
import { type Candidate, notOne } from './choice';
import { chooseModel } from './chooseModel';
import { chooseTable } from './chooseTable';
import { loadBenchmarks, loadCore } from './core';
import { Exit, failure, type Failure } from './exit';
import type { ExtractOptions } from './extractOptions';
import type { Card } from './openCard';
import { oneLine } from './terminal';

/** A score that does not become a result, and why. */
export interface LeftOut {
  readonly draft: ScoreDraft;
  readonly reason: string;
}

/** What `extract` found and what it would change. */
export interface Extraction {
  readonly kind: 'extraction';
  readonly table: CardTable;
  readonly modelName: string;
  readonly results: readonly EvaluationResult[];
  readonly leftOut: readonly LeftOut[];
  readonly plan: MergePlan & { readonly kind: 'merge' };
}

/** From a card to a merge: everything but reading and writing files. */
export function extractFrom(card: Card, options: ExtractOptions): Extraction | Failure {
  const table = chooseTable(card.analysis, options);
  if (table.kind === 'failure') return table;
  const model = chooseModel(table.value, card.names, options);
  if (model.kind === 'failure') return model;
  const common = commonOf(card, options);
  if (common.sourceName !== '' && common.sourceUrl === '') {
    return badUse('extract', '--source-name needs --source-url, as the Hub takes no source without an address');
  }

  const { checkDrafts, draftScores, entryName, planMerge, toResults } = loadCore();
  const benchmarks = loadBenchmarks();
  const drafts = draftScores(model.value, benchmarks);
  const problems = checkDrafts(drafts, common);
  const shared = problems.find(({ id }) => id === '');
  if (shared) return badUse('extract', shared.message.replace(/\.$/, ''));
  const leftOut = leaveOut(drafts, new Map(problems.map(({ id, message }) => [id, message])));
  const refused = new Set(leftOut.map(({ draft }) => draft));
  const taken = drafts.filter((draft) => !refused.has(draft));
  const results = toResults(taken, common);

  const name = entryName(card.names, model.value.name);
  const onConflict = options.onConflict === 'replace' ? 'replace' : 'keep';
  const entry = options.entry === undefined ? {} : { entry: options.entry - 1 };
  const plan = planMerge(card.text, results, { ...entry, entryName: name, onConflict }, benchmarks);
  switch (plan.kind) {
    case 'broken-front-matter':
      return failure(Exit.unreadable, `${card.file}:${String(plan.line)}:${String(plan.column)}: ${plan.message}`);
    case 'hidden-front-matter':
      return failure(Exit.unreadable, `${card.file}: ${plan.message}`);
    case 'choose-entry':
      return notOne(`${card.file}: ${plan.message}`, offerEntries(plan.names, options));
    case 'merge':
      return { kind: 'extraction', table: table.value, modelName: model.value.name, results, leftOut, plan };
  }
}

function commonOf({ analysis, repositoryId }: Card, options: ExtractOptions): DraftCommon {
  const page = repositoryId === undefined ? '' : `https://huggingface.co/${repositoryId}`;
  return {
    taskType: options.taskType ?? loadCore().defaultTaskType(analysis),
    sourceUrl: options.sourceUrl ?? page,
    sourceName: options.sourceName ?? '',
  };
}

/** Scores that are not named well enough, and those that contradict each other: nobody is here to decide. */
function leaveOut(drafts: readonly ScoreDraft[], problems: ReadonlyMap<string, string>): readonly LeftOut[] {
  const { draftKey } = loadCore();
  const refused = new Map<string, string>();
  for (const draft of drafts) {
    const problem = problems.get(draft.id);
    if (problem !== undefined) refused.set(draftKey(draft), problem);
  }
  return drafts.flatMap((draft) => {
    const reason = draft.include ? refused.get(draftKey(draft)) : draft.notes.join(' ');
    return reason === undefined ? [] : [{ draft, reason }];
  });
}

function offerEntries(names: readonly (string | null)[], options: ExtractOptions): readonly Candidate[] {
  return names.map((name, index) => ({
    label: `entry ${String(index + 1)}, ${oneLine(name ?? 'without a name')}`,
    options: { ...options, entry: index + 1 },
  }));
}
