import type { CardName, Standing } from '../../results/types';

/** What the place of a card tells about its model. */
export interface CardPlace {
  /** The model repository of the Hub that the card comes from. */
  readonly repositoryId?: string;
  /** The name of the card's folder. */
  readonly folder?: string;
  /** Its file begins with a byte order mark, which the editor's text does not show. */
  readonly byteOrderMark?: boolean;
}

/** What lenses and lists say of a table, without its cells. */
export interface TableSummary {
  readonly number: number;
  /** 1-based lines in the card. */
  readonly line: number;
  readonly endLine: number;
  /** The nearest heading, else the caption; empty where there is neither. */
  readonly title: string;
  /** Plain text of the first row. */
  readonly header: string;
  /** A checksum of the table's source: the same text has the same one. */
  readonly checksum: string;
  readonly evaluation: boolean;
  /** Why it holds no scores, in a word or two. */
  readonly reason: string;
  readonly models: number;
  readonly benchmarks: number;
  /** null where model-index claims nothing yet. */
  readonly standing: Standing | null;
}

/** A block that nearly is a table. */
export interface NearTableSummary {
  readonly line: number;
  readonly message: string;
}

/** All that lenses and lists say of one version of a card. */
export interface CardOverview {
  readonly names: readonly CardName[];
  readonly tables: readonly TableSummary[];
  readonly nearTables: readonly NearTableSummary[];
}
