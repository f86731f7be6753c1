import * as vscode from 'vscode';
import { type CodeLensSetting, Command, InternalCommand, Setting, SETTINGS } from '../../contributions';
import type { TableSummary } from '../analysis/cardOverview';
import type { CardStore } from '../analysis/cardStore';
import type { ModelCards } from '../cards/modelCards';
import { extractTitle, standingTitle } from './lensText';

/** Offers extraction above each table of a model card. */
export class TableLenses implements vscode.CodeLensProvider {
  readonly #cards: ModelCards;
  readonly #store: CardStore;
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(cards: ModelCards, store: CardStore, onDidChange: vscode.Event<void>) {
    this.#cards = cards;
    this.#store = store;
    this.onDidChangeCodeLenses = onDidChange;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const wanted = vscode.workspace.getConfiguration(SETTINGS, document).get<CodeLensSetting>(Setting.codeLens, 'all');
    if (wanted === 'off' || (await this.#cards.kindOf(document)) === 'other') return [];
    const card = await this.#store.open(document);
    return (card?.overview.tables ?? [])
      .filter(({ evaluation }) => evaluation || wanted === 'all')
      .flatMap((table) => lensesOf(table, document.uri));
  }
}

function lensesOf(table: TableSummary, uri: vscode.Uri): vscode.CodeLens[] {
  const range = new vscode.Range(table.line - 1, 0, table.line - 1, 0);
  const extract = new vscode.CodeLens(range, {
    title: extractTitle(table),
    tooltip: table.evaluation
      ? 'Check the scores of one model and add them to model-index'
      : 'Open the table anyway and see what could be extracted',
    command: InternalCommand.openPanel,
    arguments: [uri.toString(), table.line],
  });
  if (table.standing === null) return [extract];
  const standing = new vscode.CodeLens(range, {
    title: standingTitle(table.standing),
    tooltip: 'Show what the card claims now',
    command: Command.showResults,
    arguments: [uri],
  });
  return [extract, standing];
}
