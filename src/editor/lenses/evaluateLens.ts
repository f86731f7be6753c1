import * as vscode from 'vscode';
import { locateFrontMatter } from '../../card/frontMatter';
import { type CodeLensSetting, Command, Setting, SETTINGS } from '../../contributions';
import type { ModelCards } from '../cards/modelCards';

/** Offers above the front matter of a model card to evaluate its model. */
export class EvaluateLens implements vscode.CodeLensProvider {
  readonly #cards: ModelCards;
  readonly onDidChangeCodeLenses: vscode.Event<void>;

  constructor(cards: ModelCards, onDidChange: vscode.Event<void>) {
    this.#cards = cards;
    this.onDidChangeCodeLenses = onDidChange;
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<vscode.CodeLens[]> {
    const wanted = vscode.workspace.getConfiguration(SETTINGS, document).get<CodeLensSetting>(Setting.codeLens, 'all');
    if (wanted === 'off' || (await this.#cards.kindOf(document)) !== 'card') return [];
    const frontMatter = locateFrontMatter(document.getText());
    if (frontMatter.kind !== 'present') return [];
    const start = document.positionAt(frontMatter.block.start);
    return [
      new vscode.CodeLens(new vscode.Range(start, start), {
        title: 'Evaluate…',
        tooltip: 'Run an evaluation of the model here or on HF Jobs, and bring its results to this card',
        command: Command.evaluate,
        arguments: [document.uri],
      }),
    ];
  }
}
