import * as vscode from 'vscode';
import type { HubConnection, HubResult } from '../../hub/index';
import type { HubSession } from '../account/hubSession';
import type { Asker } from '../asker';
import { loadCore } from '../cardCore';
import { loadHub } from '../hubClient';
import { type CardRecord, type HubBase, sameContent, textOf } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';
import { hubReference, isEvalFile } from '../hubFiles/hubUri';
import { count } from '../../plural';
import { withProgress } from '../progress';
import { checkDuplicates } from './duplicateCheck';
import { draftsWith, type FileDraft, saveWith } from './fileDrafts';
import { mergeIntoDraft } from './mergeIntoDraft';
import { failed, type PublishOutcome, refused } from './outcome';
import { placeOptions, publishingOf } from './publishPlace';
import { send } from './send';
import { askWords, type ChangedCard } from './words';

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
 * Publishes the draft of a card where the person says, and with it those of its results for leaderboards. Whatever fails,
 * the drafts stay as they were; where a file has changed on the Hub meanwhile, the two are merged first.
 */
export async function publish(
  document: vscode.TextDocument,
  parts: PublishParts,
  { message = '', directCommit = true }: PublishWishes = {},
): Promise<PublishOutcome> {
  const { session, cards, asker } = parts;
  const reference = hubReference(document.uri);
  if (reference === null) return refused('This is no card of the Hub; open one by "Model Card: Open from Hub…".');
  if (!(await saveWith(document))) return refused('The card could not be saved; save it, then publish.');
  const drafts = await draftsWith(document, cards);
  if (drafts.length === 0) return refused('There is nothing to publish: the card is as on the Hub.');
  if (drafts.some(({ record }) => loadCore().hasConflictMarks(textOf(record.draft.content)))) {
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
    const states: PresentState[] = [];
    for (const draft of drafts) {
      const state = await presentState(parts, connection, draft, signal);
      if (!state.ok) return state;
      states.push(state.value);
    }
    const publishing = await publishingOf(connection, account.value, reference, signal);
    return publishing.ok ? { ok: true as const, value: { states, publishing: publishing.value } } : publishing;
  });
  if (!asked.ok) return failed(asked.failure);
  const { states, publishing } = asked.value;
  for (const [index, draft] of drafts.entries()) {
    const current = states[index]?.current ?? null;
    if (hasMoved(draft.record, current)) return offerMerge(draft, current, parts);
  }

  const options = placeOptions(reference, publishing).filter(({ value }) => directCommit || value.kind !== 'commit');
  const { noPullRequest, open } = publishing;
  if (options.length === 0 && noPullRequest) return refused(noPullRequest.message);
  const place = await asker.pick(`Publish ${namesOf(drafts)} of ${reference.model}`, options);
  if (place === undefined) return { kind: 'cancelled' };
  const change = changeOf(drafts);
  if (place.kind === 'new-pull-request') {
    const decision = await checkDuplicates(connection, { model: reference.model, base: change.before, open }, asker);
    if (decision.kind === 'open-existing') parts.showPage(decision.url);
    if (decision.kind !== 'create') return { kind: 'cancelled' };
  }
  const words = await askWords(message, change, asker);
  if (words === null) return { kind: 'cancelled' };
  const parent = states[0]?.parent ?? '';
  return send({ document, reference, drafts, parent, words, connection }, place, cards);
}

/** `README.md`, or `README.md and 2 files of .eval_results`. */
function namesOf(drafts: readonly FileDraft[]): string {
  const others = drafts.filter(({ reference }) => !isEvalFile(reference.path)).map(({ reference }) => reference.path);
  const files = drafts.length - others.length;
  return [...others, ...(files > 0 ? [`${count(files, 'file')} of .eval_results`] : [])].join(' and ');
}

function changeOf(drafts: readonly FileDraft[]): ChangedCard {
  const card = drafts.find(({ reference }) => !isEvalFile(reference.path))?.record;
  return {
    before: textOf(card?.base?.content),
    after: textOf(card?.draft.content),
    evalFiles: drafts.filter(({ reference }) => isEvalFile(reference.path)).length,
  };
}

/** What the Hub has of a file now, and the commit that a change goes on from. */
interface PresentState {
  readonly current: HubBase | null;
  readonly parent: string;
}

async function presentState(
  { cards }: PublishParts,
  connection: HubConnection,
  { reference, record: { base } }: FileDraft,
  signal: AbortSignal,
): Promise<HubResult<PresentState>> {
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
  { uri, reference: { path, revision: name }, record: { base } }: FileDraft,
  theirs: HubBase,
  { asker, cards }: PublishParts,
): Promise<PublishOutcome> {
  const yes = await asker.confirm(
    `${isEvalFile(path) ? path : 'The card'} has changed on ${name} since you began.`,
    'Nothing was published. Both changes can be merged into your draft; Undo takes that back.',
    'Merge into Draft',
  );
  if (!yes) return { kind: 'cancelled' };
  const text = textOf(base?.content);
  const document = await vscode.workspace.openTextDocument(uri);
  return { kind: 'merged', message: await mergeIntoDraft(cards, { document, base: text, theirs, name }) };
}
