import * as vscode from 'vscode';
import { Scheme } from '../../../contributions';
import { loadHub } from '../../hubClient';
import type { EvaluationParts } from '../evaluationParts';
import { folderOf, readTraces } from '../runFolder';
import { isOpen, type KnownJob, type RunRecord } from '../runRecord';
import type { RunStore } from '../runStore';
import { followFile } from './followFile';
import { logSections } from './logSections';
import { LogText } from './logText';
import { logOf } from './logUri';

/** A document shows what is new at most so often. */
const SHOW_EVERY_MS = 300;

/** What following logs works with. */
export type LogParts = Pick<EvaluationParts, 'session' | 'runsFolder'>;

interface OpenLog {
  readonly log: LogText;
  readonly stop: AbortController;
  /** How many lines were shown last. */
  lines: number;
}

/** Logs as read-only documents, which follow their runs as long as they are open. */
export class LogDocuments implements vscode.TextDocumentContentProvider, vscode.FoldingRangeProvider {
  readonly #parts: LogParts;
  readonly #store: RunStore;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly #open = new Map<string, OpenLog>();
  readonly #subscriptions: vscode.Disposable;

  constructor(parts: LogParts, store: RunStore) {
    this.#parts = parts;
    this.#store = store;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      // What came before the document was open is not shown by itself.
      vscode.workspace.onDidOpenTextDocument(({ uri }) => this.#open.has(uri.toString()) && this.#changed.fire(uri)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#close(uri)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#showEnd(document)),
    );
  }

  dispose(): void {
    for (const { stop } of this.#open.values()) stop.abort();
    this.#subscriptions.dispose();
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    const known = this.#open.get(uri.toString());
    if (known) return known.log.text;
    const stop = new AbortController();
    const log = this.#follow(uri, stop.signal);
    this.#open.set(uri.toString(), { log, stop, lines: 1 });
    return log.text;
  }

  provideFoldingRanges(document: vscode.TextDocument): vscode.FoldingRange[] {
    return logSections(document.getText()).map(({ start, end }) => new vscode.FoldingRange(start, end));
  }

  #follow(uri: vscode.Uri, signal: AbortSignal): LogText {
    const of = logOf(uri);
    const run = of && 'run' in of ? this.#store.find(of.run) : undefined;
    const job = of && 'job' in of ? of.job : run?.job;
    const log = new LogText(whole(run, this.#parts));
    const show = this.#shower(uri, signal);
    const add = (text: string): void => {
      log.add(text);
      show();
    };
    if (job) void this.#followJob(job, add, signal);
    else if (run?.planned.place.kind === 'job') log.add(`${run.reason ?? 'The Hub has not taken the job yet.'}\n`);
    else if (run) void this.#followRun(run, add, signal);
    else log.add('This run is no longer known; its row was removed.\n');
    return log;
  }

  async #followJob(
    job: Pick<KnownJob, 'namespace' | 'id'>,
    add: (text: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const session = await this.#parts.session.open();
    if (session.kind === 'problem') {
      add(`${session.message}\n`);
      return;
    }
    const follower = { entry: (text: string) => add(`${text}\n`) };
    const followed = await loadHub().followLog(session.connection, job, follower, signal);
    if (!followed.ok && followed.failure.kind !== 'cancelled') add(`\n${followed.failure.message}\n`);
  }

  async #followRun({ id }: RunRecord, add: (text: string) => void, signal: AbortSignal): Promise<void> {
    const isComplete = (): boolean => {
      const run = this.#store.find(id);
      return run === undefined || !isOpen(run);
    };
    const find = async () => (await readTraces(folderOf(this.#parts, id))).log;
    await followFile({ find, isComplete }, add, signal);
    if ((await find()) === null && !signal.aborted)
      add('There is no log: the framework was not started. The run’s terminal says why.\n');
  }

  /** Many lines at once are shown together. */
  #shower(uri: vscode.Uri, signal: AbortSignal): () => void {
    let timer: NodeJS.Timeout | null = null;
    return () => {
      timer ??= setTimeout(() => {
        timer = null;
        if (!signal.aborted) this.#changed.fire(uri);
      }, SHOW_EVERY_MS);
    };
  }

  /** An editor whose end was in sight goes on showing it. */
  #showEnd(document: vscode.TextDocument): void {
    const known = document.uri.scheme === Scheme.runLog ? this.#open.get(document.uri.toString()) : undefined;
    if (!known) return;
    const [before, last] = [known.lines, document.lineCount - 1];
    known.lines = document.lineCount;
    for (const editor of vscode.window.visibleTextEditors) {
      const seen = editor.visibleRanges.at(-1)?.end.line ?? 0;
      if (editor.document === document && seen >= before - 2) editor.revealRange(new vscode.Range(last, 0, last, 0));
    }
  }

  #close(uri: vscode.Uri): void {
    this.#open.get(uri.toString())?.stop.abort();
    this.#open.delete(uri.toString());
  }
}

function whole(run: RunRecord | undefined, parts: LogParts): string {
  return run?.job?.page ?? (run ? folderOf(parts, run.id) : 'the job’s page on the Hub');
}
