import * as vscode from 'vscode';
import { DIAGNOSTICS, SETTINGS } from '../../contributions';
import type { Checks } from './checks';
import { ruleSettings, toDiagnostic } from './diagnostic';
import type { FileCheck } from './fileChecks';

const TYPING_PAUSE_MS = 250;

/** Shows the problems of open documents, and of files that were checked on demand. */
export class Diagnostics implements vscode.Disposable {
  readonly #checks: Checks;
  readonly #onError: (error: unknown) => void;
  readonly #collection = vscode.languages.createDiagnosticCollection(DIAGNOSTICS);
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Files that are shown although they are closed. */
  readonly #checkedFiles = new Set<string>();
  readonly #subscriptions: vscode.Disposable;

  constructor(checks: Checks, onError: (error: unknown) => void) {
    this.#checks = checks;
    this.#onError = onError;
    this.#subscriptions = vscode.Disposable.from(
      this.#collection,
      vscode.workspace.onDidOpenTextDocument((document) => this.#schedule(document, 0)),
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#schedule(document, TYPING_PAUSE_MS)),
      vscode.workspace.onDidCloseTextDocument((document) => this.#forget(document)),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(SETTINGS)) this.#scheduleAll();
      }),
    );
    this.#scheduleAll();
  }

  /** Shows what was found in a file; an open document is looked after by itself. */
  show({ uri, diagnostics }: FileCheck): void {
    const isOpen = vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    if (isOpen) return;
    this.#checkedFiles.add(uri.toString());
    this.#collection.set(uri, diagnostics);
  }

  /** Forgets what was found in files that are not open. */
  clearFiles(): void {
    for (const uri of this.#checkedFiles) this.#collection.delete(vscode.Uri.parse(uri, true));
    this.#checkedFiles.clear();
  }

  dispose(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#subscriptions.dispose();
  }

  #scheduleAll(): void {
    for (const document of vscode.workspace.textDocuments) this.#schedule(document, 0);
  }

  #schedule(document: vscode.TextDocument, delay: number): void {
    const key = document.uri.toString();
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        this.#update(document).catch(this.#onError);
      }, delay),
    );
  }

  async #update(document: vscode.TextDocument): Promise<void> {
    const { version } = document;
    const check = await this.#checks.of(document);
    // A newer version has its own turn.
    if (document.isClosed || document.version !== version) return;
    if (check !== null && check.version !== version) return;
    this.#checkedFiles.delete(document.uri.toString());
    if (check === null) return this.#collection.delete(document.uri);
    const settings = ruleSettings(document.uri);
    const positionAt = (offset: number) => document.positionAt(offset);
    const found = check.problems.map((problem) => toDiagnostic(problem, settings, positionAt));
    this.#collection.set(
      document.uri,
      found.filter((diagnostic) => diagnostic !== null),
    );
  }

  #forget({ uri }: vscode.TextDocument): void {
    clearTimeout(this.#timers.get(uri.toString()));
    this.#timers.delete(uri.toString());
    if (!this.#checkedFiles.has(uri.toString())) this.#collection.delete(uri);
  }
}
