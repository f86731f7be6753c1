import type { ScoreSource } from '../../results/types';
import type { TableSummary } from '../analysis/cardOverview';
import { anchorOf, type TableAnchor } from './tableAnchor';

/** What is extracted: a table of the card, or scores from elsewhere. */
export type ExtractFrom = { readonly kind: 'table'; readonly anchor: TableAnchor } | ScoreSource;

/** Extracting a table as it is now, among the `tables` of its card where those are known. */
export function fromTable(table: TableSummary, tables?: readonly TableSummary[]): ExtractFrom {
  return { kind: 'table', anchor: anchorOf(table, tables) };
}
