import * as vscode from 'vscode';
import { PANEL } from '../../contributions';
import type { TableSummary } from '../analysis/cardOverview';
import { NO_CHOICE } from '../extract/choice';
import { anchorOf } from '../extract/tableAnchor';
import { ExtractPanel, type PanelParts } from './extractPanel';
import { isPanelState, type PanelState } from './protocol';

/** The open panels, one for each card; they come back after a window reload. */
export class ExtractPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #panels = new Map<string, ExtractPanel>();

  constructor(parts: PanelParts) {
    this.#parts = parts;
  }

  /** Opens a table of a card in the card's panel, beside the text. */
  open(document: vscode.TextDocument, table: TableSummary): void {
    const state: PanelState = { uri: document.uri.toString(), anchor: anchorOf(table), choice: NO_CHOICE };
    const open = this.#panels.get(state.uri);
    if (open) return open.show(state);
    this.#adopt(vscode.window.createWebviewPanel(PANEL, titleOf(document.uri), vscode.ViewColumn.Beside), state);
  }

  /** The card of the panel that has the focus. */
  get activeCard(): vscode.Uri | null {
    const active = [...this.#panels.values()].find(({ isActive }) => isActive);
    return active ? vscode.Uri.parse(active.card, true) : null;
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (isPanelState(state) && !this.#panels.has(state.uri)) this.#adopt(panel, state);
    else panel.dispose();
    return Promise.resolve();
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, state: PanelState): void {
    const adopted = new ExtractPanel(panel, state, this.#parts);
    this.#panels.set(state.uri, adopted);
    adopted.onDidClose(() => {
      this.#panels.delete(state.uri);
      adopted.dispose();
    });
  }
}

function titleOf(uri: vscode.Uri): string {
  const [name = '', folder = ''] = uri.path.split('/').reverse();
  return folder === '' ? `Extract: ${name}` : `Extract: ${folder}/${name}`;
}
