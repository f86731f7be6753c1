import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FileCard } from '../batch';
import { cardKind } from '../card/cardKind';
import { placeOfCard } from './cardPlace';
import { readCard } from './readCard';

/** The cards in a folder and those below it, one after the other: the `README.md` that is not a data set's or a Space's. */
export function* cardsIn(folder: string): Iterable<FileCard> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules') yield* cardsIn(path);
    if (entry.isFile() && entry.name.toLowerCase() === 'readme.md' && isModelCard(path)) yield cardAt(path);
  }
}

/** A card that lies here, with what its place tells of its model. */
export function cardAt(file: string): FileCard {
  return { kind: 'file', file, ...placeOfCard(file) };
}

/** What cannot be read counts as a card, so that it is told why. */
function isModelCard(file: string): boolean {
  const read = readCard(file);
  if (read.kind === 'failure') return true;
  const { repositoryId: id } = placeOfCard(file);
  const repository = id === undefined ? null : ({ kind: 'model', id } as const);
  return cardKind({ text: read.text, name: 'README.md', repository, bySetting: undefined }) !== 'other';
}
