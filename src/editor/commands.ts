import * as vscode from 'vscode';
import type { Benchmarks } from '../results/benchmarks';
import type { ScoreSource } from '../results/types';
import { Command, InternalCommand, SETTINGS, Setting } from '../contributions';
import type { CardOverview, TableSummary } from './analysis/cardOverview';
import type { CardStore } from './analysis/cardStore';
import type { AddResults } from './addResults/index';
import type { Asker } from './asker';
import type { ModelCards } from './cards/modelCards';
import type { EvalResults } from './evalResults/index';
import { chooseTable } from './extract/chooseTable';
import { type ExtractFrom, fromTable } from './extract/extractFrom';
import type { Previews } from './extract/preview';
import { extractByQuickPicks } from './extract/quickPicks';
import { newCard } from './newCard/newCard';
import { type CommandTarget, openedCard } from './openedCard';
import { loadClipboard } from './pasted/loadClipboard';
import type { ExtractPanels } from './panel/extractPanels';
import { checkAllCards } from './problems/checkAllCards';
import type { Diagnostics } from './problems/diagnostics';
import type { FileChecks } from './problems/fileChecks';
import type { ResultsView } from './results/resultsView';
import type { ScoresImport } from './scores/scoresImport';
import { registerCommand } from './registerCommand';
import { revealLine } from './reveal';

/** What the commands work with. */
export interface CommandParts {
  readonly cards: ModelCards;
  readonly store: CardStore;
  readonly previews: Previews;
  readonly panels: ExtractPanels;
  readonly results: ResultsView;
  readonly scores: ScoresImport;
  readonly addResults: () => AddResults;
  readonly evalResults: () => EvalResults;
  readonly files: FileChecks;
  readonly diagnostics: Diagnostics;
  readonly asker: Asker;
  readonly benchmarks: () => Benchmarks;
  /** The text that a new card begins with. */
  readonly template: vscode.Uri;
  readonly log: vscode.LogOutputChannel;
}

/** The commands of package.json and those of our own lenses. */
export class Commands {
  readonly #parts: CommandParts;

  constructor(parts: CommandParts) {
    this.#parts = parts;
  }

