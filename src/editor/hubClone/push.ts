import * as vscode from 'vscode';
import type { HubReference, HubResult } from '../../hub/index';
import type { Asker } from '../asker';
import { headCommit } from '../cards/gitFolder';
import type { Repositories } from '../cards/repositories';
import { loadHub } from '../hubClient';
import { type HubBase, sameContent, textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { withProgress } from '../progress';

/** How making a draft of a card that lies here went. */
export type Prepared =
  | { readonly kind: 'draft'; readonly uri: vscode.Uri; readonly content: Uint8Array }
  | { readonly kind: 'compare' | 'cancelled' }
  | { readonly kind: 'refused'; readonly message: string; readonly missing?: boolean };

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
    return { kind: 'refused', message: 'The card could not be saved; save it, then push it.' };
  }
  const uri = cards.uriOf(reference);
  const name = loadHub().formatReference(reference);
  const states = await withProgress(`Reading ${name}`, (signal) => readStates(document.uri, reference, parts, signal));
  if (!states.ok) {
    const { kind, message } = states.failure;
    if (kind === 'cancelled') return { kind };
    return { kind: 'refused', message, missing: kind === 'missing-repository' };
  }
  const { current, began } = states.value;
  const content = inRepository(await vscode.workspace.fs.readFile(document.uri), current);
  if (current !== null && sameContent(current.content, content)) {
    return { kind: 'refused', message: `There is nothing to push: ${name} is the same on the Hub.` };
  }
  if (began !== null && sameContent(began.content, content)) {
    return {
      kind: 'refused',
      message: 'There is nothing to push: the card is as it was committed; pull what the Hub has since.',
    };
  }
  if (vscode.workspace.textDocuments.some((open) => open.uri.toString() === uri.toString() && open.isDirty)) {
    return {
      kind: 'refused',
      message: `${name} is open with changes that are not saved; save or close it, then push.`,
    };
  }
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

interface States {
  /** What the Hub has now; null for a card that it has not yet. */
  readonly current: HubBase | null;
  /** What the clone began from; null where that is not known. */
  readonly began: HubBase | null;
}

async function readStates(
  card: vscode.Uri,
  reference: HubReference,
  { cards, repositories }: PrepareParts,
  signal: AbortSignal,
): Promise<HubResult<States>> {
  const current = await orNull(cards.read(reference, null, signal), ['missing-file']);
  if (!current.ok) return current;
  const clone = await repositories.cloneOf(card);
  const commit = clone && (await headCommit(clone.git));
  if (commit === null) return { ok: true, value: { current: current.value, began: null } };
  const missing = ['missing-revision', 'missing-file'];
  const began = await orNull(cards.read({ ...reference, revision: commit }, null, signal), missing);
  return began.ok ? { ok: true, value: { current: current.value, began: began.value } } : began;
}

/** What was read, or null where it failed in one of these ways. */
async function orNull(
  reading: Promise<HubResult<HubBase>>,
  kinds: readonly string[],
): Promise<HubResult<HubBase | null>> {
  const read = await reading;
  return read.ok || !kinds.includes(read.failure.kind) ? read : { ok: true, value: null };
}

/** Git on Windows may have given the file other line endings than it has in the repository. */
function inRepository(content: Uint8Array, current: HubBase | null): Uint8Array {
  if (current === null || current.content.includes(13)) return content;
  const text = textOf(content);
  return /(?<!\r)\n|\r(?!\n)/.test(text) ? content : new TextEncoder().encode(text.replaceAll('\r\n', '\n'));
}
