import type { FailedCard } from './outcome';

/** The card of a model on the Hub. */
export interface HubCard {
  readonly kind: 'hub';
  readonly model: string;
}

/** A card that lies here. */
export interface FileCard {
  readonly kind: 'file';
  readonly file: string;
  /** The name of its folder. */
  readonly folder: string;
  /** The model of the Hub that the folder is a clone of. */
  readonly repositoryId?: string;
}

/** A card that a batch is about. */
export type BatchCard = HubCard | FileCard;

/** What a source finds: a card, or why some of its cards cannot be told. */
export type FoundCard = BatchCard | FailedCard;

/** What a card is called in lists, reports and the journal: its model, or its path. */
export function cardName(card: FoundCard): string {
  if (card.kind === 'failed') return card.card;
  return card.kind === 'hub' ? card.model : card.file;
}

/** The model of the Hub that it is the card of, where that is known. */
export function modelOf(card: FoundCard): string | undefined {
  if (card.kind === 'failed') return undefined;
  return card.kind === 'hub' ? card.model : card.repositoryId;
}

/** The path of a card in its repository. */
export const CARD_PATH = 'README.md';
