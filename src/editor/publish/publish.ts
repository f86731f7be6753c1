import * as vscode from 'vscode';
import type { HubConnection, HubFailure, HubReference } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import type { Asker } from '../asker';
import { loadCore } from '../cardCore';
import { loadHub } from '../hubClient';
import { type CardRecord, type HubBase, sameContent } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { hubReference, withReference } from '../hubFiles/hubUri';
import { withProgress } from '../progress';
import { changeSummary } from './changeSummary';
import { checkDuplicates } from './duplicateCheck';
import { mergeIntoDraft } from './mergeIntoDraft';
import { placeOptions, publishingOf, type PublishPlace } from './publishPlace';
import { hasConflictMarks, threeWay } from './threeWay';

/** What publishing works with. */
export interface PublishParts {
  readonly session: HubSession;
  readonly cards: HubCards;
  readonly asker: Asker;
  /** Shows a page in the browser. */
  readonly showPage: (url: string) => void;
}

/** How publishing ended; only `published` changed something on the Hub. */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly message: string; readonly page: string }
  | { readonly kind: 'merged' | 'refused' | 'failed'; readonly message: string }
  | { readonly kind: 'not-signed-in'; readonly message: string }
  | { readonly kind: 'cancelled' };

/** A draft on its way, with what the Hub has now. */
interface Sending {
  readonly document: vscode.TextDocument;
  readonly reference: HubReference;
  readonly draft: Uint8Array;
  readonly connection: HubConnection;
  /** What the Hub has now; null for a card that it has not yet. */
  readonly current: HubBase | null;
  readonly parent: string;
}

/**
 * Publishes the draft of a card where the person says. Whatever fails, the draft stays as it was; where the Hub's card
 * has changed meanwhile, the two are merged first. `message` is the first line for the title and the rest below it.
 */
