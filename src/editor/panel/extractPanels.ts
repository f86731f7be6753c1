import * as vscode from 'vscode';
import { PANEL } from '../../contributions';
import { type ExtractionChoice, NO_CHOICE } from '../extract/choice';
import type { ExtractFrom } from '../extract/extractFrom';
import { ExtractPanel, type PanelParts } from './extractPanel';
import type { PanelState } from './protocol/messages';
import { isPanelState } from './protocol/state';

/** The open panels, one for each card; they come back after a window reload. */
export class ExtractPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #parts: PanelParts;
  readonly #panels = new Map<string, ExtractPanel>();
  readonly #renames: vscode.Disposable;

  constructor(parts: PanelParts) {
    this.#parts = parts;
    this.#renames = vscode.workspace.onDidRenameFiles(({ files }) => {
      for (const { oldUri, newUri } of files) this.#follow(oldUri, newUri);
    });
  }

  /** Opens a table of a card, or scores from elsewhere, in the card's panel, beside the text. */
  open(document: vscode.TextDocument, from: ExtractFrom, choice: ExtractionChoice = NO_CHOICE): void {
    const state: PanelState = { uri: document.uri.toString(), from, choice };
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
    this.#renames.dispose();
    for (const panel of this.#panels.values()) panel.dispose();
  }

  #adopt(panel: vscode.WebviewPanel, state: PanelState): void {
    const adopted = new ExtractPanel(panel, state, this.#parts);
    this.#panels.set(state.uri, adopted);
    adopted.onDidClose(() => {
      this.#panels.delete(adopted.card);
      adopted.dispose();
    });
  }

  /** Lets panels go with their cards when a file or a folder is renamed. */
  #follow(from: vscode.Uri, to: vscode.Uri): void {
    for (const panel of [...this.#panels.values()]) {
      const moved = movedUri(vscode.Uri.parse(panel.card, true), from, to);
      if (moved === null) continue;
      this.#panels.delete(panel.card);
      panel.move(moved, titleOf(moved));
      this.#panels.set(panel.card, panel);
    }
  }
}

/** Where a file is after `from`, which is the file itself or a folder above it, became `to`; null where it stays. */
function movedUri(file: vscode.Uri, from: vscode.Uri, to: vscode.Uri): vscode.Uri | null {
  if (file.scheme !== from.scheme || file.authority !== from.authority) return null;
  if (file.path !== from.path && !file.path.startsWith(`${from.path}/`)) return null;
  return to.with({ path: to.path + file.path.slice(from.path.length) });
}

function titleOf(uri: vscode.Uri): string {
  const [name = '', folder = ''] = uri.path.split('/').reverse();
  return folder === '' ? `Extract: ${name}` : `Extract: ${folder}/${name}`;
}
