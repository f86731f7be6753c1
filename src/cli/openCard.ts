import type { CardAnalysis, CardName } from '../results/types';
import { placeOfCard, placeOnHub } from '../cardPlace';
import { loadCore } from './core';
import type { Failure } from './exit';
import { type HubCard, readSource } from './readSource';

/** A card that was read and understood, and the names its model goes by. */
export interface Card {
  readonly kind: 'card';
  readonly file: string;
  readonly text: string;
  readonly analysis: CardAnalysis;
  readonly names: readonly CardName[];
  /** The model repository of the Hub it comes from. */
  readonly repositoryId?: string;
  /** Where on the Hub it lies, unless it lies here. */
  readonly hub?: HubCard;
}

/** Reads and analyses a card from here or from the Hub, and looks where it comes from. */
export async function openCard(argument: string): Promise<Card | Failure> {
  const card = await readSource(argument);
  if (card.kind === 'failure') return card;
  const { analyzeCard, cardNames } = loadCore();
  const analysis = analyzeCard(card.text);
  const place = card.hub === undefined ? placeOfCard(argument) : placeOnHub(card.hub.model);
  const { repositoryId } = place;
  return {
    ...card,
    file: argument,
    analysis,
    names: cardNames(analysis, place),
    ...(repositoryId !== undefined && { repositoryId }),
  };
}
