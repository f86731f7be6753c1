import type { TableSummary } from '../analysis/cardOverview';

/** How a table is found again after the card has changed. */
export interface TableAnchor {
  /** 1-based line of the table. */
  readonly line: number;
  readonly header: string;
  readonly checksum: string;
  /** Checksums of the card's other tables with this header. */
  readonly siblings: readonly string[];
}

/** A change of a text, by 0-based lines, as the editor reports it. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly text: string;
}

/** The anchor of a table as it is now, among the `tables` of its card where those are known. */
export function anchorOf(table: TableSummary, tables: readonly TableSummary[] = []): TableAnchor {
  const { line, header, checksum } = table;
  const siblings = tables.filter((other) => other !== table && other.header === header).map((other) => other.checksum);
  return { line, header, checksum, siblings };
}

/** Moves an anchor along with changes above it. */
export function moveAnchor(anchor: TableAnchor, changes: readonly LineChange[]): TableAnchor {
  const moved = changes
    .filter(({ lastLine }) => lastLine < anchor.line - 1)
    .reduce((sum, { firstLine, lastLine, text }) => sum + text.split('\n').length - 1 - (lastLine - firstLine), 0);
  return { ...anchor, line: Math.max(1, anchor.line + moved) };
}

/**
 * Finds the table again: the same text, else the same header (but none of the tables that stood beside it with that
 * header), else what stands in the same place; nearest first.
 */
export function findAnchored(tables: readonly TableSummary[], anchor: TableAnchor): TableSummary | null {
  const nearest = [...tables].sort((a, b) => Math.abs(a.line - anchor.line) - Math.abs(b.line - anchor.line));
  const others = nearest.filter(({ checksum }) => !anchor.siblings.includes(checksum));
  return (
    nearest.find(({ checksum }) => checksum === anchor.checksum) ??
    others.find(({ header }) => header !== '' && header === anchor.header) ??
    others.find(({ line, endLine }) => line <= anchor.line && anchor.line <= endLine) ??
    null
  );
}
