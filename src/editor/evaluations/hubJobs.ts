import * as vscode from 'vscode';
import type { HubConnection, Job } from '../../hub/index';
import { openOrTell } from '../account/openOrTell';
import { loadHub } from '../hubClient';
import { withProgress } from '../progress';
import type { EvaluationParts } from './evaluationParts';
import { collectResults } from './jobResults';
import { JobRuns } from './jobRuns';
import { OtherJobs } from './otherJobs';
import type { InJob } from './plannedRun';
import { folderOf } from './runFolder';
import { loadRuns } from './runsClient';
import { isOpen, type RunRecord } from './runRecord';
import type { RunStore } from './runStore';

/** The jobs of the account in use: those of our runs, and those that were started elsewhere. */
export class HubJobs {
  readonly #parts: EvaluationParts;
  readonly #store: RunStore;
  readonly #runs: JobRuns;
  readonly others: OtherJobs;
  #problem: string | null = null;

  /** `ended` is called with each run that is over. */
  constructor(parts: EvaluationParts, store: RunStore, ended: (run: RunRecord) => void) {
    this.#parts = parts;
    this.#store = store;
    this.#runs = new JobRuns(parts, store, ended);
    this.others = new OtherJobs(parts.session, store);
  }

  dispose(): void {
    this.#runs.dispose();
  }

  /** Why some of them are not known as they stand, in one sentence; null where all are. */
  get problem(): string | null {
    return this.#problem ?? this.others.problem;
  }

  /** Looks how they stand, those of elsewhere where `all` is wanted, `anew` even if that was done just now. Says whether it could. */
  async look(all: boolean, anew = false): Promise<boolean> {
    const session = await this.#parts.session.open();
    this.#problem = session.kind === 'problem' ? session.message : null;
    if (session.kind === 'problem') return true;
    const { connection } = session;
    if (!connection.signedIn) {
      const isOurs = this.#store.all().some((run) => isOpen(run) && run.planned.place.kind === 'job');
      this.#problem = isOurs ? 'Sign in to see how the jobs stand.' : null;
      return true;
    }
    this.#problem = await this.#runs.look(connection);
    if (all) await this.others.list(connection, anew);
    return this.#problem === null;
  }

  /** Starts a run as a job once its cost was confirmed; false where it was not. */
  async start(wanted: RunRecord, before: InJob): Promise<boolean> {
    const connection = await this.#connection();
    if (connection === null) return false;
    const place = await this.#atTodaysPrice(before, connection);
    if (place === null) return false;
    const run = { ...wanted, planned: { ...wanted.planned, place } };
    const { model, tasks } = run.planned.request;
    const question = `Start the job for ${tasks.join(', ')}?`;
    if (!(await this.#parts.asker.confirm(question, loadRuns().costSentence(model, place), 'Start Job'))) return false;
    // Kept before it is sent, so that it is found again whatever happens then.
    this.#store.add({ ...run, reason: 'being sent to the Hub' });
    await this.#runs.submit(run, place, connection);
    return true;
  }

  /** A run may be started again long after it was planned; null where its hardware is gone or not known, which is told. */
  async #atTodaysPrice(place: InJob, connection: HubConnection): Promise<InJob | null> {
    const { flavor } = place.hardware;
    const list = await loadHub().listHardware(connection);
    const hardware = list.ok ? list.value.find((one) => one.flavor === flavor) : undefined;
    if (hardware) return { ...place, hardware };
    const gone = `HF Jobs has no hardware ${flavor} any more; run "Model Card: Evaluate…" to choose another.`;
    void vscode.window.showErrorMessage(list.ok ? gone : list.failure.message);
    return null;
  }

  /** Cancels a run's job, or one that was started elsewhere. */
  async cancel(of: RunRecord | Job): Promise<void> {
    const connection = await this.#connection();
    if (connection === null) return;
    const problem = 'planned' in of ? await this.#runs.cancel(of, connection) : await this.#cancelOther(of, connection);
    if (problem !== null) void vscode.window.showErrorMessage(problem);
  }

  /** The file that the results in the log of a job are written to, in the folder of that id; null where there are none, or a failure was told. */
  async resultsOf(job: Pick<Job, 'namespace' | 'id'>, id: string): Promise<string | null> {
    const connection = await this.#connection();
    if (connection === null) return null;
    const collected = await withProgress('Reading the log of the job', (signal) =>
      collectResults(connection, job, folderOf(this.#parts, id), signal),
    );
    if (collected.kind !== 'results') {
      void vscode.window.showErrorMessage(collected.message);
      return null;
    }
    const { results } = collected;
    if (results === null) void vscode.window.showInformationMessage('It printed no results; its log says why.');
    return results;
  }

  async #cancelOther(job: Job, connection: HubConnection): Promise<string | null> {
    const cancelled = await loadHub().cancelJob(connection, job);
    if (!cancelled.ok) return cancelled.failure.message;
    this.others.take(cancelled.value);
    return null;
  }

  /** The way to the Hub, or null where there is none, which is told. */
  async #connection(): Promise<HubConnection | null> {
    return (await openOrTell(this.#parts.session.openAsking()))?.connection ?? null;
  }
}
