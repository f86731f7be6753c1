import { mkdir } from 'node:fs/promises';
import * as vscode from 'vscode';
import type { EvaluationParts } from './evaluationParts';
import { claimOf, mayStart, waitingFor } from './gpuQueue';
import { isAbandoned, isAlive, whenGone } from './processes';
import { endOf, folderOf, readTraces } from './runFolder';
import { isOpen, type RunRecord } from './runRecord';
import type { RunStore } from './runStore';
import { programIn, runOfTask, runTask } from './runTask';

/** Runs evaluations on this machine, each as a task, one at a time on each GPU. */
export class HereRuns implements vscode.Disposable {
  readonly #parts: EvaluationParts;
  readonly #store: RunStore;
  readonly #ended: (run: RunRecord) => void;
  readonly #executions = new Map<string, vscode.TaskExecution>();
  readonly #settling = new Set<string>();
  readonly #stop = new AbortController();
  readonly #subscriptions: vscode.Disposable;

  /** `ended` is called with each run that is over. */
  constructor(parts: EvaluationParts, store: RunStore, ended: (run: RunRecord) => void) {
    this.#parts = parts;
    this.#store = store;
    this.#ended = ended;
    this.#subscriptions = vscode.Disposable.from(
      vscode.tasks.onDidStartTaskProcess(({ execution, processId }) => {
        const id = runOfTask(execution.task);
        if (id !== undefined) store.change(id, { process: processId });
      }),
      vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => this.#onEnd(execution, exitCode)),
      // A task whose process could not be started has no other end.
      vscode.tasks.onDidEndTask(({ execution }) => this.#onEnd(execution, undefined)),
      vscode.workspace.onDidGrantWorkspaceTrust(() => void this.resume()),
    );
  }

  dispose(): void {
    this.#stop.abort();
    this.#subscriptions.dispose();
  }

  /** Takes up what this editor left when it was loaded anew, and what others did that are gone. */
  async resume(): Promise<void> {
    for (const run of this.#open()) if (run.owner === process.pid) this.#takeUp(run);
    await this.lookAtOthers();
  }

  /**
   * Takes up the runs of windows that are gone, and starts what waited for one of another window. A run that waits is left to
   * a window whose folder is trusted.
   */
  async lookAtOthers(): Promise<void> {
    for (const run of this.#open()) {
      if (run.state === 'waiting' && !vscode.workspace.isTrusted) continue;
      if (run.owner !== process.pid && (await isAbandoned(run))) this.#takeUp(run);
    }
    this.startNext();
  }

  /** Starts the waiting runs whose GPUs are free. */
  startNext(): void {
    if (!vscode.workspace.isTrusted) return;
    const open = this.#open().toReversed();
    const running = open.filter(({ state }) => state === 'running').map(({ planned }) => claimOf(planned));
    const waiting = open
      .filter(({ state }) => state === 'waiting')
      .map(({ id, planned }) => ({ id, claim: claimOf(planned) }));
    const free = mayStart(waiting, running);
    for (const { id, claim } of waiting) {
      const run = this.#store.find(id);
      if (run?.owner !== process.pid) continue;
      if (free.includes(id)) void this.#launch(run);
      else if (run.reason === undefined) this.#store.change(id, { reason: waitingFor(claim) });
    }
  }

  /** Ends a run in good order, which frees its GPU; one that waits is taken out of the queue. */
  cancel({ id, state, process: pid }: RunRecord): void {
    if (state === 'waiting') {
      this.#store.change(id, { state: 'cancelled', reason: undefined, endedAt: Date.now() });
      this.startNext();
      return;
    }
    this.#store.change(id, { wasCancelled: true });
    const execution = this.#executions.get(id);
    if (execution) execution.terminate();
    else if (pid !== undefined) void this.#endProcess(pid, id);
  }

  /** Ends the run of another window. */
  async #endProcess(pid: number, id: string): Promise<void> {
    if (await isAlive(pid, id)) process.kill(pid, 'SIGTERM');
  }

  async #launch(run: RunRecord): Promise<void> {
    const { id } = run;
    this.#store.change(id, { state: 'running', reason: undefined, startedAt: Date.now() });
    try {
      const folder = folderOf(this.#parts, id);
      await mkdir(folder, { recursive: true });
      const program = programIn(this.#parts.programFolder);
      const task = runTask(run, { program, folder, environment: await this.#environment() });
      const execution = await vscode.tasks.executeTask(task);
      this.#executions.set(id, execution);
      if (this.#store.find(id)?.wasCancelled === true) execution.terminate();
    } catch (error) {
      this.#parts.log.error(error instanceof Error ? error : String(error));
      this.#end(id, {
        state: 'failed',
        reason: 'The editor could not start it; run "Model Card: Show Log" to see why.',
      });
    }
  }

  async #environment(): Promise<Readonly<Record<string, string>>> {
    const session = await this.#parts.session.open();
    const lists = { MODEL_CARD_TASK_LISTS: this.#parts.taskListFolder };
    if (session.kind === 'problem') return lists;
    return { ...lists, HF_ENDPOINT: session.connection.hubUrl, ...session.connection.secrets() };
  }

  #onEnd(execution: vscode.TaskExecution, status: number | undefined): void {
    const id = runOfTask(execution.task);
    const run = id === undefined ? undefined : this.#store.find(id);
    if (run) void this.#settle(run, status);
  }

  /** A run is over when its process is: that outlives its terminal while it frees the GPU. */
  async #settle({ id, process: pid }: RunRecord, status: number | undefined): Promise<void> {
    const run = this.#store.find(id);
    if (run === undefined || !isOpen(run) || this.#settling.has(id)) return;
    this.#settling.add(id);
    this.#executions.delete(id);
    if (pid !== undefined) await whenGone(pid, id, this.#stop.signal);
    if (!this.#stop.signal.aborted) {
      this.#end(
        id,
        endOf(await readTraces(folderOf(this.#parts, id)), status, this.#store.find(id)?.wasCancelled === true),
      );
    }
    this.#settling.delete(id);
  }

  #end(id: string, changes: Partial<RunRecord>): void {
    const run = this.#store.change(id, { ...changes, endedAt: Date.now() });
    this.startNext();
    if (run) this.#ended(run);
  }

  #open(): readonly RunRecord[] {
    return this.#store.all().filter((run) => isOpen(run) && run.planned.place.kind === 'here');
  }

  #takeUp({ id, state }: RunRecord): void {
    const run = this.#store.change(id, { owner: process.pid });
    if (state === 'waiting') {
      this.startNext();
      return;
    }
    const execution = vscode.tasks.taskExecutions.find(({ task }) => runOfTask(task) === id);
    if (execution) this.#executions.set(id, execution);
    // One whose terminal is gone may still be at work.
    else if (run) void this.#settle(run, undefined);
  }
}
