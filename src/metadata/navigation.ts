import type { TextRange } from '../card/text';
import type { MetadataDocument } from '../results/modelIndex/document';
import { type MetadataLink, metadataLinks } from './links';
import { type OutlineItem, outlineOf, topLevelRanges } from './outline';

/** What helps to find one's way in front matter, as plain data; ranges are the card's. */
export interface Navigation {
  readonly links: readonly MetadataLink[];
  readonly outline: readonly OutlineItem[];
  /** The top-level keys with their values. */
  readonly topLevel: readonly TextRange[];
}

/** Reads parsed front matter for its links and its outline. */
export function navigationOf(metadata: MetadataDocument): Navigation {
  return { links: metadataLinks(metadata), outline: outlineOf(metadata), topLevel: topLevelRanges(metadata) };
}
