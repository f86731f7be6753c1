import type { HubConnection, Job } from '../../hub/index';
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

/** What jobs are submitted with, whose they are, and where their results are put. */
type JobRunParts = SubmitParts & Pick<EvaluationParts, 'session' | 'runsFolder'>;

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
    if (submitted.kind === 'job') await this.#found(run.id, submitted.job, connection);
    else if (submitted.kind === 'unsure') this.#store.change(run.id, { reason: submitted.message });
    else this.#end(run.id, { state: 'failed', reason: submitted.message });
  }

  /** Looks how the jobs of runs that are not over stand; says what kept it from that, if anything did. */
  async look(connection: HubConnection): Promise<string | null> {
    const problems = await Promise.all(this.#open().map((run) => this.#lookAt(run, connection)));
    return problems.find((problem) => problem !== null) ?? null;
  }

  /**
   * Cancels the job of a run; what it has cost is paid. One that nobody knows yet is cancelled once it is found. Says what
   * kept it from that, if anything did.
   */
  async cancel(run: RunRecord, connection: HubConnection): Promise<string | null> {
    this.#store.change(run.id, { wasCancelled: true });
    if (!run.job) return this.#lookFor(run, connection);
    const cancelled = await loadHub().cancelJob(connection, run.job, this.#stop.signal);
    if (cancelled.ok) return this.#take(run, cancelled.value, connection);
    this.#store.change(run.id, { wasCancelled: undefined });
    return cancelled.failure.message;
  }

  /** The runs that have a job, or may have one, and are not over. */
  #open(): readonly RunRecord[] {
    return this.#store.all().filter((run) => isOpen(run) && run.planned.place.kind === 'job');
  }

  async #lookAt(run: RunRecord, connection: HubConnection): Promise<string | null> {
    const { job } = run;
    if (job === undefined) return this.#lookFor(run, connection);
    // Another Hub was chosen meanwhile.
    if (!job.page.startsWith(connection.hubUrl)) return null;
    const now = await loadHub().getJob(connection, job, this.#stop.signal);
    if (now.ok) return this.#take(run, now.value, connection);
    if (now.failure.kind !== 'not-found') return now.failure.message;
    if (!(await this.#isShown(job.namespace, connection))) {
      return `The account in use does not see the jobs of ${job.namespace}; switch to the one that started them.`;
    }
    this.#end(run.id, { state: 'interrupted', reason: 'The Hub no longer knows its job; run it again.' });
    return null;
  }

  /** Whether the account in use is one that sees a namespace's jobs. */
  async #isShown(namespace: string, connection: HubConnection): Promise<boolean> {
    const account = await this.#parts.session.account(connection);
    if (!account.ok) return false;
    const { name, organizations } = account.value;
    return name === namespace || organizations.some((organization) => organization.name === namespace);
  }

  /** Looks for a job that the Hub may have taken although its answer was lost. */
  async #lookFor({ id, createdAt, planned: { place } }: RunRecord, connection: HubConnection): Promise<string | null> {
    if (place.kind !== 'job') return null;
    const { listJobs, RUN_LABEL } = loadHub();
    const listed = await listJobs(connection, place.namespace, { [RUN_LABEL]: id }, this.#stop.signal);
    if (!listed.ok) return listed.failure.message;
    const [job] = listed.value;
    if (job) return this.#found(id, job, connection);
    if (Date.now() - createdAt > LOST_AFTER_MS) {
      const isWanted = this.#store.find(id)?.wasCancelled !== true;
      const failed = { state: 'failed', reason: 'The Hub did not take the job; run it again.' } as const;
      this.#end(id, isWanted ? failed : { state: 'cancelled', reason: undefined });
    }
    return null;
  }

  /** Keeps the job of a run, and cancels it where the person did not want to wait until it was known. */
  async #found(id: string, job: Job, connection: HubConnection): Promise<string | null> {
    const run = this.#store.change(id, progressOf(job));
    return run?.wasCancelled === true ? this.cancel(run, connection) : null;
  }

  /** Takes in how a job stands; one that is over gives its results first. */
  async #take(run: RunRecord, job: Job, connection: HubConnection): Promise<string | null> {
    if (!loadHub().isOver(job)) {
      this.#store.change(run.id, progressOf(job));
      return null;
    }
    const collected = await collectResults(connection, job, folderOf(this.#parts, run.id), this.#stop.signal);
    if (collected.kind === 'problem') return collected.message;
    const { results, resultCount, lastWords } =
      collected.kind === 'results' ? collected : { results: null, resultCount: 0, lastWords: null };
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
