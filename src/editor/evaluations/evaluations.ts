import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Command, Scheme } from '../../contributions';
import type { HubConnection, Job } from '../../hub/index';
import { loadHub } from '../hubClient';
import type { CommandTarget } from '../openedCard';
import { withProgress } from '../progress';
import { endNote } from './endNote';
import type { Evaluation } from './evaluation';
import type { EvaluationParts } from './evaluationParts';
import { EvaluationTree } from './evaluationTree';
import { HereRuns } from './hereRuns';
import { collectResults } from './jobResults';
import { JobRuns } from './jobRuns';
import { LogDocuments } from './log/logDocuments';
import { OtherJobs } from './otherJobs';
import type { InJob, PlannedRun } from './plannedRun';
import { planEvaluation } from './plan/planEvaluation';
import { Poller } from './poller';
import { RunCommands } from './runCommands';
import { loadRuns } from './runsClient';
import { isOpen, type RunRecord } from './runRecord';
import { RunStore } from './runStore';

/** The view in which evaluations are followed. */
export interface EvaluationsView {
  readonly visible: boolean;
  readonly onDidChangeVisibility: vscode.Event<unknown>;
  /** Shows its rows anew. */
  readonly refresh: () => void;
}

/** Evaluations of this editor and of the account's jobs: planned, started, followed. */
export class Evaluations implements vscode.Disposable {
  readonly #parts: EvaluationParts;
  readonly #view: EvaluationsView;
  readonly #store: RunStore;
  readonly #here: HereRuns;
  readonly #jobs: JobRuns;
  readonly #others: OtherJobs;
  readonly #poller: Poller;
  readonly #commands: RunCommands;
  readonly #subscriptions: vscode.Disposable;
  /** The rows of the view. */
  readonly tree: EvaluationTree;
  /** The documents of the scheme for logs. */
  readonly logs: LogDocuments;
  /** What each command does. */
  readonly handlers: Readonly<Record<string, (...args: never[]) => unknown>>;

