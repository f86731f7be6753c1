import type { TextDocument } from 'vscode';
import type { Asker } from '../asker';
import { count } from '../../plural';
import type { ApplyOutcome, ChangesBeside } from '../extract/apply';
import type { EvalChoice } from '../extract/choice';
import type { Extraction } from '../extract/extraction';
import { withProgress } from '../progress';
import type { EvalResults } from './evalResults';
import type { EvalEntryRow, EvalLeftOut, EvalTask } from './evalView';
import type { Proposal } from './proposal';

/** What goes to `.eval_results/` as a person has seen it; see `ApplyRequest`. */
export interface ChosenBeside {
  readonly kind: 'chosen';
  readonly beside: (extraction: Extraction) => Promise<ChangesBeside | null>;
}

const TO_EVAL_RESULTS: EvalChoice = { include: true, taskIds: {}, notes: {} };

/** Whether any of the scores is of a benchmark that has a leaderboard, as far as that is known without asking the Hub. */
export async function hasLeaderboard(
  document: TextDocument,
  extraction: Extraction,
  evalResults: EvalResults,
): Promise<boolean> {
  return (await evalResults.proposal(document, extraction, TO_EVAL_RESULTS)).datasets.length > 0;
}

/** The panel's choices for `.eval_results/` by lists alone: tasks, values that differ, a last look; undefined where the person left. */
export async function chooseBeside(
  document: TextDocument,
  extraction: Extraction,
  evalResults: EvalResults,
  asker: Asker,
): Promise<ChosenBeside | ApplyOutcome | undefined> {
  const look = (choice: EvalChoice) => proposalByHub(document, extraction, choice, evalResults);
  let choice = TO_EVAL_RESULTS;
  let proposal = await look(choice);
  const asked = new Set<string>();
  for (let task = openTask(proposal, asked); proposal && task; task = openTask(proposal, asked)) {
    asked.add(task.dataset);
    const id = await chooseTask(task, asker);
    if (id === undefined) return undefined;
    if (id === '') continue;
    choice = { ...choice, taskIds: { ...choice.taskIds, [task.dataset]: id } };
    proposal = await look(choice);
  }
  const replace = proposal && (await decideAll(entriesOf(proposal), asker));
  if (replace === undefined) return undefined;
  choice = { ...choice, replace };
  proposal = await look(choice);
  if (!proposal) return undefined;

  const { rows, files, problem, fingerprint } = proposal.view;
  if (problem !== '') return { kind: 'refused', message: problem };
  const facts = rows.map(factOf);
  if (files.length === 0) {
    return { kind: 'refused', message: `Nothing would be written to .eval_results. ${facts.join(' ')}` };
  }
  const question = `Apply with ${count(files.length, 'file')} of .eval_results?`;
  if (!(await asker.confirm(question, facts.join('\n'), 'Apply'))) return undefined;
  return { kind: 'chosen', beside: (now) => evalResults.changes(document, now, choice, fingerprint) };
}

/** The proposal once the Hub has said all it knows, above all the leaderboards' scales; undefined where nobody waited for that. */
async function proposalByHub(
  document: TextDocument,
  extraction: Extraction,
  choice: EvalChoice,
  evalResults: EvalResults,
): Promise<Proposal | undefined> {
  return withProgress('Looking at the leaderboards', async (signal) => {
    const left = new Promise<undefined>((resolve) => {
      signal.addEventListener('abort', () => resolve(undefined), { once: true });
    });
    for (;;) {
      const proposal = await evalResults.proposal(document, extraction, choice);
      const learned = await Promise.race([evalResults.learn(document, proposal.datasets), left]);
      if (learned === undefined) return undefined;
      if (!learned) return proposal;
    }
  });
}

function entriesOf({ view }: Proposal): readonly EvalEntryRow[] {
  return view.rows.flatMap((row) => (row.kind === 'entry' ? [row] : []));
}

function openTask(proposal: Proposal | undefined, asked: ReadonlySet<string>): EvalTask | undefined {
  const tasks = proposal?.view.rows.flatMap((row) => (row.kind === 'left-out' && row.task ? [row.task] : []));
  return tasks?.find(({ dataset }) => !asked.has(dataset));
}

/** The id of a task; empty where the scores stay out. */
async function chooseTask({ dataset, ids }: EvalTask, asker: Asker): Promise<string | undefined> {
  const title = `.eval_results: which task of ${dataset}?`;
  if (ids.length === 0) {
    return asker.type({ title, prompt: 'The id of the task as its eval.yaml names it; leave it empty to go without.' });
  }
  return asker.pick(title, [
    ...ids.map((id) => ({ label: id, value: id })),
    { label: 'None of these', description: 'its scores go to model-index only', value: '' },
  ]);
}

/** Whether values replace those that differ in the files, which is asked once for all; undefined where the person left. */
async function decideAll(entries: readonly EvalEntryRow[], asker: Asker): Promise<boolean | undefined> {
  const kept = entries.filter(({ state }) => state === 'kept');
  if (kept.length === 0) return false;
  return asker.pick(`.eval_results: ${count(kept.length, 'value')} of its files would differ`, [
    { label: 'Keep', description: kept.map(({ name, there = '' }) => `${name} ${there}`).join(', '), value: false },
    { label: 'Replace', description: kept.map(({ name, value }) => `${name} ${value}`).join(', '), value: true },
  ]);
}

function factOf(row: EvalEntryRow | EvalLeftOut): string {
  if (row.kind === 'left-out') return `${row.name} stays out: ${row.reason}.`;
  const { name, value, convertedFrom, leaderboard, path, state, there = '' } = row;
  const facts = [
    ...(convertedFrom === undefined ? [] : [`on the leaderboard’s scale, ${convertedFrom} here`]),
    leaderboard
      ? `${leaderboard.top} is the leaderboard’s top`
      : 'the leaderboard was not read, so look whether it uses this scale',
  ].join('; ');
  switch (state) {
    case 'new':
    case 'added':
      return `${name} ${value} goes to ${path}: ${facts}.`;
    case 'replaced':
      return `${name} ${value} replaces ${there} in ${path}: ${facts}.`;
    case 'same':
      return `${name} ${value} is in ${path} already.`;
    case 'repeated':
      return `${name} ${value} stays out: another score takes its row.`;
    case 'kept':
      return `${name} ${value} stays out: ${path} says ${there}.`;
    case 'signed':
      return `${name} ${value} stays out: the Hub has signed ${there}.`;
  }
}
