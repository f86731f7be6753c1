import { duration } from '../../http/duration';
import { count } from '../../plural';
import type { Row, RowIcon } from '../views/row';
import { type Evaluation, type Facts, factsOf } from './evaluation';
import { loadRuns } from './runsClient';
import type { RunState } from './runRecord';

const ICONS: Readonly<Record<RunState, RowIcon>> = {
  waiting: { id: 'clock' },
  running: { id: 'loading~spin' },
  finished: { id: 'pass', color: 'charts.green' },
  failed: { id: 'error', color: 'list.errorForeground' },
  cancelled: { id: 'circle-slash', color: 'descriptionForeground' },
  interrupted: { id: 'warning', color: 'list.warningForeground' },
};

/** What the row of an evaluation shows at a time in milliseconds. */
export function rowOf(evaluation: Evaluation, now: number): Row {
  const facts = factsOf(evaluation, now);
  const { model, tasks, where, state, reason, seconds, cost } = facts;
  const numbers = [
    ...(seconds === null ? [] : [duration(seconds)]),
    ...(cost === null ? [] : [loadRuns().inDollars(cost)]),
  ];
  const isActive = state === 'waiting' || state === 'running';
  const stand = isActive && reason !== undefined ? reason : state;
  return {
    label: model,
    description: [tasks, where, stand, ...numbers].join(' · '),
    tooltip: tooltipOf(facts),
    icon: ICONS[state],
    facts: wordsOf(evaluation, facts),
    folding: 'none',
  };
}

function tooltipOf({
  model,
  framework,
  tasks,
  where,
  state,
  reason,
  createdAt,
  seconds,
  cost,
  resultCount,
}: Facts): string {
  return [
    `${model}: ${tasks}`,
    `${framework ?? 'a job'} on ${where === 'here' ? 'this machine' : where}, ${state}${reason === undefined ? '' : `: ${reason}`}`,
    `Started ${new Date(createdAt).toISOString().slice(0, 16).replace('T', ' ')} UTC`,
    ...(seconds === null ? [] : [`${duration(seconds)}${cost === null ? '' : `, ${loadRuns().inDollars(cost)}`}`]),
    ...(resultCount === undefined ? [] : [count(resultCount, 'result')]),
  ].join('\n');
}

/** By these the menus tell what can be done. */
function wordsOf(evaluation: Evaluation, { state, page, resultCount }: Facts): readonly string[] {
  const isActive = state === 'waiting' || state === 'running';
  const { kind } = evaluation;
  return [
    'evaluation',
    isActive ? 'mayCancel' : 'mayRemove',
    ...(kind === 'run' ? ['ours'] : []),
    ...(page === undefined ? [] : ['onHub']),
    ...(resultCount !== undefined || (kind === 'job' && state === 'finished') ? ['hasResults'] : []),
  ];
}
