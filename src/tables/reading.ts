/** How a table of scores is laid out. `long` has one row per (benchmark, model, value). */
export type Orientation = 'benchmarks-in-rows' | 'models-in-rows' | 'single-model' | 'long';

/** A number as the table states it. */
export interface ScoreNumber {
  readonly value: number;
  /** The digits as written, in plain ASCII form (`85.20`, `1287`, `-1.5`): what is written into the card. */
  readonly text: string;
  /** What the header says of this one of a pair (`matched` of "MNLI (matched/mismatched)"), where it says so. */
  readonly part?: string;
}

/** One score of one model: the content of one cell (or of one long-format row). */
export interface Score {
  /** The benchmark as plain text, without footnote marks, arrows and shots. */
  readonly name: string;
  /** One number; several for a pair such as `85.2 / 83.1`. */
  readonly numbers: readonly ScoreNumber[];
  /** The stated uncertainty (`0.3` of `85.2 ± 0.3`), as written. */
  readonly uncertainty?: string;
  /** Section row, category column, upper header, or the heading above. */
  readonly group?: string;
  readonly groupSource?: 'table' | 'heading';
  readonly metric?: string;
  readonly shots?: number;
  readonly unit?: '%';
  /** Dataset configuration, split or version where the table has a column for it (`strict-match`, `test`). */
  readonly config?: string;
  readonly split?: string;
  /** false where the header or the cell says that lower is better (↓), true where it says higher (↑). */
  readonly higherIsBetter?: boolean;
  /** The cell the numbers stand in. */
  readonly row: number;
  readonly column: number;
  /** 1-based line of that cell. */
  readonly line: number;
}

/** One model of a table with its scores; in a single-model table the name is empty. */
export interface ModelReading {
  readonly name: string;
  readonly scores: readonly Score[];
  /** The row (models in rows) or column (benchmarks in rows) that holds it, where there is just one. */
  readonly row?: number;
  readonly column?: number;
}

/** Why a table holds no scores, as a code; `NO_SCORES_LABEL` has the word or two that a person sees. */
export type NoScoresReason =
  | 'downloads'
  | 'hyper-parameters'
  | 'hardware'
  | 'training-log'
  | 'prompts'
  | 'layout'
  | 'model-specs'
  | 'speed'
  | 'no-numbers'
  | 'empty'
  | 'text'
  | 'other-numbers';

/** Why a table holds no scores, in the word or two that a person sees. */
export const NO_SCORES_LABEL: Readonly<Record<NoScoresReason, string>> = {
  downloads: 'downloads',
  'hyper-parameters': 'hyper-parameters',
  hardware: 'hardware',
  'training-log': 'training log',
  prompts: 'prompts',
  layout: 'layout',
  'model-specs': 'model sizes',
  speed: 'speed',
  'no-numbers': 'no numbers',
  empty: 'empty table',
  text: 'text',
  'other-numbers': 'other numbers',
};

/** A cell with content that was not taken as a score although it stands among scores, and why. */
export interface SkippedCell {
  readonly row: number;
  readonly column: number;
  readonly reason: 'missing' | 'not-a-number' | 'size' | 'rank' | 'speed' | 'shots' | 'date' | 'delta' | 'other';
}

/** What a table says: its models and their scores, or the reason why there are none. */
export interface TableReading {
  readonly evaluation: boolean;
  readonly noScores?: NoScoresReason;
  readonly orientation: Orientation | null;
  /** For a table that is no evaluation table: what a person would get who forces it; may be empty. */
  readonly models: readonly ModelReading[];
  /** Number of benchmarks (distinct name, metric, shots, group) over all models. */
  readonly benchmarks: number;
  readonly skipped: readonly SkippedCell[];
}
