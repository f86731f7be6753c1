import * as vscode from 'vscode';
import type { HubReference } from '../../hub/index';
import type { Asker } from '../asker';
import type { Repositories } from '../cards/repositories';
import { loadHub } from '../hubClient';
import { sameContent } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { withProgress } from '../progress';
import { type CloneStates, inRepository, readStates } from './cloneStates';

/** How making a draft of a card that lies here went. */
export type Prepared =
  | { readonly kind: 'draft'; readonly uri: vscode.Uri; readonly content: Uint8Array }
  | { readonly kind: 'compare' | 'cancelled' }
  | Refusal;

/** Why nothing is done, and whether that is because the model is not there. */
export interface Refusal {
  readonly kind: 'refused';
  readonly message: string;
  readonly isMissing?: boolean;
}

/** What is needed to make a draft of a card that lies here. */
export interface PrepareParts {
  readonly cards: HubCards;
  readonly repositories: Repositories;
  readonly asker: Asker;
}

/**
 * Makes the card as it is here the draft of the one on the Hub, so that it is published like any other: on the state
 * that the clone began from, where its checked-out commit is on the Hub. Git is only read.
 */
export async function prepareDraft(
  document: vscode.TextDocument,
  reference: HubReference,
  parts: PrepareParts,
): Promise<Prepared> {
  const { cards, asker } = parts;
  if (document.isDirty && !(await document.save())) {
    return refused('The card could not be saved; save it, then push it.');
  }
  const name = loadHub().formatReference(reference);
  const states = await withProgress(`Reading ${name}`, (signal) => readStates(document.uri, reference, parts, signal));
  if (!states.ok) {
    const { kind, message } = states.failure;
    return kind === 'cancelled' ? { kind } : { ...refused(message), isMissing: kind === 'missing-repository' };
  }
  const { current, began } = states.value;
  const content = inRepository(await vscode.workspace.fs.readFile(document.uri), current);
  const uri = cards.uriOf(reference);
  const reason = reasonAgainst(content, states.value, uri, name);
  if (reason !== null) return refused(reason);
  if (began === null && current !== null) {
    const goOn = await asker.choose(
      `It cannot be told which state of ${name} this card began from.`,
      'What was changed on the Hub since then would be taken back by what you push, so look at both first.',
      [
        { label: 'Compare', value: false },
        { label: 'Push All the Same', value: true },
      ],
    );
    if (goOn !== true) return { kind: goOn === false ? 'compare' : 'cancelled' };
  }
  const draft = (await cards.record(uri))?.draft ?? null;
  if (draft !== null && !sameContent(draft.content, content)) {
    const detail = 'What you changed in it and did not publish is lost.';
    if (!(await asker.confirm(`Replace the draft of ${name}?`, detail, 'Replace'))) return { kind: 'cancelled' };
  }
  await cards.startDraft(uri, began ?? current, content);
  return { kind: 'draft', uri, content };
}

/** Why a content cannot be pushed, in a sentence. */
function reasonAgainst(
  content: Uint8Array,
  { current, began }: CloneStates,
  uri: vscode.Uri,
  name: string,
): string | null {
  if (current !== null && sameContent(current.content, content)) {
    return `There is nothing to push: ${name} is the same on the Hub.`;
  }
  if (began !== null && sameContent(began.content, content)) {
    return 'There is nothing to push: the card is as it was committed; pull what the Hub has since.';
  }
  const isUnsaved = vscode.workspace.textDocuments.some(
    (open) => open.uri.toString() === uri.toString() && open.isDirty,
  );
  return isUnsaved ? `${name} is open with changes that are not saved; save or close it, then push.` : null;
}

function refused(message: string): Refusal {
  return { kind: 'refused', message };
}
