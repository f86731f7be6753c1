/** What one cell of a pasted table says, as inline Markdown on one line; never empty. */
export interface PastedCell {
  readonly markdown: string;
}

/** A pasted table as rows of any length. A spanning cell stands (the same object) in every place it covers. */
export interface PastedTable {
  readonly rows: readonly (readonly (PastedCell | null)[])[];
  /** How many leading rows are headers by the markup; 0 where it does not say. */
  readonly headerRows: number;
  /** Inline Markdown of the title above or below it. */
  readonly caption?: string;
}

/** A cell of that Markdown; null where it says nothing. */
export function pastedCell(markdown: string): PastedCell | null {
  return markdown === '' ? null : { markdown };
}
