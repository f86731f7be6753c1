import { readFile } from 'node:fs/promises';
import { type HubConnection, type HubResult, readFile as readFromHub } from '../hub';
import { type BatchCard, CARD_PATH, cardName, type FileCard } from './card';
import type { FailedCard } from './outcome';

/** A card's text as its bytes say, a byte order mark included. */
export interface CardText {
  readonly kind: 'text';
  readonly text: string;
  /** On the Hub: the commit that it was read at. */
  readonly commit: string;
}

/** Reads a card from where it lies. */
export async function readCard(
  card: BatchCard,
  connection: HubConnection,
  signal: AbortSignal,
): Promise<HubResult<CardText | FailedCard>> {
  if (card.kind === 'file') return { ok: true, value: await readHere(card) };
  const read = await readFromHub(connection, { model: card.model, revision: 'main', path: CARD_PATH }, signal);
  return read.ok ? { ok: true, value: decoded(card, read.value.content, read.value.commit) } : read;
}

async function readHere(card: FileCard): Promise<CardText | FailedCard> {
  try {
    return decoded(card, await readFile(card.file), '');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', card: card.file, message: `It cannot be read: ${reason}.` };
  }
}

/** Nothing is ever replaced: what is no UTF-8 is refused. */
function decoded(card: BatchCard, bytes: Uint8Array, commit: string): CardText | FailedCard {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { kind: 'text', text, commit };
  } catch {
    return { kind: 'failed', card: cardName(card), message: 'It is not valid UTF-8; save it as UTF-8 first.' };
  }
}
