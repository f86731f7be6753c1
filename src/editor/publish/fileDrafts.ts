import * as vscode from 'vscode';
import type { HubReference } from '../../hub/index';
import type { CardRecord, Draft } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { hubReference, isEvalFile } from '../hubFiles/hubUri';

const CARD = 'README.md';

/** A draft that goes to the Hub, and where it is from. */
export interface FileDraft {
  readonly uri: vscode.Uri;
  readonly reference: HubReference;
  readonly record: CardRecord & { readonly draft: Draft };
}

/** What drafts have in common that go to the Hub as one: a card and its results for leaderboards, at one revision. */
export function publishedAs({ model, revision, path }: HubReference): string {
  return JSON.stringify([model, revision, path === CARD || isEvalFile(path) ? CARD : path]);
}

/** The drafts that go to the Hub with a document, its own first. */
export async function draftsWith(document: vscode.TextDocument, cards: HubCards): Promise<readonly FileDraft[]> {
  const drafts = (await cards.drafts()).flatMap((record) => {
    const uri = vscode.Uri.parse(record.uri, true);
    const reference = isWith(document, uri) ? hubReference(uri) : null;
    const { draft } = record;
    return reference === null || draft === null ? [] : [{ uri, reference, record: { ...record, draft } }];
  });
  const own = (draft: FileDraft): boolean => draft.uri.toString() === document.uri.toString();
  return [...drafts.filter(own), ...drafts.filter((draft) => !own(draft))];
}

/** Saves a document and those that go to the Hub with it; whether all could be saved. */
export async function saveWith(document: vscode.TextDocument): Promise<boolean> {
  const unsaved = vscode.workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && isWith(document, uri));
  for (const one of unsaved) if (!(await one.save())) return false;
  return true;
}

function isWith({ uri }: vscode.TextDocument, other: vscode.Uri): boolean {
  const [reference, others] = [hubReference(uri), hubReference(other)];
  return (
    other.scheme === uri.scheme &&
    reference !== null &&
    others !== null &&
    publishedAs(reference) === publishedAs(others)
  );
}
