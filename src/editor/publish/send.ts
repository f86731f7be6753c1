import * as vscode from 'vscode';
import type { HubConnection, HubReference } from '../../hub/index';
import { loadCore } from '../cardCore';
import { loadHub } from '../hubClient';
import { textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { withReference } from '../hubFiles/hubUri';
import { withProgress } from '../progress';
import { mergeIntoDraft } from './mergeIntoDraft';
import { failed, type PublishOutcome } from './outcome';
import type { PublishPlace } from './publishPlace';
import type { Words } from './words';

/** A draft on its way. */
export interface Sending {
  readonly document: vscode.TextDocument;
  readonly reference: HubReference;
  readonly draft: Uint8Array;
  /** What the draft was made on. */
  readonly base: string;
  /** The commit that the card's revision names now. */
  readonly parent: string;
  readonly words: Words;
  readonly connection: HubConnection;
}

/** Sends a draft to the place that was chosen. */
export function send(sending: Sending, place: PublishPlace, cards: HubCards): Promise<PublishOutcome> {
  return place.kind === 'pull-request' && `refs/pr/${place.number}` !== sending.reference.revision
    ? addToPullRequest(sending, place.number, cards)
    : sendAsItIs(sending, place, cards);
}

async function sendAsItIs(sending: Sending, place: PublishPlace, cards: HubCards): Promise<PublishOutcome> {
  const { document, reference, draft, parent } = sending;
  const newPullRequest = place.kind === 'new-pull-request';
  const done = await commit(sending, reference, { content: draft, parent, newPullRequest });
  if (!done.ok) {
    if (done.failure.kind !== 'branch-moved') return failed(done.failure);
    return { kind: 'failed', message: 'The branch moved this very moment, so nothing was written; publish again.' };
  }
  const { pullRequest, commit: oid, url: page } = done.value;
  if (pullRequest === undefined) {
    await cards.published(document.uri, draft, oid);
    return { kind: 'published', message: `Published to ${reference.revision} of ${reference.model}.`, page };
  }
  await moveToPullRequest(sending, pullRequest, { content: draft, commit: oid }, cards);
  return { kind: 'published', message: `Opened pull request #${pullRequest} on ${reference.model}.`, page };
}

/** Brings the draft to the branch of a pull request that is open; where both change the same lines, by hand there. */
async function addToPullRequest(sending: Sending, number: number, cards: HubCards): Promise<PublishOutcome> {
  const { document, reference, draft, base, connection } = sending;
  const target = { ...reference, revision: `refs/pr/${number}` };
  const there = await withProgress(`Reading pull request #${number}`, (signal) => cards.read(target, null, signal));
  if (!there.ok) return failed(there.failure);
  const name = `pull request #${number}`;
  const names = { ours: 'Your draft', theirs: name };
  const merged = loadCore().threeWay(base, textOf(draft), textOf(there.value.content), names);
  if (merged.conflicts > 0) {
    const uri = withReference(document.uri, target);
    const other = await vscode.workspace.openTextDocument(uri);
    const merge = { document: other, base, ours: textOf(draft), theirs: there.value, name };
    return { kind: 'merged', message: await mergeIntoDraft(cards, merge) };
  }
  const content = new TextEncoder().encode(merged.text);
  const done = await commit(sending, target, { content, parent: there.value.commit, newPullRequest: false });
  if (!done.ok) return failed(done.failure);
  await moveToPullRequest(sending, number, { content, commit: done.value.commit }, cards);
  const page = `${connection.hubUrl}/${reference.model}/discussions/${number}`;
  return { kind: 'published', message: `Added to pull request #${number} of ${reference.model}.`, page };
}

interface Change {
  readonly content: Uint8Array;
  readonly parent: string;
  readonly newPullRequest: boolean;
}

function commit(
  { words: { title, description }, connection }: Sending,
  { model, revision, path }: HubReference,
  { content, parent, newPullRequest }: Change,
) {
  const request = {
    ...{ model, revision, title, newPullRequest, parentCommit: parent },
    ...(description !== '' && { description }),
    files: [{ path, content }],
  };
  return withProgress(`Publishing to ${model}`, (signal) => loadHub().writeCommit(connection, request, signal));
}

/** Shows the card on the pull request's branch; what was typed meanwhile stays a draft where it was. */
async function moveToPullRequest(
  { document, reference, draft }: Sending,
  number: number,
  { content, commit: oid }: { readonly content: Uint8Array; readonly commit: string },
  cards: HubCards,
): Promise<void> {
  const uri = withReference(document.uri, { ...reference, revision: `refs/pr/${number}` });
  await cards.published(uri, content, oid);
  await vscode.window.showTextDocument(uri, { preview: false });
  if (!document.isDirty) await cards.discard(document.uri, draft);
}
