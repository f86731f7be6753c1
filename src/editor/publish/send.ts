import * as vscode from 'vscode';
import type { HubConnection, HubReference } from '../../hub/index';
import { loadCore } from '../cardCore';
import { loadHub } from '../hubClient';
import { textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { withReference } from '../hubFiles/hubUri';
import { withProgress } from '../progress';
import type { FileDraft } from './fileDrafts';
import { mergeIntoDraft } from './mergeIntoDraft';
import { failed, type PublishOutcome } from './outcome';
import type { PublishPlace } from './publishPlace';
import type { Words } from './words';

/** Drafts on their way, as one change. */
export interface Sending {
  /** What publishing was asked of, and what it is on the Hub. */
  readonly document: vscode.TextDocument;
  readonly reference: HubReference;
  readonly drafts: readonly FileDraft[];
  /** The commit that the card's revision names now. */
  readonly parent: string;
  readonly words: Words;
  readonly connection: HubConnection;
}

/** What a draft becomes on the Hub. */
interface SentFile {
  readonly draft: FileDraft;
  readonly content: Uint8Array;
}

/** Sends drafts to the place that was chosen. */
export function send(sending: Sending, place: PublishPlace, cards: HubCards): Promise<PublishOutcome> {
  return place.kind === 'pull-request' && `refs/pr/${place.number}` !== sending.reference.revision
    ? addToPullRequest(sending, place.number, cards)
    : sendAsItIs(sending, place, cards);
}

async function sendAsItIs(sending: Sending, place: PublishPlace, cards: HubCards): Promise<PublishOutcome> {
  const { reference, drafts, parent } = sending;
  const newPullRequest = place.kind === 'new-pull-request';
  const files = drafts.map((draft) => ({ draft, content: draft.record.draft.content }));
  const done = await commit(sending, reference, { files, parent, newPullRequest });
  if (!done.ok) {
    if (done.failure.kind !== 'branch-moved') return failed(done.failure);
    return { kind: 'failed', message: 'The branch moved this very moment, so nothing was written; publish again.' };
  }
  const { pullRequest, commit: oid, url: page } = done.value;
  if (pullRequest === undefined) {
    for (const { draft, content } of files) await cards.published(draft.uri, content, oid);
    return { kind: 'published', message: `Published to ${reference.revision} of ${reference.model}.`, page };
  }
  await moveToPullRequest(sending, pullRequest, { files, commit: oid }, cards);
  return { kind: 'published', message: `Opened pull request #${pullRequest} on ${reference.model}.`, page };
}

/** Brings the drafts to the branch of a pull request that is open; where both change the same lines, by hand there. */
async function addToPullRequest(sending: Sending, number: number, cards: HubCards): Promise<PublishOutcome> {
  const { reference, drafts, connection } = sending;
  const revision = `refs/pr/${number}`;
  const name = `pull request #${number}`;
  const info = await withProgress(`Reading ${name}`, (signal) =>
    loadHub().modelInfo(connection, { model: reference.model, revision }, signal),
  );
  if (!info.ok) return failed(info.failure);
  const files: SentFile[] = [];
  for (const draft of drafts) {
    const target = { ...draft.reference, revision };
    const ours = textOf(draft.record.draft.content);
    const base = textOf(draft.record.base?.content);
    const there = await withProgress(`Reading ${name}`, (signal) => cards.read(target, null, signal));
    if (!there.ok && there.failure.kind === 'missing-file' && draft.record.base === null) {
      files.push({ draft, content: draft.record.draft.content });
      continue;
    }
    if (!there.ok) return failed(there.failure);
    const merged = loadCore().threeWay(base, ours, textOf(there.value.content), { ours: 'Your draft', theirs: name });
    if (merged.conflicts > 0) {
      const document = await vscode.workspace.openTextDocument(withReference(draft.uri, target));
      const merge = { document, base, ours, theirs: there.value, name };
      return { kind: 'merged', message: await mergeIntoDraft(cards, merge) };
    }
    files.push({ draft, content: new TextEncoder().encode(merged.text) });
  }
  const change = { files, parent: info.value.commit, newPullRequest: false };
  const done = await commit(sending, { ...reference, revision }, change);
  if (!done.ok) return failed(done.failure);
  await moveToPullRequest(sending, number, { files, commit: done.value.commit }, cards);
  const page = `${connection.hubUrl}/${reference.model}/discussions/${number}`;
  return { kind: 'published', message: `Added to pull request #${number} of ${reference.model}.`, page };
}

interface Change {
  readonly files: readonly SentFile[];
  readonly parent: string;
  readonly newPullRequest: boolean;
}

function commit(
  { words: { title, description }, connection }: Sending,
  { model, revision }: HubReference,
  { files, parent, newPullRequest }: Change,
) {
  const request = {
    ...{ model, revision, title, newPullRequest, parentCommit: parent },
    ...(description !== '' && { description }),
    files: files.map(({ draft, content }) => ({ path: draft.reference.path, content })),
  };
  return withProgress(`Publishing to ${model}`, (signal) => loadHub().writeCommit(connection, request, signal));
}

/** Shows the files on the pull request's branch; what was typed meanwhile stays a draft where it was. */
async function moveToPullRequest(
  { document, reference }: Sending,
  number: number,
  { files, commit: oid }: { readonly files: readonly SentFile[]; readonly commit: string },
  cards: HubCards,
): Promise<void> {
  const revision = `refs/pr/${number}`;
  for (const { draft, content } of files) {
    await cards.published(withReference(draft.uri, { ...draft.reference, revision }), content, oid);
  }
  await vscode.window.showTextDocument(withReference(document.uri, { ...reference, revision }), { preview: false });
  const unsaved = new Set(
    vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty).map(({ uri }) => uri.toString()),
  );
  for (const { draft } of files) {
    if (!unsaved.has(draft.uri.toString())) await cards.discard(draft.uri, draft.record.draft.content);
  }
}
