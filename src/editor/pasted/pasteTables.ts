import * as vscode from 'vscode';
import type { ModelCards } from '../cards/modelCards';
import { loadClipboard } from './loadClipboard';

/** Offers to paste a table of another program into a card as a Markdown table; unasked, it is pasted as it is. */
export class PasteTables implements vscode.DocumentPasteEditProvider {
  readonly #cards: ModelCards;
  readonly #kind = vscode.DocumentDropOrPasteEditKind.Empty.append('modelCard', 'table');

  constructor(cards: ModelCards) {
    this.#cards = cards;
  }

  register(): vscode.Disposable {
    return vscode.languages.registerDocumentPasteEditProvider({ language: 'markdown' }, this, {
      providedPasteEditKinds: [this.#kind],
      pasteMimeTypes: ['text/html', 'text/plain'],
    });
  }

  async provideDocumentPasteEdits(
    document: vscode.TextDocument,
    [range]: readonly vscode.Range[],
    data: vscode.DataTransfer,
  ): Promise<vscode.DocumentPasteEdit[]> {
    const text = (await data.get('text/plain')?.asString()) ?? '';
    const html = (await data.get('text/html')?.asString()) ?? '';
    // Nothing is loaded for a word or a line.
    const cells = text.search(/[\t;,&<]/);
    const mayBeTable = html.includes('<table') || (cells >= 0 && /[\r\n]/.test(text.slice(cells)));
    if (!range || !mayBeTable || (await this.#cards.kindOf(document)) === 'other') return [];
    const edit = loadClipboard().pasteEdit(document, range.start, { text, html }, this.#kind);
    return edit ? [edit] : [];
  }
}
