import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardKind } from '../card/cardKind';
import { placeOfCard } from '../cardPlace';
import type { FileCard, FoundCard } from './card';

/**
 * The cards in a folder and those below it, one after the other: the `README.md` that is not a dataset's or a Space's.
 * A folder that cannot be read is told where its cards would stand.
 */
export function* cardsIn(folder: string): Iterable<FoundCard> {
  const entries = entriesOf(folder);
  if (typeof entries === 'string') {
    yield {
      kind: 'failed',
      card: folder,
      message: `The folder cannot be read, so its cards are left out: ${entries}.`,
    };
    return;
  }
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

function entriesOf(folder: string): readonly Dirent[] | string {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** What cannot be read counts as a card, so that it is told why. */
function isModelCard(file: string): boolean {
  const text = readIfThere(file);
  if (text === null) return true;
  const { repositoryId: id } = placeOfCard(file);
  const repository = id === undefined ? null : ({ kind: 'model', id } as const);
  return cardKind({ text, name: 'README.md', repository, bySetting: undefined }) !== 'other';
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
