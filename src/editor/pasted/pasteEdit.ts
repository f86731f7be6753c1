import * as vscode from 'vscode';
import { asBlock } from './block';
import { loadPasted } from './loadPasted';

/** The edit that pastes a table at a place as Markdown, behind pasting the text as it is; undefined where it is no table. */
export function pasteEdit(
  document: vscode.TextDocument,
  place: vscode.Position,
  { text, html }: { readonly text: string; readonly html: string },
  kind: vscode.DocumentDropOrPasteEditKind,
): vscode.DocumentPasteEdit | undefined {
  const pasted = loadPasted().readPasted(text, html);
  if (pasted.kind === 'problem' || pasted.format === 'a Markdown table') return undefined;
  const edit = new vscode.DocumentPasteEdit(asBlock(pasted.markdown, document, place), 'Paste as Markdown table', kind);
  edit.yieldTo = [vscode.DocumentDropOrPasteEditKind.Text];
  return edit;
}
