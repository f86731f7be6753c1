import type { Hardware, Job } from '../../hub/index';
import { duration } from '../../http/duration';
import { stateOf } from './jobState';
import { loadRuns } from './runsClient';
import { isOpen, type RunRecord, type RunState } from './runRecord';

/** By then hardware that is free at all has mostly been had. */
const LONG_WAIT_SECONDS = 30 * 60;

/** A row of the view: a run of ours, or a job that was started elsewhere. */
export type Evaluation =
  | { readonly kind: 'run'; readonly run: RunRecord }
  | { readonly kind: 'job'; readonly job: Job; readonly hardware?: Hardware | undefined };

/** What there is to say of a run or a job, in the same words. */
export interface Facts {
  readonly id: string;
  readonly model: string;
  readonly framework?: string | undefined;
  readonly tasks: string;
  /** `here`, or the hardware and who pays. */
  readonly where: string;
  readonly state: RunState;
  readonly reason?: string | undefined;
  readonly createdAt: number;
  /** How long it has run, in seconds; null where it has not begun. */
  readonly seconds: number | null;
  /** In dollars; null where it costs nothing, or nobody knows. */
  readonly cost: number | null;
  readonly resultCount?: number | undefined;
  /** Its page on the Hub. */
  readonly page?: string | undefined;
}

/** What is known of an evaluation at a time in milliseconds. */
export function factsOf(evaluation: Evaluation, now: number): Facts {
  return evaluation.kind === 'run'
    ? factsOfRun(evaluation.run, now)
    : factsOfJob(evaluation.job, evaluation.hardware, now);
}

function factsOfRun(run: RunRecord, now: number): Facts {
  const { id, planned, state, createdAt, startedAt, endedAt, resultCount, job } = run;
  const reason = isOpen(run) && run.wasCancelled === true ? 'being ended' : (longWait(run, now) ?? run.reason);
  const { request, place } = planned;
  const seconds = startedAt === undefined ? null : secondsBetween(startedAt, isOpen(run) ? now : (endedAt ?? now));
  return {
    ...{ id, state, reason, createdAt, seconds, resultCount, page: job?.page },
    ...{ model: request.model, framework: request.framework, tasks: request.tasks.join(', ') },
    where: place.kind === 'here' ? 'here' : `${place.hardware.flavor} for ${place.namespace}`,
    cost: place.kind === 'here' || seconds === null ? null : loadRuns().costOf(place.hardware, seconds),
  };
}

/** What is said of a job that does not leave the queue; null for any other run. */
function longWait({ state, createdAt, job, planned: { place } }: RunRecord, now: number): string | null {
  const seconds = secondsBetween(createdAt, now);
  if (place.kind === 'here' || job === undefined || state !== 'waiting' || seconds < LONG_WAIT_SECONDS) return null;
  return `waiting for ${place.hardware.flavor} for ${duration(seconds)}, which costs nothing; wait on, or cancel it and take other hardware`;
}

/** Only our own jobs have labels that tell what they are. */
function factsOfJob(job: Job, hardware: Hardware | undefined, now: number): Facts {
  const { id, labels, image, command, createdAt, startedAt, finishedAt, flavor, namespace, page, message } = job;
  const seconds = startedAt ? secondsBetween(startedAt.getTime(), finishedAt?.getTime() ?? now) : null;
  return {
    ...{ id, page, reason: message, createdAt: createdAt.getTime(), seconds },
    model: labels['model'] ?? labels['name'] ?? image ?? id,
    framework: labels['framework'],
    tasks: labels['tasks']?.replaceAll(',', ', ') ?? command.slice(0, 4).join(' ').slice(0, 60),
    where: `${flavor} for ${namespace}`,
    state: stateOf(job),
    cost: seconds === null || hardware === undefined ? null : loadRuns().costOf(hardware, seconds),
  };
}

function secondsBetween(start: number, end: number): number {
  return Math.max(0, Math.round((end - start) / 1000));
}
