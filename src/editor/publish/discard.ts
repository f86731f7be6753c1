import type * as vscode from 'vscode';
import type { Asker } from '../asker';
import type { HubCards } from '../hubFiles/hubCards';

/** Drops the draft of a card after asking; the editor shows the Hub's text again. */
export async function discardDraft(document: vscode.TextDocument, cards: HubCards, asker: Asker): Promise<boolean> {
  const detail = 'What you changed in it and did not publish is lost.';
  if (!(await asker.confirm('Discard the draft of this card?', detail, 'Discard'))) return false;
  // Unsaved text would outlive the draft, so it becomes part of it first.
  if (document.isDirty) await document.save();
  const draft = (await cards.record(document.uri))?.draft;
  return draft ? cards.discard(document.uri, draft.content) : true;
}
