import type { TextDocument } from 'vscode';
import type { TableSummary } from '../analysis/cardOverview';
import type { CardHandle, CardStore } from '../analysis/cardStore';
import type { ExtractionChoice } from './choice';
import type { ExtractFrom } from './extractFrom';
import type { Extraction } from './extraction';
import { findAnchored } from './tableAnchor';

/** An extraction worked out on the newest text of a card. */
export interface CurrentExtraction {
  readonly card: CardHandle;
  /** The table that was meant; null for scores from elsewhere. */
  readonly table: TableSummary | null;
  readonly extraction: Extraction;
}

const MOST_TRIES = 5;

/** Works an extraction out on the newest text; null where the table is gone from the card. */
export async function extractNow(
  store: CardStore,
  document: TextDocument,
  from: ExtractFrom,
  choice: ExtractionChoice,
): Promise<CurrentExtraction | null> {
  // The card may change again while the extraction is worked out.
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const card = await store.openNewest(document);
    if (card === null) return null;
    const table = from.kind === 'table' ? findAnchored(card.overview.tables, from.anchor) : null;
    const what = from.kind === 'scores' ? from : table?.number;
    if (what === undefined) return null;
    const extraction = await card.extract(what, choice);
    if (extraction !== null && card.version === document.version) return { card, table, extraction };
  }
  return null;
}
