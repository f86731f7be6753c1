import type * as vscode from 'vscode';
import type { HubConnection, HubReference } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import type { Asker } from '../asker';
import { loadCore } from '../cardCore';
import { loadHub } from '../hubClient';
import { type CardRecord, type HubBase, sameContent, textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { hubReference } from '../hubFiles/hubUri';
import { withProgress } from '../progress';
import { checkDuplicates } from './duplicateCheck';
import { mergeIntoDraft } from './mergeIntoDraft';
import { failed, type PublishOutcome, refused } from './outcome';
import { placeOptions, publishingOf } from './publishPlace';
import { send } from './send';
import { askWords } from './words';

/** What publishing works with. */
export interface PublishParts {
  readonly session: HubSession;
  readonly cards: HubCards;
  readonly asker: Asker;
  /** Shows a page in the browser. */
  readonly showPage: (url: string) => void;
}

/** How a draft is to be published. */
export interface PublishWishes {
  /** The first line is the title and the rest the description; where it is empty a person is asked. */
  readonly message?: string;
  /** Whether a direct commit is offered where it is allowed. */
  readonly directCommit?: boolean;
}

/**
 * Publishes the draft of a card where the person says. Whatever fails, the draft stays as it was; where the Hub's card
 * has changed meanwhile, the two are merged first.
 */
export async function publish(
  document: vscode.TextDocument,
  parts: PublishParts,
  { message = '', directCommit = true }: PublishWishes = {},
): Promise<PublishOutcome> {
  const { session, cards, asker } = parts;
  const reference = hubReference(document.uri);
  if (reference === null) return refused('This is no card of the Hub; open one by "Model Card: Open from Hub…".');
  if (document.isDirty && !(await document.save()))
    return refused('The card could not be saved; save it, then publish.');
  const record = await cards.record(document.uri);
  if (!record?.draft) return refused('There is nothing to publish: the card is as on the Hub.');
  if (loadCore().hasConflictMarks(textOf(record.draft.content))) {
    return refused('The card still holds marks of a merge; choose between their sides, then publish.');
  }
  const opened = await session.openAsking();
  if (opened.kind === 'problem') return { kind: 'failed', message: opened.message };
  const { connection } = opened;
  if (!connection.signedIn) return { kind: 'not-signed-in', message: 'Sign in to publish; the draft stays as it is.' };

  const host = new URL(connection.hubUrl).host;
  const asked = await withProgress(`Asking ${host} about ${reference.model}`, async (signal) => {
    const account = await session.account(connection);
    if (!account.ok) return account;
    const state = await presentState(parts, connection, reference, record, signal);
    if (!state.ok) return state;
    const publishing = await publishingOf(connection, account.value, reference, signal);
    return publishing.ok ? { ok: true as const, value: { ...state.value, publishing: publishing.value } } : publishing;
  });
  if (!asked.ok) return failed(asked.failure);
  const { current, parent, publishing } = asked.value;
  if (hasMoved(record, current)) return offerMerge(document, record, current, reference.revision, parts);

  const options = placeOptions(reference, publishing).filter(({ value }) => directCommit || value.kind !== 'commit');
  const { noPullRequest, open } = publishing;
  if (options.length === 0 && noPullRequest) return refused(noPullRequest.message);
  const place = await asker.pick(`Publish ${reference.path} of ${reference.model}`, options);
  if (place === undefined) return { kind: 'cancelled' };
  const base = textOf(record.base?.content);
  if (place.kind === 'new-pull-request') {
    const decision = await checkDuplicates(connection, { model: reference.model, base, open }, asker);
    if (decision.kind === 'open-existing') parts.showPage(decision.url);
    if (decision.kind !== 'create') return { kind: 'cancelled' };
  }
  const words = await askWords(message, base, textOf(record.draft.content), asker);
  if (words === null) return { kind: 'cancelled' };
  const { content: draft } = record.draft;
  return send({ document, reference, draft, base, parent, words, connection }, place, cards);
}

/** What the Hub has at the card's revision now, and the commit that a change goes on from. */
async function presentState(
  { cards }: PublishParts,
  connection: HubConnection,
  reference: HubReference,
  { base }: CardRecord,
  signal: AbortSignal,
) {
  const read = await cards.read(reference, null, signal);
  if (read.ok) return { ok: true as const, value: { current: read.value, parent: read.value.commit } };
  if (read.failure.kind !== 'missing-file' || base !== null) return read;
  const info = await loadHub().modelInfo(connection, reference, signal);
  return info.ok ? { ok: true as const, value: { current: null, parent: info.value.commit } } : info;
}

/** A branch may have moved on without this card; then the draft still fits. */
function hasMoved({ base }: CardRecord, current: HubBase | null): current is HubBase {
  return current !== null && (base === null || !sameContent(base.content, current.content));
}

async function offerMerge(
  document: vscode.TextDocument,
  { base }: CardRecord,
  theirs: HubBase,
  name: string,
  { asker, cards }: PublishParts,
): Promise<PublishOutcome> {
  const yes = await asker.confirm(
    `The card has changed on ${name} since you began.`,
    'Nothing was published. Both changes can be merged into your draft; Undo takes that back.',
    'Merge into Draft',
  );
  if (!yes) return { kind: 'cancelled' };
  const text = textOf(base?.content);
  return { kind: 'merged', message: await mergeIntoDraft(cards, { document, base: text, theirs, name }) };
}
