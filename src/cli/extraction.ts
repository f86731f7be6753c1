import type { EvaluationResult } from '../results/evaluationResult';
import type { CardTable, DraftCommon, DraftProblem, MergePlan, ScoreDraft } from '../results/types';
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
  /** The scores that become results. */
  readonly taken: readonly ScoreDraft[];
  readonly results: readonly EvaluationResult[];
  readonly leftOut: readonly LeftOut[];
  readonly plan: MergePlan & { readonly kind: 'merge' };
}

/** What is wrong, whatever the card, with the facts that all results are to share. */
export function wrongCommon({ taskType = 'any', sourceUrl = '' }: ExtractOptions): Failure | null {
  const [wrong] = loadCore().checkCommon({ taskType, sourceUrl, sourceName: '' });
  return wrong ? badUse('extract', wrong.message.replace(/\.$/, '')) : null;
}

/** From a card to a merge: everything but reading and writing files. */
export function extractFrom(card: Card, options: ExtractOptions): Extraction | Failure {
  const common = commonOf(card, options);
  if (common.sourceName !== '' && common.sourceUrl === '') {
    return badUse('extract', '--source-name needs --source-url, as the Hub takes no source without an address');
  }
  const table = chooseTable(card.analysis, options);
  if (table.kind === 'failure') return table;
  const model = chooseModel(table.value, card.names, options);
  if (model.kind === 'failure') return model;

  const { checkDrafts, draftScores, entryName, planMerge, toResults } = loadCore();
  const benchmarks = loadBenchmarks();
  const drafts = draftScores(model.value, benchmarks);
  const leftOut = leaveOut(drafts, checkDrafts(drafts, common));
  const refused = new Set(leftOut.map(({ draft }) => draft));
  const taken = drafts.filter((draft) => !refused.has(draft));
  const results = toResults(taken, common);

  const name = entryName(card.names, model.value.name);
  const onConflict = options.onConflict === 'replace' ? 'replace' : 'keep';
  const entry = options.entry === undefined ? {} : { entry: options.entry - 1 };
  const plan = planMerge(card.text, results, { ...entry, entryName: name, onConflict }, benchmarks);
  switch (plan.kind) {
    case 'broken-front-matter':
    case 'not-editable':
      return failure(Exit.unreadable, `${card.file}:${String(plan.line)}:${String(plan.column)}: ${plan.message}`);
    case 'hidden-front-matter':
      return failure(Exit.unreadable, `${card.file}: ${plan.message}`);
    case 'choose-entry':
      return notOne(`${card.file}: ${plan.message}`, offerEntries(plan.names, options));
    case 'merge':
      return { kind: 'extraction', table: table.value, modelName: model.value.name, taken, results, leftOut, plan };
  }
}

function commonOf({ analysis, repositoryId }: Card, options: ExtractOptions): DraftCommon {
  const usual = loadCore().defaultCommon(analysis, repositoryId);
  return {
    taskType: options.taskType ?? usual.taskType,
    sourceUrl: options.sourceUrl ?? usual.sourceUrl,
    sourceName: options.sourceName ?? (options.sourceUrl === undefined ? usual.sourceName : ''),
  };
}

/** Scores that are not named well enough, and those that contradict each other: nobody is here to decide. */
function leaveOut(drafts: readonly ScoreDraft[], problems: readonly DraftProblem[]): readonly LeftOut[] {
  return drafts.flatMap((draft) => {
    const problem = problems.find(({ id }) => id === draft.id);
    const reason = draft.include ? problem?.message : draft.notes.join(' ');
    return reason === undefined ? [] : [{ draft, reason }];
  });
}

function offerEntries(names: readonly (string | null)[], options: ExtractOptions): readonly Candidate[] {
  return names.map((name, index) => ({
    label: `entry ${String(index + 1)}, ${oneLine(name ?? 'without a name')}`,
    options: { ...options, entry: index + 1 },
  }));
}
