import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../card/text';
import { Scheme } from '../../contributions';
import { columnOf } from '../reveal';

/** Shows cards as they would be after a merge, beside what they are now. */
export class Previews implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Opens the diff editor on a card and its text after `edits`, where the card's text is shown: the panel stays in sight. */
  async show(
    document: vscode.TextDocument,
    edits: readonly TextEdit[],
    after = 'model-index after the merge',
  ): Promise<void> {
    const uri = previewUri(document);
    this.#set(uri, applyEdits(document.getText(), edits));
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, `${name}: ${after}`, {
      viewColumn: columnOf(document) ?? vscode.ViewColumn.One,
      // A tab of its own: the card's tab, which may be a passing one, stays.
      preview: false,
    });
  }

  /** Brings an open preview of the card up to date. */
  update(document: vscode.TextDocument, edits: readonly TextEdit[]): void {
    const uri = previewUri(document);
    if (this.#texts.has(uri.toString())) this.#set(uri, applyEdits(document.getText(), edits));
  }

  /** Closes the preview of a card, which shows nothing any more once the merge is applied. */
  async close(document: vscode.TextDocument): Promise<void> {
    const card = document.uri.toString();
    const preview = previewUri(document).toString();
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    // The last tab that shows a changed card cannot close without a question.
    if (!tabs.some(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === card)) return;
    const previews = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === preview,
    );
    if (previews.length > 0) await vscode.window.tabGroups.close(previews, true);
  }

  /** Forgets a preview that was closed. */
  forget(uri: vscode.Uri): void {
    this.#texts.delete(uri.toString());
  }

  #set(uri: vscode.Uri, text: string): void {
    if (this.#texts.get(uri.toString()) === text) return;
    this.#texts.set(uri.toString(), text);
    this.#changed.fire(uri);
  }
}

function previewUri({ uri }: vscode.TextDocument): vscode.Uri {
  return uri.with({ scheme: Scheme.preview, query: uri.toString() });
}
