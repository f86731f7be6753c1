import * as vscode from 'vscode';
import type { TextRange } from '../../card/text';
import type { Navigation } from '../../metadata/navigation';
import type { OutlineItem } from '../../metadata/outline';
import type { CardStore } from '../analysis/cardStore';
import type { ModelCards } from '../cards/modelCards';

const KINDS: Readonly<Record<OutlineItem['kind'], vscode.SymbolKind>> = {
  model: vscode.SymbolKind.Object,
  result: vscode.SymbolKind.Struct,
  metric: vscode.SymbolKind.Number,
};

/** Lists the results of model-index as symbols, and folds them and the keys of front matter. */
export class Outline implements vscode.DocumentSymbolProvider, vscode.FoldingRangeProvider {
  readonly #cards: ModelCards;
  readonly #store: CardStore;

  constructor(cards: ModelCards, store: CardStore) {
    this.#cards = cards;
    this.#store = store;
  }

  async provideDocumentSymbols(document: vscode.TextDocument): Promise<vscode.DocumentSymbol[]> {
    const navigation = await this.#navigation(document);
    return (navigation?.outline ?? []).map((item) => symbolOf(item, document));
  }

  async provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    const navigation = await this.#navigation(document);
    if (!navigation) return [];
    const models = navigation.outline;
    const results = models.flatMap(({ children }) => children);
    return [...navigation.topLevel, ...models, ...results]
      .map(({ start, end }) => new vscode.FoldingRange(document.positionAt(start).line, document.positionAt(end).line))
      .filter(({ start, end }) => start < end);
  }

  async #navigation(document: vscode.TextDocument): Promise<Navigation | null> {
    if ((await this.#cards.kindOf(document)) === 'other') return null;
    const card = await this.#store.open(document);
    const navigation = await card?.navigation();
    return navigation && card?.version === document.version ? navigation : null;
  }
}

function symbolOf(item: OutlineItem, document: vscode.TextDocument): vscode.DocumentSymbol {
  const range = rangeOf(item, document);
  const firstLine = document.lineAt(range.start).range.intersection(range) ?? range;
  const symbol = new vscode.DocumentSymbol(item.name, item.detail, KINDS[item.kind], range, firstLine);
  symbol.children = item.children.map((child) => symbolOf(child, document));
  return symbol;
}

function rangeOf({ start, end }: TextRange, document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(document.positionAt(start), document.positionAt(end));
}
