import type { TableSummary } from '../analysis/cardOverview';

/** How a table is found again after the card has changed. */
export interface TableAnchor {
  /** 1-based line of the table. */
  readonly line: number;
  readonly header: string;
  readonly checksum: string;
}

/** A change of a text, by 0-based lines, as the editor reports it. */
export interface LineChange {
  readonly firstLine: number;
  readonly lastLine: number;
  readonly text: string;
}

/** The anchor of a table as it is now. */
export function anchorOf({ line, header, checksum }: TableSummary): TableAnchor {
  return { line, header, checksum };
}

/** Moves an anchor along with changes above it. */
export function moveAnchor(anchor: TableAnchor, changes: readonly LineChange[]): TableAnchor {
  const moved = changes
    .filter(({ lastLine }) => lastLine < anchor.line - 1)
    .reduce((sum, { firstLine, lastLine, text }) => sum + text.split('\n').length - 1 - (lastLine - firstLine), 0);
  return { ...anchor, line: Math.max(1, anchor.line + moved) };
}

/** Finds the table again: the same text, else the same header, else what stands in the same place; nearest first. */
export function findAnchored(tables: readonly TableSummary[], anchor: TableAnchor): TableSummary | null {
  const nearest = [...tables].sort((a, b) => Math.abs(a.line - anchor.line) - Math.abs(b.line - anchor.line));
  return (
    nearest.find(({ checksum }) => checksum === anchor.checksum) ??
    nearest.find(({ header }) => header !== '' && header === anchor.header) ??
    nearest.find(({ line, endLine }) => line <= anchor.line && anchor.line <= endLine) ??
    null
  );
}
