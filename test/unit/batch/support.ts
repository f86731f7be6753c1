import { readFileSync } from 'node:fs';
import type { BatchCard } from '../../../src/batch/card';
import { type CardChange, changeOf, type NoChange } from '../../../src/batch/change';
import { checkText, type Knowledge } from '../../../src/batch/checkedCard';
import { parseBenchmarks } from '../../../src/core';
import { readTerms } from '../../../src/metadata';

/** The card of the tests. */
export const CARD: BatchCard = { kind: 'hub', model: 'acme/Anvil-7B' };

/** The data files of the product. */
export const KNOWLEDGE: Knowledge = { benchmarks: parseBenchmarks(readData('benchmarks')), terms: readTerms(readData) };

/** What a batch would change in a text of the card. */
export function change(text: string): CardChange | NoChange {
  return changeOf(CARD, checkText(CARD, text, KNOWLEDGE), KNOWLEDGE);
}

/** The change, where there must be one. */
export function changed(text: string): CardChange {
  const found = change(text);
  if (found.kind === 'none') throw new Error(found.message ?? 'Nothing is changed.');
  return found;
}

/** Joins the lines of a fixture. */
export function lines(...texts: readonly string[]): string {
  return `${texts.join('\n')}\n`;
}

function readData(name: string): unknown {
  return JSON.parse(readFileSync(`media/data/${name}.json`, 'utf8'));
}
