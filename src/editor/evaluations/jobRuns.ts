import type { HubConnection, HubFailure, Job } from '../../hub/index';
import { loadHub } from '../hubClient';
import type { EvaluationParts } from './evaluationParts';
import { collectResults } from './jobResults';
import { progressOf, stateOf } from './jobState';
import type { InJob } from './plannedRun';
import { loadRuns } from './runsClient';
import { folderOf, reasonIn } from './runFolder';
import { isOpen, type RunRecord } from './runRecord';
import type { RunStore } from './runStore';
import { type SubmitParts, submitRun } from './submitRun';

/** A job that may or may not have been started is looked for for so long. */
const LOST_AFTER_MS = 10 * 60_000;

/** What jobs are submitted with, and where their results are put. */
type JobRunParts = SubmitParts & Pick<EvaluationParts, 'runsFolder'>;

/** Submits runs as jobs, and looks after them until they are over. */
export class JobRuns {
  readonly #parts: JobRunParts;
  readonly #store: RunStore;
  readonly #ended: (run: RunRecord) => void;
  readonly #stop = new AbortController();

  /** `ended` is called with each run that is over. */
  constructor(parts: JobRunParts, store: RunStore, ended: (run: RunRecord) => void) {
    this.#parts = parts;
    this.#store = store;
    this.#ended = ended;
  }

  dispose(): void {
    this.#stop.abort();
  }

  /** Submits a run that is kept already, so that nothing is lost whatever the Hub answers. */
  async submit(run: RunRecord, place: InJob, connection: HubConnection): Promise<void> {
    const submitted = await submitRun(run, place, connection, this.#parts);
    if (submitted.kind === 'job') this.#store.change(run.id, progressOf(submitted.job));
    else if (submitted.kind === 'unsure') this.#store.change(run.id, { reason: submitted.message });
    else this.#end(run.id, { state: 'failed', reason: submitted.message });
  }

  /** Looks how the jobs of runs that are not over stand; gives the failure that kept it from that, if one did. */
  async look(connection: HubConnection): Promise<HubFailure | null> {
    const found = await Promise.all(this.#open().map((run) => this.#lookAt(run, connection)));
    return found.find((failure) => failure !== null) ?? null;
  }

  /** Cancels the job of a run; what it has cost is paid. Gives the failure that kept it from that. */
  async cancel(run: RunRecord, connection: HubConnection): Promise<HubFailure | null> {
    if (!run.job) return null;
    const cancelled = await loadHub().cancelJob(connection, run.job, this.#stop.signal);
    return cancelled.ok ? this.#take(run, cancelled.value, connection) : cancelled.failure;
  }

  /** The runs that have a job, or may have one, and are not over. */
  #open(): readonly RunRecord[] {
    return this.#store.all().filter((run) => isOpen(run) && run.planned.place.kind === 'job');
  }

  async #lookAt(run: RunRecord, connection: HubConnection): Promise<HubFailure | null> {
    const { job } = run;
    if (job === undefined) return this.#lookFor(run, connection);
    // Another Hub was chosen meanwhile.
    if (!job.page.startsWith(connection.hubUrl)) return null;
    const now = await loadHub().getJob(connection, job, this.#stop.signal);
    if (now.ok) return this.#take(run, now.value, connection);
    if (now.failure.kind !== 'not-found') return now.failure;
    this.#end(run.id, { state: 'interrupted', reason: 'The Hub no longer knows its job; run it again.' });
    return null;
  }

  /** Looks for a job that the Hub may have taken although its answer was lost. */
  async #lookFor(
    { id, createdAt, planned: { place } }: RunRecord,
    connection: HubConnection,
  ): Promise<HubFailure | null> {
    if (place.kind !== 'job') return null;
    const { listJobs, RUN_LABEL } = loadHub();
    const listed = await listJobs(connection, place.namespace, { [RUN_LABEL]: id }, this.#stop.signal);
    if (!listed.ok) return listed.failure;
    const [job] = listed.value;
    if (job) this.#store.change(id, progressOf(job));
    else if (Date.now() - createdAt > LOST_AFTER_MS) {
      this.#end(id, { state: 'failed', reason: 'The Hub did not take the job; run it again.' });
    }
    return null;
  }

  /** Takes in how a job stands; one that is over gives its results first. */
  async #take(run: RunRecord, job: Job, connection: HubConnection): Promise<HubFailure | null> {
    if (!loadHub().isOver(job)) {
      this.#store.change(run.id, progressOf(job));
      return null;
    }
    const collected = await collectResults(connection, job, folderOf(this.#parts, run.id), this.#stop.signal);
    // A job that was deleted has no log any more.
    if (!collected.ok && collected.failure.kind !== 'not-found') return collected.failure;
    const { results, resultCount, lastWords } = collected.ok
      ? collected.value
      : { results: null, resultCount: 0, lastWords: null };
    this.#end(run.id, {
      ...progressOf(job),
      ...(results !== null && { results, resultCount }),
      ...endOfJob(job, run, results !== null, lastWords),
      endedAt: job.finishedAt?.getTime(),
    });
    return null;
  }

  #end(id: string, changes: Partial<RunRecord>): void {
    const before = this.#store.find(id);
    // Two looks may see the same end.
    if (before === undefined || !isOpen(before)) return;
    const run = this.#store.change(id, { ...changes, endedAt: changes.endedAt ?? Date.now() });
    if (run) this.#ended(run);
  }
}

/** How a job ended, and why it gave nothing; the script knows that better than the Hub. */
function endOfJob(
  job: Job,
  { planned: { place } }: RunRecord,
  hasResults: boolean,
  lastWords: string | null,
): Pick<RunRecord, 'state' | 'reason'> {
  const problem = loadRuns().endingProblem(job, place.kind === 'job' ? place.timeoutSeconds : 0);
  if (problem === null && hasResults) return { state: 'finished', reason: undefined };
  const said = lastWords === null ? undefined : reasonIn(lastWords);
  const state = problem === null ? 'failed' : stateOf(job);
  return {
    state,
    reason: (state === 'failed' ? said : undefined) ?? problem ?? 'It left no results; its log says why.',
  };
}
