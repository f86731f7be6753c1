import * as vscode from 'vscode';
import { Command } from '../../contributions';
import { evaluateCommand } from './evaluateCommand';
import { type Evaluation, factsOf } from './evaluation';
import type { Evaluations } from './evaluations';
import type { EvaluationParts } from './evaluationParts';
import { logUri } from './log/logUri';
import { consentToAll } from './plan/consent';
import type { PlannedRun } from './plannedRun';
import { loadRuns } from './runsClient';
import { folderOf, readTraces } from './runFolder';
import { terminalOf } from './runTask';

/** What the rows of the view offer. */
export class RunCommands {
  readonly #parts: EvaluationParts;
  readonly #evaluations: Evaluations;
  /** What each command does. */
  readonly handlers: Readonly<Record<string, (...args: never[]) => unknown>>;

  constructor(parts: EvaluationParts, evaluations: Evaluations) {
    this.#parts = parts;
    this.#evaluations = evaluations;
    this.handlers = {
      [Command.showRunLog]: (row: Evaluation) => this.showLog(row),
      [Command.addRunResults]: (row: Evaluation) => this.addResults(row),
      [Command.cancelRun]: (row: Evaluation) => this.#cancel(row),
      [Command.runAgain]: (row: Evaluation) => this.#runAgain(row),
      [Command.copyRunCommand]: (row: Evaluation) => this.#copyCommand(row),
      [Command.browseJob]: (row: Evaluation) => this.#browse(row),
      [Command.removeRun]: (row: Evaluation) => this.#remove(row),
    };
  }

  /** Shows the log of a run or job; where there is none yet, its terminal. */
  async showLog(row: Evaluation): Promise<void> {
    const { model, tasks } = factsOf(row, Date.now());
    if (row.kind === 'run' && row.run.job === undefined) {
      const terminal = terminalOf(row.run);
      const { log } = await readTraces(folderOf(this.#parts, row.run.id));
      if (log === null && terminal) {
        terminal.show();
        return;
      }
    }
    const of = row.kind === 'run' ? { run: row.run.id } : { job: { namespace: row.job.namespace, id: row.job.id } };
    const document = await vscode.workspace.openTextDocument(logUri(`${model} ${tasks}`, of));
    await vscode.window.showTextDocument(document);
  }

  /** Opens the panel of its card on the results of a run; for a job of elsewhere, that of the card at hand. */
  async addResults(row: Evaluation): Promise<void> {
    const file = await this.#evaluations.resultsOf(row);
    if (file === null) return;
    const card = row.kind === 'run' ? vscode.Uri.parse(row.run.planned.card, true) : await this.#cardAtHand();
    if (card) await this.#parts.addResults(card, vscode.Uri.file(file));
  }

  async #cardAtHand(): Promise<vscode.Uri | undefined> {
    return (await this.#parts.cardOf(undefined))?.uri;
  }

  async #cancel(row: Evaluation): Promise<void> {
    const { model, page, cost } = factsOf(row, Date.now());
    if (page !== undefined) {
      const so =
        cost === null ? 'What it has cost so far' : `About ${loadRuns().inDollars(cost)}, what it has cost so far,`;
      const detail = `${so} is paid; results that it has not printed yet are lost.`;
      if (!(await this.#parts.asker.confirm(`Cancel the job of ${model}?`, detail, 'Cancel Job'))) return;
    }
    await this.#evaluations.cancel(row);
  }

  async #runAgain(row: Evaluation): Promise<void> {
    if (row.kind !== 'run') return;
    const { planned } = row.run;
    if (!(await consentToAll(planned.request, this.#parts.asker))) return;
    // What a job costs is confirmed when it starts.
    if (planned.place.kind === 'job' || (await this.#wantsAgain(planned))) await this.#evaluations.start(planned);
  }

  #wantsAgain({ request: { model, tasks, framework } }: PlannedRun): Promise<boolean> {
    const question = `Evaluate ${model} again?`;
    return this.#parts.asker.confirm(question, `${framework} runs ${tasks.join(', ')} on this machine.`, 'Run Again');
  }

  async #copyCommand(row: Evaluation): Promise<void> {
    if (row.kind === 'run') await vscode.env.clipboard.writeText(evaluateCommand(row.run.planned));
  }

  #browse(row: Evaluation): void {
    const { page } = factsOf(row, Date.now());
    if (page !== undefined) this.#parts.showPage(page);
  }

  #remove(row: Evaluation): void {
    this.#evaluations.remove(row);
  }
}