  constructor(parts: EvaluationParts, view: EvaluationsView) {
    const { session, memory } = parts;
    this.#parts = parts;
    this.#view = view;
    this.#store = new RunStore(memory, hostname(), () => this.#changed());
    const ended = (run: RunRecord): void => {
      this.#tellEnd(run).catch((error: unknown) => parts.log.error(error instanceof Error ? error : String(error)));
    };
    this.#here = new HereRuns(parts, this.#store, ended);
    this.#jobs = new JobRuns(parts, this.#store, ended);
    this.#others = new OtherJobs(session, this.#store);
    this.#poller = new Poller(
      () => this.#look(false),
      () => ({ isVisible: view.visible, isActive: this.#isActive }),
    );
    this.tree = new EvaluationTree(this.#store, this.#others);
    this.logs = new LogDocuments({ session, store: this.#store, folderOf: (id) => this.folderOf(id) });
    this.#commands = new RunCommands(parts, this);
    this.handlers = {
      ...this.#commands.handlers,
      [Command.evaluate]: (target: CommandTarget | Evaluation) =>
        this.evaluate(target instanceof vscode.Uri ? target : undefined),
      [Command.refreshEvaluations]: () => this.#look(true),
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#here,
      this.#jobs,
      this.#poller,
      this.logs,
      vscode.languages.registerFoldingRangeProvider({ scheme: Scheme.runLog }, this.logs),
      view.onDidChangeVisibility(() => this.#poller.wake()),
      session.onDidChange(() => {
        this.#others.forget();
        this.#poller.wake();
      }),
    );
    this.#here.resume();
    this.#poller.wake();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Plans an evaluation of a card's model with the person, and starts it. */
  async evaluate(target: CommandTarget): Promise<void> {
    const card = await this.#parts.cardOf(target);
    const planned = card && (await planEvaluation(card, this.#parts));
    if (planned) await this.start(planned);
  }

  /** Starts a planned run, or has it wait for its GPU; what a job can cost is confirmed before. */
  async start(planned: PlannedRun): Promise<void> {
    const { place } = planned;
    if (place.kind === 'here') this.#startHere(planned);
    else await this.#startJob(planned, place);
  }

  /** Ends a run or a job. */
  async cancel(row: Evaluation): Promise<void> {
    const run = row.kind === 'run' ? this.#store.find(row.run.id) : undefined;
    if (run && !isOpen(run)) return;
    if (run?.planned.place.kind === 'here') {
      this.#here.cancel(run);
      return;
    }
    const connection = await this.#connection();
    if (connection === null) return;
    if (run) {
      const failure = await this.#jobs.cancel(run, connection);
      if (failure) void vscode.window.showErrorMessage(failure.message);
    } else if (row.kind === 'job') {
      const cancelled = await loadHub().cancelJob(connection, row.job);
      if (cancelled.ok) this.#others.take(cancelled.value);
      else void vscode.window.showErrorMessage(cancelled.failure.message);
      this.#changed();
    }
  }

  /** The result file of a run; that of a job from elsewhere is made from its log. Null where there is none, which was told. */
  async resultsOf(row: Evaluation): Promise<string | null> {
    const known = row.kind === 'run' ? this.#store.find(row.run.id)?.results : undefined;
    if (known !== undefined) return known;
    const connection = row.kind === 'job' ? await this.#connection() : null;
    if (row.kind === 'job' && connection === null) return null;
    const results = row.kind === 'job' && connection !== null ? await this.#resultsOfJob(row.job, connection) : null;
    if (results === null) void vscode.window.showInformationMessage('It printed no results; its log says why.');
    return results;
  }

  /** Forgets a run that is over, or lists a job no longer. */
  remove(row: Evaluation): void {
    const job = row.kind === 'job' ? row.job : row.run.job;
    if (job) this.#store.hide(job.id);
    if (row.kind === 'run') this.#store.remove(row.run.id);
  }

  /** The folder of a run. */
  folderOf(id: string): string {
    return join(this.#parts.runsFolder, id);
  }

  get #isActive(): boolean {
    return this.#store.all().some(isOpen) || (this.#view.visible && this.#others.isActive);
  }

  #startHere(planned: PlannedRun): void {
    if (!vscode.workspace.isTrusted) {
      const message =
        'Programs run in trusted folders only; trust this one (Workspaces: Manage Workspace Trust), then start again.';
      void vscode.window.showWarningMessage(message);
      return;
    }
    this.#store.add(recordOf(planned));
    this.#here.startNext();
    this.#poller.wake();
  }

  async #startJob(planned: PlannedRun, place: InJob): Promise<void> {
    const connection = await this.#connection();
    if (connection === null) return;
    const { model, tasks } = planned.request;
    const cost = loadRuns().costSentence(model, place);
    const question = `Start the job for ${tasks.join(', ')}?`;
    if (!(await this.#parts.asker.confirm(question, cost, 'Start Job'))) return;
    const run = { ...recordOf(planned), reason: 'being sent to the Hub' };
    this.#store.add(run);
    await this.#jobs.submit(run, place, connection);
    this.#poller.wake();
  }

  async #resultsOfJob(job: Job, connection: HubConnection): Promise<string | null> {
    const folder = this.folderOf(job.id);
    const collected = await withProgress('Reading the log of the job', (signal) =>
      collectResults(connection, job, folder, signal),
    );
    if (collected.ok) return collected.value.results;
    void vscode.window.showErrorMessage(collected.failure.message);
    return null;
  }

  /** Looks how jobs stand; says whether the Hub could be asked. */
  async #look(isWanted: boolean): Promise<boolean> {
    const session = await this.#parts.session.open();
    if (session.kind === 'problem' || !session.connection.signedIn) return true;
    const { connection } = session;
    const failure = await this.#jobs.look(connection);
    if (this.#view.visible || isWanted) await this.#others.list(connection, isWanted);
    this.#view.refresh();
    return failure === null;
  }

  /** The way to the Hub, or null where there is none, which is told. */
  async #connection(): Promise<HubConnection | null> {
    const session = await this.#parts.session.openAsking();
    if (session.kind === 'session') return session.connection;
    void vscode.window.showErrorMessage(session.message);
    return null;
  }

  #changed(): void {
    this.#view.refresh();
    this.#poller.noteNews();
  }

  async #tellEnd(run: RunRecord): Promise<void> {
    const message = endNote(run);
    if (message === null) return;
    const row = { kind: 'run', run } as const;
    const showLog = { label: 'Show Log', value: () => this.#commands.showLog(row) };
    const add = { label: 'Add to Card', value: () => this.#commands.addResults(row) };
    const does = await this.#parts.asker.offerWays(message, run.results === undefined ? [showLog] : [add, showLog]);
    await does?.();
  }
}

function recordOf(planned: PlannedRun): RunRecord {
  const [createdAt, machine, owner] = [Date.now(), hostname(), process.pid];
  return { id: randomUUID(), planned, state: 'waiting', createdAt, machine, owner };
}
