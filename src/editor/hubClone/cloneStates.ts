import type * as vscode from 'vscode';
import type { HubReference, HubResult } from '../../hub/index';
import { headCommit } from '../cards/gitFolder';
import type { Repositories } from '../cards/repositories';
import type { HubBase } from '../hubFiles/cardRecord';
import type { HubCards } from '../hubFiles/hubCards';

/** The states of a card on the Hub that one here is to be brought together with. */
export interface CloneStates {
  /** What the Hub has now; null for a card that it has not yet. */
  readonly current: HubBase | null;
  /** What the clone began from; null where that is not known. */
  readonly began: HubBase | null;
}

/** Reads a card on the Hub as it is now, and at the commit that is checked out here. */
export async function readStates(
  card: vscode.Uri,
  reference: HubReference,
  { cards, repositories }: { readonly cards: HubCards; readonly repositories: Repositories },
  signal: AbortSignal,
): Promise<HubResult<CloneStates>> {
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

const LF = 10;
const CR = 13;

/** A content with the line endings of its repository: git on Windows may have given the file others. */
export function inRepository(content: Uint8Array, current: HubBase | null): Uint8Array {
  if (current === null || current.content.includes(CR)) return content;
  const isMixed = content.some((byte, at) =>
    byte === LF ? content[at - 1] !== CR : byte === CR && content[at + 1] !== LF,
  );
  return isMixed ? content : content.filter((byte) => byte !== CR);
}
