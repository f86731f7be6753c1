import * as vscode from 'vscode';
import { applyEdits, type TextEdit } from '../../card/text';
import { Scheme } from '../../contributions';

/** Shows cards as they would be after a merge, beside what they are now. */
export class Previews implements vscode.TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.toString()) ?? '';
  }

  /** Opens the diff editor on a card and its text after `edits`. */
  async show(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
    const uri = previewUri(document);
    this.#set(uri, applyEdits(document.getText(), edits));
    const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
    await vscode.commands.executeCommand('vscode.diff', document.uri, uri, `${name}: model-index after the merge`);
  }

  /** Brings an open preview of the card up to date. */
  update(document: vscode.TextDocument, edits: readonly TextEdit[]): void {
    const uri = previewUri(document);
    if (this.#texts.has(uri.toString())) this.#set(uri, applyEdits(document.getText(), edits));
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
