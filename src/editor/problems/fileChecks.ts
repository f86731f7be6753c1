import * as vscode from 'vscode';
import { LineIndex } from '../../card/text';
import type { CardThread } from '../analysis/cardThread';
import type { ModelCards } from '../cards/modelCards';
import { ruleSettings, toDiagnostic } from './diagnostic';

/** What was found in a file. */
export interface FileCheck {
  readonly uri: vscode.Uri;
  readonly diagnostics: readonly vscode.Diagnostic[];
}

/** What may be a card or a file of results, and where nobody's own files lie. */
const FILES = '{**/*.md,**/.eval_results/*.yaml,**/.eval_results/*.yml}';
const OTHERS = '**/node_modules/**';

/** Checks files of the workspace that need not be open, in the thread. */
export class FileChecks {
  readonly #cards: ModelCards;
  readonly #thread: CardThread;

  constructor(cards: ModelCards, thread: CardThread) {
    this.#cards = cards;
    this.#thread = thread;
  }

  /** The files of the workspace that may be cards or files of results. */
  find(token: vscode.CancellationToken): Thenable<readonly vscode.Uri[]> {
    return vscode.workspace.findFiles(FILES, OTHERS, undefined, token);
  }

  /** Whether a file is a card, or a file of results. */
  async isOurs(uri: vscode.Uri): Promise<boolean> {
    return isResults(uri) || (await this.#cards.kindOfText(uri, await readText(uri))) === 'card';
  }

  /** Checks a file as it is on disk; null where it is no card. */
  async check(uri: vscode.Uri): Promise<FileCheck | null> {
    const text = await readText(uri);
    const results = isResults(uri);
    if (!results && (await this.#cards.kindOfText(uri, text)) !== 'card') return null;
    const place = results ? {} : await this.#cards.placeOf({ uri, encoding: 'utf8' });
    const found = await this.#thread.check(results ? 'results' : 'card', text, place);
    const lines = new LineIndex(text);
    const positionAt = (offset: number) => new vscode.Position(lines.lineAt(offset) - 1, lines.columnAt(offset) - 1);
    const settings = ruleSettings(uri);
    const diagnostics = found.map(({ problem }) => toDiagnostic(problem, settings, positionAt));
    return { uri, diagnostics: diagnostics.filter((diagnostic) => diagnostic !== null) };
  }
}

function isResults({ path }: vscode.Uri): boolean {
  return /\/\.eval_results\/[^/]+\.ya?ml$/.test(path);
}

/** A file's text, a byte order mark included. */
async function readText(uri: vscode.Uri): Promise<string> {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(uri));
}
