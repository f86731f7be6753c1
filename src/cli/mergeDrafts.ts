import type { EvaluationResult } from '../results/evaluationResult';
import type { LeftOut } from '../results/takeDrafts';
import type { DraftCommon, MergePlan, ResultDraft, ScoredModel } from '../results/types';
import { badUse } from './arguments';
import { type Candidate, notOne } from './choice';
import { loadBenchmarks, loadCore } from './core';
import { Exit, failure, type Failure } from './exit';
import type { Command } from './help';
import type { MergeOptions, MergeRequest } from './mergeOptions';
import type { Card } from './openCard';
import { oneLine } from './terminal';

/** Where scores come from, in the words of the reports about them. */
export interface ScoreOrigin {
  /** The subject of a sentence: `the table`. */
  readonly subject: string;
  /** The same with its place: `the table in line 5 of the card`. */
  readonly place: string;
  /** What tells it in the JSON report. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** What the scores of one model are, and what they would change in the card. */
export interface Extraction {
  readonly kind: 'extraction';
  readonly origin: ScoreOrigin;
  readonly modelName: string;
  /** The scores that become results. */
  readonly taken: readonly ResultDraft[];
  readonly results: readonly EvaluationResult[];
  readonly leftOut: readonly LeftOut[];
  readonly plan: MergePlan & { readonly kind: 'merge' };
}

/** What is wrong, whatever the card, with the facts that all results are to share. */
export function wrongCommon(command: Command, { taskType = 'any', sourceUrl = '' }: MergeOptions): Failure | null {
  const [wrong] = loadCore().checkCommon({ taskType, sourceUrl, sourceName: '' });
  return wrong ? badUse(command, wrong.message.replace(/\.$/, '')) : null;
}

/** Works out how the scores of a model get into a card; nobody is there to mend what is not clear. */
export function mergeDrafts(
  card: Card,
  model: ScoredModel,
  origin: ScoreOrigin,
  { command, options, commandWith }: MergeRequest,
): Extraction | Failure {
  const { defaultTaskType, entryName, planMerge, takeDrafts } = loadCore();
  const common: DraftCommon = {
    taskType: options.taskType ?? defaultTaskType(card.analysis),
    sourceUrl: options.sourceUrl ?? model.sourceUrl,
    sourceName: options.sourceName ?? (options.sourceUrl === undefined ? model.sourceName : ''),
  };
  if (common.sourceName !== '' && common.sourceUrl === '') {
    return badUse(command, '--source-name needs --source-url, as the Hub takes no source without an address');
  }
  const { taken, results, leftOut } = takeDrafts(model.drafts, common);

  const name = entryName(card.names, model.name);
  const onConflict = options.onConflict === 'replace' ? 'replace' : 'keep';
  const entry = options.entry === undefined ? {} : { entry: options.entry - 1 };
  const plan = planMerge(card.text, results, { ...entry, entryName: name, onConflict }, loadBenchmarks());
  switch (plan.kind) {
    case 'broken-front-matter':
    case 'not-editable':
      return failure(Exit.unreadable, `${card.file}:${String(plan.line)}:${String(plan.column)}: ${plan.message}`);
    case 'hidden-front-matter':
      return failure(Exit.unreadable, `${card.file}: ${plan.message}`);
    case 'choose-entry':
      return notOne(`${card.file}: ${plan.message}`, offerEntries(plan.names, commandWith));
    case 'merge':
      return { kind: 'extraction', origin, modelName: model.name, taken, results, leftOut, plan };
  }
}

function offerEntries(
  names: readonly (string | null)[],
  commandWith: MergeRequest['commandWith'],
): readonly Candidate[] {
  return names.map((name, index) => ({
    label: `entry ${String(index + 1)}, ${oneLine(name ?? 'without a name')}`,
    command: commandWith({ entry: index + 1 }),
  }));
}