export async function publish(
  document: vscode.TextDocument,
  parts: PublishParts,
  message = '',
): Promise<PublishOutcome> {
  const { session, cards, asker } = parts;
  const reference = hubReference(document.uri);
  if (reference === null) return refused('This is no card of the Hub; open one by "Model Card: Open from Hub…".');
  if (document.isDirty && !(await document.save()))
    return refused('The card could not be saved; save it, then publish.');
  const record = await cards.record(document.uri);
  if (!record?.draft) return refused('There is nothing to publish: the card is as on the Hub.');
  if (hasConflictMarks(textOf(record.draft.content))) {
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

  const options = placeOptions(reference, publishing);
  const { noPullRequest, open } = publishing;
  if (options.length === 0 && noPullRequest) return refused(noPullRequest.message);
  const place = await asker.pick(`Publish ${reference.path} of ${reference.model}`, options);
  if (place === undefined) return { kind: 'cancelled' };
  const base = textOf(record.base?.content ?? new Uint8Array());
  if (place.kind === 'new-pull-request') {
    const decision = await checkDuplicates(connection, { model: reference.model, base, open }, asker);
    if (decision.kind === 'open-existing') parts.showPage(decision.url);
    if (decision.kind !== 'create') return { kind: 'cancelled' };
  }
  const words = await askWords(message, base, textOf(record.draft.content), asker);
  if (words === null) return { kind: 'cancelled' };
  const sending = { document, reference, draft: record.draft.content, connection, current, parent };
  return place.kind === 'pull-request' && `refs/pr/${place.number}` !== reference.revision
    ? addToPullRequest(sending, place.number, words, base, parts)
    : send(sending, place, words, parts);
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
  const text = textOf(base?.content ?? new Uint8Array());
  return { kind: 'merged', message: await mergeIntoDraft(cards, { document, base: text, theirs, name }) };
}

async function askWords(
  message: string,
  before: string,
  after: string,
  asker: Asker,
): Promise<{ readonly title: string; readonly description: string } | null> {
  const [first = '', ...rest] = message.trim().split('\n');
  if (first !== '') return { title: first, description: rest.join('\n').trim() };
  const summary = changeSummary(before, after, loadCore());
  const title = await asker.type({
    title: 'Publish: Title',
    prompt: 'What the change does, in a line',
    value: summary.title,
    check: (text) => (text.length < 3 || text.length > 200 ? 'Take between 3 and 200 characters.' : null),
  });
  if (title === undefined) return null;
  const description = await asker.type({
    title: 'Publish: Description',
    prompt: 'Why, for those who read it; may stay empty',
    value: summary.description.replaceAll('\n', ' '),
  });
  return description === undefined ? null : { title: title.trim(), description: description.trim() };
}

type Words = NonNullable<Awaited<ReturnType<typeof askWords>>>;

async function send(sending: Sending, place: PublishPlace, words: Words, parts: PublishParts): Promise<PublishOutcome> {
  const { document, reference, draft, connection, parent } = sending;
  const newPullRequest = place.kind === 'new-pull-request';
  const done = await commit(connection, reference, { content: draft, parent, newPullRequest, words });
  if (!done.ok) {
    if (done.failure.kind !== 'branch-moved') return failed(done.failure);
    return { kind: 'failed', message: 'The branch moved this very moment, so nothing was written; publish again.' };
  }
  const { pullRequest, commit: oid, url: page } = done.value;
  if (pullRequest === undefined) {
    await parts.cards.published(document.uri, draft, oid);
    return { kind: 'published', message: `Published to ${reference.revision} of ${reference.model}.`, page };
  }
  await moveToPullRequest(document, reference, pullRequest, { draft, content: draft, commit: oid }, parts);
  return { kind: 'published', message: `Opened pull request #${pullRequest} on ${reference.model}.`, page };
}

/** Brings the draft to the branch of a pull request that is open; where both change the same lines, by hand there. */
async function addToPullRequest(
  { document, reference, draft, connection }: Sending,
  number: number,
  words: Words,
  base: string,
  parts: PublishParts,
): Promise<PublishOutcome> {
  const { cards } = parts;
  const target = { ...reference, revision: `refs/pr/${number}` };
  const there = await withProgress(`Reading pull request #${number}`, (signal) => cards.read(target, null, signal));
  if (!there.ok) return failed(there.failure);
  const name = `pull request #${number}`;
  const names = { ours: 'Your draft', theirs: name };
  const merged = threeWay(base, textOf(draft), textOf(there.value.content), names);
  if (merged.conflicts > 0) {
    const uri = withReference(document.uri, target);
    const other = await vscode.workspace.openTextDocument(uri);
    const merge = { document: other, base, ours: textOf(draft), theirs: there.value, name };
    return { kind: 'merged', message: await mergeIntoDraft(cards, merge) };
  }
  const content = new TextEncoder().encode(merged.text);
  const done = await commit(connection, target, { content, parent: there.value.commit, newPullRequest: false, words });
  if (!done.ok) return failed(done.failure);
  await moveToPullRequest(document, reference, number, { draft, content, commit: done.value.commit }, parts);
  const page = `${connection.hubUrl}/${reference.model}/discussions/${number}`;
  return { kind: 'published', message: `Added to pull request #${number} of ${reference.model}.`, page };
}

interface Change {
  readonly content: Uint8Array;
  readonly parent: string;
  readonly newPullRequest: boolean;
  readonly words: Words;
}

function commit(
  connection: HubConnection,
  { model, revision, path }: HubReference,
  { content, parent, newPullRequest, words }: Change,
) {
  const { title, description } = words;
  const request = {
    ...{ model, revision, title, newPullRequest, parentCommit: parent },
    ...(description !== '' && { description }),
    files: [{ path, content }],
  };
  return withProgress(`Publishing to ${model}`, (signal) => loadHub().writeCommit(connection, request, signal));
}

/** Shows the card on the pull request's branch; what was typed meanwhile stays a draft where it was. */
async function moveToPullRequest(
  document: vscode.TextDocument,
  reference: HubReference,
  number: number,
  {
    draft,
    content,
    commit: oid,
  }: { readonly draft: Uint8Array; readonly content: Uint8Array; readonly commit: string },
  { cards }: PublishParts,
): Promise<void> {
  const uri = withReference(document.uri, { ...reference, revision: `refs/pr/${number}` });
  await cards.published(uri, content, oid);
  await vscode.window.showTextDocument(uri, { preview: false });
  if (!document.isDirty) await cards.discard(document.uri, draft);
}

function failed(failure: HubFailure): PublishOutcome {
  if (failure.kind === 'cancelled') return { kind: 'cancelled' };
  if (failure.kind === 'not-signed-in') return { kind: 'not-signed-in', message: failure.message };
  return { kind: 'failed', message: failure.message };
}

function refused(message: string): PublishOutcome {
  return { kind: 'refused', message };
}

function textOf(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}
