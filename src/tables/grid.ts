import type { TextRange } from '../card/text';

/** One cell of a table. Its range is the trimmed content as it stands in the card, markup included. */
export interface Cell extends TextRange {
  /** The position of its upper left corner in the grid, 0-based. */
  readonly row: number;
  readonly column: number;
  /** How many grid rows and columns it covers, clipped to the table as browsers do. */
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** A `<th>`, or a cell of a Markdown table's header row. */
  readonly header: boolean;
}

/** A table as a rectangle of cells. A spanning cell stands (the same object) in every place it covers; `null` where there is none. */
export interface Grid extends TextRange {
  readonly kind: 'markdown' | 'html';
  /** 1-based lines in the whole card: of the header row or the `<table>` tag, and of the table's last line. */
  readonly line: number;
  readonly endLine: number;
  /** Plain text of the headings above the table, outermost first; the last is the nearest. */
  readonly headings: readonly string[];
  /** Plain text of the `<caption>`, or of a short paragraph right above the table (a lead-in such as "Results on MTEB:"). */
  readonly caption?: string;
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Leading rows that are headers by the markup: 1 for Markdown; `<thead>` rows or leading all-`<th>` rows for HTML, may be 0. */
  readonly headerRows: number;
}

/** A block that nearly is a table, and the reason why no reader would show it as one. */
export interface NearTable extends TextRange {
  readonly line: number;
  readonly endLine: number;
  /** `no-blank-line`: it continues a paragraph or a block of HTML; `blank-line-inside`: empty lines part its rows. */
  readonly reason:
    'no-delimiter-row' | 'delimiter-width' | 'no-header-row' | 'no-blank-line' | 'blank-line-inside' | 'unclosed-table';
  /** The reason as a sentence that a person can act on. */
  readonly message: string;
}

/** Every table of a card in the order of the text, and the blocks that are nearly one. */
export interface FoundTables {
  /** Plain text of the first heading of the card. */
  readonly title?: string;
  readonly tables: readonly Grid[];
  readonly nearTables: readonly NearTable[];
}
