import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import * as vscode from 'vscode';
import { Command, Scheme } from '../../contributions';
import type { CommandTarget } from '../openedCard';
import { endNote } from './endNote';
import { evaluateCommand, replacedArgument } from './evaluateCommand';
import type { Evaluation } from './evaluation';
import type { EvaluationParts } from './evaluationParts';
import { EvaluationTree } from './evaluationTree';
import { HereRuns } from './hereRuns';
import { HubJobs } from './hubJobs';
import { LogDocuments } from './log/logDocuments';
import type { PlannedRun } from './plannedRun';
import { planEvaluation } from './plan/planEvaluation';
import { Poller } from './poller';
import { RunCommands } from './runCommands';
import { isOpen, type RunRecord } from './runRecord';
import { RunStore } from './runStore';

/** The view in which evaluations are followed. */
export type FollowView = Pick<vscode.TreeView<unknown>, 'visible' | 'onDidChangeVisibility'>;

/** Evaluations of this editor and of the account's jobs: planned, started, followed. */
export class Evaluations implements vscode.Disposable {
  readonly #parts: EvaluationParts;
  readonly #view: FollowView;
  readonly #refresh: () => void;
  readonly #store: RunStore;
  readonly #here: HereRuns;
  readonly #jobs: HubJobs;
  readonly #poller: Poller;
  readonly #commands: RunCommands;
  readonly #subscriptions: vscode.Disposable;
  /** The rows of the view. */
  readonly tree: EvaluationTree;
  /** The documents of the scheme for logs. */
  readonly logs: LogDocuments;
  /** What each command does. */
  readonly handlers: Readonly<Record<string, (...args: never[]) => unknown>>;

  /** `refresh` shows the rows of the view anew. */
  constructor(parts: EvaluationParts, view: FollowView, refresh: () => void) {
    const { session, memory, log } = parts;
    this.#parts = parts;
    this.#view = view;
    this.#refresh = refresh;
    const ended = (run: RunRecord): void => {
      this.#tellEnd(run).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
    };
    this.#store = new RunStore(memory, hostname(), () => this.#changed());
    this.#here = new HereRuns(parts, this.#store, ended);
    this.#jobs = new HubJobs(parts, this.#store, ended);
    this.#poller = new Poller(
      () => this.#look(false),
      () => ({ isVisible: view.visible, isActive: this.#isActive }),
    );
    this.tree = new EvaluationTree(this.#store, this.#jobs);
    this.logs = new LogDocuments(parts, this.#store);
    this.#commands = new RunCommands(parts, this);
    this.handlers = {
      ...this.#commands.handlers,
      [Command.evaluate]: (target?: unknown, task?: unknown) =>
        this.evaluate(target instanceof vscode.Uri ? target : undefined, typeof task === 'string' ? task : undefined),
      [Command.refreshEvaluations]: () => this.#look(true),
    };
    this.#subscriptions = vscode.Disposable.from(
      ...[this.#here, this.#jobs, this.#poller, this.logs],
      vscode.workspace.registerTextDocumentContentProvider(Scheme.runLog, this.logs),
      vscode.languages.registerFoldingRangeProvider({ scheme: Scheme.runLog }, this.logs),
      view.onDidChangeVisibility(() => this.#poller.wake()),
      session.onDidChange(() => {
        this.#jobs.others.forget();
        this.#poller.wake();
      }),
    );
    void this.#here.resume();
    this.#poller.wake();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Plans an evaluation of a card's model with the person, and starts it; `task` is one of inspect's that is wanted already. */
  async evaluate(target: CommandTarget, task?: string): Promise<void> {
    const card = await this.#parts.cardOf(target);
    const planned = card && (await planEvaluation(card, this.#parts, task));
    if (planned) await this.start(planned);
  }

  /** Starts a planned run, or has it wait for its GPU; what a job can cost is confirmed before. */
  async start(planned: PlannedRun): Promise<void> {
    const { place } = planned;
    if (place.kind === 'here') await this.#startHere(planned);
    else await this.#jobs.start(recordOf(planned), place);
    this.#poller.wake();
  }

  /** Ends a run or a job. */
  async cancel(row: Evaluation): Promise<void> {
    const run = row.kind === 'run' ? this.#store.find(row.run.id) : undefined;
    if (run === undefined) {
      if (row.kind === 'job') await this.#jobs.cancel(row.job);
    } else if (isOpen(run)) {
      if (run.planned.place.kind === 'here') this.#here.cancel(run);
      else await this.#jobs.cancel(run);
    }
    this.#changed();
  }

  /** The result file of an evaluation; that of a job is made from its log. Null where there is none, which was told. */
  async resultsOf(row: Evaluation): Promise<string | null> {
    if (row.kind === 'job') return this.#jobs.resultsOf(row.job, row.job.id);
    const { id, results, job } = this.#store.find(row.run.id) ?? row.run;
    if (results !== undefined && existsSync(results)) return results;
    // The file of a job may be on another machine.
    if (job) return this.#jobs.resultsOf(job, id);
    void vscode.window.showErrorMessage('Its result file is gone; run it again.');
    return null;
  }

  /** Forgets a run that is over, or lists a job no longer. */
  remove(row: Evaluation): void {
    const job = row.kind === 'job' ? row.job : row.run.job;
    if (job) this.#store.hide(job.id);
    if (row.kind === 'run') this.#store.remove(row.run.id);
  }

  get #isActive(): boolean {
    return this.#store.all().some(isOpen) || (this.#view.visible && this.#jobs.others.isActive);
  }

  async #startHere(planned: PlannedRun): Promise<void> {
    if (!vscode.workspace.isTrusted) {
      const message =
        'Programs run in trusted folders only; trust this one ("Manage Workspace Trust"), then start again.';
      void vscode.window.showWarningMessage(message);
      return;
    }
    const replaced = replacedArgument(planned);
    if (replaced !== null) {
      if (await this.#parts.asker.offer(replaced, 'Copy Command')) {
        await vscode.env.clipboard.writeText(evaluateCommand(planned));
      }
      return;
    }
    this.#store.add(recordOf(planned));
    this.#here.startNext();
  }

  /** Looks how jobs stand; `anew` is what a person asked for. Says whether the Hub could be asked. */
  async #look(anew: boolean): Promise<boolean> {
    await this.#here.lookAtOthers();
    const could = await this.#jobs.look(this.#view.visible || anew, anew);
    this.#refresh();
    return could;
  }

  #changed(): void {
    this.#refresh();
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
