import * as vscode from 'vscode';
import type { HubReference } from '../../hub/index';
import { loadHub } from '../hubClient';
import type { HubCards } from '../hubFiles/hubCards';
import { withProgress } from '../progress';

/** Shows what the Hub has now beside a card; gives back a failure of the Hub. */
export async function compareWithHub(card: vscode.Uri, reference: HubReference, cards: HubCards) {
  const name = loadHub().formatReference(reference);
  const read = await withProgress(`Reading ${name}`, (signal) => cards.read(reference, null, signal));
  if (!read.ok) return read.failure;
  // A commit is shown as it is, where a branch would show the draft for it.
  const onHub = cards.uriOf({ ...reference, revision: read.value.commit });
  await vscode.commands.executeCommand('vscode.diff', onHub, card, `${reference.path}: ${name} on the Hub ↔ here`);
  return null;
}
