import { cardNames, parseCard } from '../core';
import { checkCard, type CheckedFile, type HubTerms } from '../metadata';
import type { ParsedCard } from '../results/analysis';
import type { Benchmarks } from '../results/benchmarks';
import type { CardName } from '../results/types';
import { type BatchCard, modelOf } from './card';

/** The data files that all cards are read with. */
export interface Knowledge {
  readonly benchmarks: Benchmarks;
  readonly terms: HubTerms;
}

/** One version of a card, read and checked. */
export interface CheckedCard {
  readonly text: string;
  readonly parsed: ParsedCard;
  /** The names that its model goes by. */
  readonly names: readonly CardName[];
  readonly checked: CheckedFile;
  /** The model of the Hub that it is the card of. */
  readonly repositoryId: string | undefined;
}

/** Reads and checks one version of a card. */
export function checkText(card: BatchCard, text: string, knowledge: Knowledge): CheckedCard {
  const repositoryId = modelOf(card);
  const parsed = parseCard(text);
  const known = { folder: folderOf(card), ...(repositoryId !== undefined && { repositoryId }) };
  const names = cardNames(parsed.analysis, known);
  return { text, parsed, names, checked: checkCard(text, parsed, { names, ...knowledge }), repositoryId };
}

/** A card on the Hub lies in its repository. */
function folderOf(card: BatchCard): string {
  return card.kind === 'hub' ? card.model.replace(/^.*\//, '') : card.folder;
}
