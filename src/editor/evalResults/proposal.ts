import { createHash } from 'node:crypto';
import type { HubEvalResult } from '../../hub/index';
import { datasetOf } from '../../results/evalResults/conversionDataset';
import type { EvalConversion, EvalKnowledge } from '../../results/evalResults/entryOf';
import type { EvalFileChange, EvalFileText, EvalMergePlan } from '../../results/evalResults/merge';
import type { EvaluationResult } from '../../results/evaluationResult';
import type { Core } from '../cardCore';
import type { EvalChoice } from '../extract/choice';
import type { Extraction } from '../extract/extraction';
import type { EvalEntryRow, EvalLeftOut, EvalResultsView, EvalState, EvalTask } from './evalView';
import { onHub } from './onHub';
import type { KnownBenchmark } from './benchmarkList';

/** What a proposal rests on. */
export interface ProposalFacts {
  readonly knowledge: Omit<EvalKnowledge, 'taskIds'>;
  /** What is known of the benchmarks' own files, by dataset. */
  readonly known: ReadonlyMap<string, KnownBenchmark>;
  /** What the Hub has of the model. */
  readonly onHub: readonly HubEvalResult[];
  readonly present: readonly EvalFileText[];
}

/** What would be written to `.eval_results/`. */
export interface Proposal {
  readonly view: EvalResultsView;
  readonly changes: readonly EvalFileChange[];
  /** How many results the changes bring. */
  readonly results: number;
  /** The datasets that the scores belong to, whose leaderboards are worth reading. */
  readonly datasets: readonly string[];
}

type Entry = EvalConversion & { readonly kind: 'entry' };
type Merge = EvalMergePlan & { readonly kind: 'merge' };

/** Works out what the included scores of an extraction become in `.eval_results/`. */
export function propose(extraction: Extraction, choice: EvalChoice, facts: ProposalFacts, core: Core): Proposal {
  const { drafts, problems, common, needsConfirmation } = extraction;
  if (problems.length > 0 || needsConfirmation) return NOTHING;
  const knowledge = { ...facts.knowledge, taskIds: taskIdsOf(choice, facts) };
  const included = drafts.filter(({ include }) => include);
  // One result for each included draft, in their order.
  const scores = core.toResults(drafts, common).map((result, index) => {
    const { of = '', name = '' } = included[index] ?? {};
    return { of, name, conversion: core.entryOf(dated(result, choice), knowledge, choice.notes[of]) };
  });
  const entries = scores.flatMap(({ conversion }) => (conversion.kind === 'entry' ? [conversion] : []));
  const plan = core.planEvalMerge(facts.present, entries, choice.replace === true ? 'replace' : 'keep');
  const merge = plan.kind === 'merge' ? plan : null;
  const rows = scores.map(({ of, name, conversion }) =>
    conversion.kind === 'entry'
      ? entryRow({ of, name }, conversion, stateOf(conversion, merge, facts.present, choice), choice, facts, core)
      : leftOut(name, conversion, choice, facts),
  );
  const changes = merge?.files ?? [];
  const replaced = rows.filter((row) => row.kind === 'entry' && row.state === 'replaced').length;
  return {
    view: {
      rows,
      files: changes.map(({ path }) => path),
      problem: plan.kind === 'broken-file' ? `${plan.path}, line ${String(plan.line)}: ${plan.message}` : '',
      verify: verifiableTasks(entries, facts),
      fingerprint: fingerprint(changes),
    },
    changes,
    results: (merge?.added.length ?? 0) + replaced,
    datasets: [...new Set(scores.flatMap(({ conversion }) => datasetOf(conversion)))],
  };
}

/** What there is to see where nothing can be proposed. */
export const NOTHING: Proposal = {
  view: { rows: [], files: [], problem: '', verify: [], fingerprint: fingerprint([]) },
  changes: [],
  results: 0,
  datasets: [],
};

/** The tasks that a person chose, but for ids that the dataset is known not to have. */
function taskIdsOf({ taskIds }: EvalChoice, { known }: ProposalFacts): ReadonlyMap<string, string> {
  const chosen = Object.entries(taskIds).filter(([dataset, id]) => known.get(dataset)?.tasks.includes(id) ?? true);
  return new Map(chosen);
}

function taskOf(dataset: string, { taskIds }: EvalChoice, { knowledge }: ProposalFacts): EvalTask {
  return { dataset, chosen: taskIds[dataset] ?? '', ids: knowledge.registered.of(dataset)?.tasks ?? [] };
}

function dated(result: EvaluationResult, { date = '' }: EvalChoice): EvaluationResult {
  return result.date === undefined && date !== '' ? { ...result, date } : result;
}

function stateOf(
  { entry, path }: Entry,
  merge: Merge | null,
  present: readonly EvalFileText[],
  { replace }: EvalChoice,
): { readonly state: EvalState; readonly there?: string } {
  const conflict = merge?.conflicts.find(({ wanted }) => wanted === entry);
  if (conflict) {
    const { value, verified } = conflict.existing;
    return { state: verified ? 'signed' : replace === true ? 'replaced' : 'kept', there: value.text };
  }
  if (merge?.same.some((one) => one.entry === entry) === true) return { state: 'same' };
  if (merge?.refused.some((one) => one.entry === entry) === true) return { state: 'repeated' };
  return { state: present.some((file) => file.path === path) ? 'added' : 'new' };
}

function entryRow(
  { of, name }: Pick<EvalEntryRow, 'of' | 'name'>,
  { entry, path, convertedFrom, leaderboard }: Entry,
  state: ReturnType<typeof stateOf>,
  choice: EvalChoice,
  facts: ProposalFacts,
  core: Core,
): EvalEntryRow {
  return {
    kind: 'entry',
    ...{ of, name, path, ...state },
    value: entry.value.text,
    ...(convertedFrom !== undefined && { convertedFrom }),
    ...(leaderboard && { leaderboard: { top: leaderboard.top, median: leaderboard.median } }),
    notes: entry.notes ?? '',
    date: entry.date ?? '',
    ...(choice.taskIds[entry.dataset.id] !== undefined && { task: taskOf(entry.dataset.id, choice, facts) }),
    source: entry.source?.name ?? entry.source?.url ?? '',
    onHub: onHub(facts.onHub, entry, core),
  };
}

function leftOut(
  name: string,
  { reason, message, dataset }: EvalConversion & { readonly kind: 'refused' },
  choice: EvalChoice,
  facts: ProposalFacts,
): EvalLeftOut {
  const needsTask = reason === 'task' && dataset !== undefined;
  return { kind: 'left-out', name, reason: message, ...(needsTask && { task: taskOf(dataset, choice, facts) }) };
}

/** The tasks, as inspect names them, of benchmarks that the Hub measures with inspect itself. */
function verifiableTasks(entries: readonly Entry[], { known }: ProposalFacts): readonly string[] {
  const tasks = entries.flatMap(({ entry: { dataset } }) => {
    const benchmark = known.get(dataset.id);
    if (benchmark?.framework !== 'inspect-ai') return [];
    return [`hf/${dataset.id}@${benchmark.revision}/${dataset.taskId}`];
  });
  return [...new Set(tasks)];
}

function fingerprint(changes: readonly EvalFileChange[]): string {
  return createHash('sha1')
    .update(JSON.stringify(changes.map(({ path, text }) => [path, text])))
    .digest('base64');
}
