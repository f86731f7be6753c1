import * as vscode from 'vscode';
import { loadCore } from '../cardCore';
import { type HubBase, textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { count } from '../../plural';

/** What is to be brought together in a document: a change of `base` by hand, and one on the Hub. */
export interface DraftMerge {
  readonly document: vscode.TextDocument;
  /** What the change by hand was made on. */
  readonly base: string;
  /** The text with that change; the document's own where it is not told. */
  readonly ours?: string;
  readonly theirs: HubBase;
  /** What the Hub's side is called, as `main`. */
  readonly name: string;
}

/**
 * Merges into a document as one undo step, saves it as a draft and bases that on the Hub's state. Where both changed the
 * same lines, both stay, between git's marks. A crash on the way leaves a draft that merges to the same text again.
 */
export async function mergeIntoDraft(cards: HubCards, merge: DraftMerge): Promise<string> {
  const { document, base, theirs, name } = merge;
  const before = document.getText();
  const onHub = textOf(theirs.content);
  const ours = merge.ours ?? before;
  const { text, conflicts } = loadCore().threeWay(base, ours, onHub, { ours: 'Your draft', theirs: name });
  const change = new vscode.WorkspaceEdit();
  const all = new vscode.Range(document.positionAt(0), document.positionAt(before.length));
  change.replace(document.uri, all, text);
  if (!(await vscode.workspace.applyEdit(change)) || !(await document.save())) {
    return 'The card could not be changed, so nothing was merged; try again when it rests.';
  }
  await cards.rebase(document.uri, theirs);
  await vscode.window.showTextDocument(document);
  return conflicts === 0
    ? `The changes on ${name} were merged into your draft; look at it, then publish again.`
    : `The changes on ${name} were merged into your draft, but ${count(conflicts, 'place')} changed on both sides; choose there between the marks, then publish again.`;
}
