/** A table as it is shown: plain texts in a rectangle. Number and line are 0 for one that does not stand in the card. */
export interface TableContent {
  readonly number: number;
  readonly line: number;
  readonly headings: readonly string[];
  readonly caption: string;
  /** What a person should know of all of it, a sentence each. */
  readonly notes: readonly string[];
  readonly headerRows: number;
  /** For each row its cells from left to right; a cell that spans stands only where it begins. */
  readonly rows: readonly (readonly CellContent[])[];
  /** How many rows and columns are left out, because so many cells help nobody. */
  readonly rowsLeftOut: number;
  readonly columnsLeftOut: number;
}

/** One cell as it is shown. */
export interface CellContent {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly header: boolean;
  readonly text: string;
  /** Why the cell was not taken as a score although it stands among scores; empty where there is nothing to say. */
  readonly skipped: string;
}