  /** Registers every command; a failure is told in one sentence and logged in full. */
  register(): vscode.Disposable {
    return vscode.Disposable.from(
      this.#command(Command.extractTable, (target?: CommandTarget) => this.#extractTable(target)),
      this.#command(Command.extractWithQuickPicks, (target?: CommandTarget) => this.#extractWithQuickPicks(target)),
      this.#command(Command.extractFromClipboard, (target?: CommandTarget) =>
        this.#fromClipboard(target, (card, scores) => this.#parts.panels.open(card, scores)),
      ),
      this.#command(Command.extractFromClipboardWithQuickPicks, (target?: CommandTarget) =>
        this.#fromClipboard(target, (card, scores) => this.#quickPicks(card, scores)),
      ),
      this.#command(Command.pasteTable, () => loadClipboard().pasteAsMarkdown()),
      this.#command(Command.showResults, (target?: CommandTarget) => this.#showResults(target)),
      this.#command(Command.addResults, (target?: CommandTarget) => this.#parts.addResults().run(target)),
      this.#command(Command.importScores, (target?: CommandTarget) => this.#importScores(target)),
      this.#command(Command.changeScoresKey, () => this.#parts.scores.changeKey()),
      this.#command(Command.checkAllCards, () => checkAllCards(this.#parts.files, this.#parts.diagnostics)),
      this.#command(Command.newCard, (target?: CommandTarget) =>
        newCard(target instanceof vscode.Uri ? target : undefined, this.#parts.template, this.#parts.asker),
      ),
      this.#command(Command.showLog, () => this.#parts.log.show()),
      this.#command(InternalCommand.openPanel, (uri: string, line: number) => this.#openPanel(uri, line)),
      this.#command(InternalCommand.revealLine, async (uri: string, line: number, column?: number) =>
        revealLine(await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true)), line, column),
      ),
    );
  }

  /** Lists the tables of a card and opens the chosen one in the panel. */
  async chooseTable(document: vscode.TextDocument): Promise<void> {
    const table = await this.#tableOf(document);
    if (table) this.#parts.panels.open(document, fromTable(table));
  }

  /** The card that a command is about; null where there is none, which is told then. */
  async card(target: CommandTarget): Promise<vscode.TextDocument | null> {
    const document = await openedCard(target, this.#parts.panels.activeCard);
    if (document === null) {
      void vscode.window.showInformationMessage('Open a model card (README.md) first, then run the command again.');
      return null;
    }
    if ((await this.#parts.cards.kindOf(document)) !== 'other') return document;
    const name = vscode.workspace.asRelativePath(document.uri);
    const setting = `${SETTINGS}.${Setting.files}`;
    const message = `${name} is not a model card; add it to the setting ${setting} if it is.`;
    void this.#parts.asker.offer(message, 'Open Setting').then((wanted) => {
      if (wanted) void vscode.commands.executeCommand('workbench.action.openSettings', setting);
    });
    return null;
  }

  async #extractTable(target: CommandTarget): Promise<void> {
    const document = await this.card(target);
    if (document) await this.chooseTable(document);
  }

  async #extractWithQuickPicks(target: CommandTarget): Promise<void> {
    const document = await this.card(target);
    const table = document && (await this.#tableOf(document));
    if (document && table) await this.#quickPicks(document, fromTable(table));
  }

  async #fromClipboard(
    target: CommandTarget,
    extract: (card: vscode.TextDocument, scores: ScoreSource) => unknown,
  ): Promise<void> {
    const document = await this.card(target);
    const scores = document && (await loadClipboard().scoresOfClipboard(this.#parts));
    if (document && scores) await extract(document, scores);
  }

  async #quickPicks(document: vscode.TextDocument, from: ExtractFrom): Promise<void> {
    const outcome = await extractByQuickPicks(document, from, this.#parts);
    if (outcome?.kind === 'refused') void vscode.window.showWarningMessage(outcome.message);
    else if (outcome) void vscode.window.showInformationMessage(outcome.message);
  }

  async #showResults(target: CommandTarget): Promise<void> {
    const document = await this.card(target);
    if (document) await this.#parts.results.show(document);
  }

  async #importScores(target: CommandTarget): Promise<void> {
    const document = await this.card(target);
    if (document) await this.#parts.scores.run(document);
  }

  async #openPanel(uri: string, line: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
    const overview = await this.#overview(document);
    const table = overview.tables.find((one) => one.line === line);
    if (table) this.#parts.panels.open(document, fromTable(table));
    else void vscode.window.showInformationMessage('The table has moved; click the lens above it again.');
  }

  async #tableOf(document: vscode.TextDocument): Promise<TableSummary | undefined> {
    const overview = await this.#overview(document);
    if (overview.tables.length + overview.nearTables.length === 0) {
      void vscode.window.showInformationMessage('This card has no table; add one, then extract it.');
      return undefined;
    }
    const choice = await chooseTable(overview, this.#parts.asker, cursorLine(document));
    if (choice?.kind !== 'near-table') return choice?.table;
    await revealLine(document, choice.nearTable.line);
    void vscode.window.showWarningMessage(choice.nearTable.message);
    return undefined;
  }

  async #overview(document: vscode.TextDocument): Promise<CardOverview> {
    const card = await this.#parts.store.openNewest(document);
    return card?.overview ?? { names: [], tables: [], nearTables: [] };
  }

  #command<Args extends never[]>(id: string, run: (...args: Args) => unknown): vscode.Disposable {
    return registerCommand(id, this.#parts.log, run);
  }
}

/** The 1-based line of the cursor where the document is the one that is worked on. */
function cursorLine(document: vscode.TextDocument): number | undefined {
  const editor = vscode.window.activeTextEditor;
  return editor?.document === document ? editor.selection.active.line + 1 : undefined;
}
