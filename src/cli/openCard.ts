import type { CardAnalysis, CardName } from '../results/types';
import { placeOfCard } from './cardPlace';
import { loadCore } from './core';
import type { Failure } from './exit';
import { readCard } from './readCard';

/** A card that was read and understood, and the names its model goes by. */
export interface Card {
  readonly kind: 'card';
  readonly file: string;
  readonly text: string;
  readonly analysis: CardAnalysis;
  readonly names: readonly CardName[];
  /** The model repository of the Hub it comes from. */
  readonly repositoryId?: string;
}

/** Reads and analyses a card, and looks where it comes from. */
export function openCard(file: string): Card | Failure {
  const card = readCard(file);
  if (card.kind === 'failure') return card;
  const { analyzeCard, cardNames } = loadCore();
  const analysis = analyzeCard(card.text);
  const place = placeOfCard(file);
  const { repositoryId } = place;
  return {
    ...card,
    file,
    analysis,
    names: cardNames(analysis, place),
    ...(repositoryId !== undefined && { repositoryId }),
  };
}
