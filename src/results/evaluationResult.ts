/** A score as it is written: the number, and its digits as the source has them (`85.20`). */
export interface MetricValue {
  readonly number: number;
  readonly text: string;
}

/**
 * One evaluation result: what every source yields and every target takes. A target leaves out what it cannot say.
 * Field names follow the Hub's model-index where it has them.
 */
export interface EvaluationResult {
  readonly task: { readonly type: string; readonly name?: string };
  readonly dataset: {
    /** A Hub dataset id, or a slug that fits the Hub's pattern for one. */
    readonly type: string;
    /** The pretty name, free text. */
    readonly name: string;
    readonly config?: string;
    readonly split?: string;
    readonly revision?: string;
    readonly args?: Readonly<Record<string, string | number | boolean>>;
  };
  readonly metric: {
    readonly type: string;
    readonly name?: string;
    readonly value: MetricValue;
    readonly unit?: '%';
    readonly higherIsBetter?: boolean;
    readonly args?: Readonly<Record<string, string | number | boolean>>;
  };
  readonly shots?: number;
  /** The stated uncertainty, as written. */
  readonly standardError?: string;
  /** How many samples were evaluated; `partial` where that is not the whole benchmark. */
  readonly samples?: number;
  readonly partial?: boolean;
  /** ISO 8601 date of the measurement. */
  readonly date?: string;
  readonly source?: { readonly url: string; readonly name?: string };
  /** How it was run, where that is known. */
  readonly run?: {
    readonly framework?: string;
    readonly version?: string;
    readonly modelRevision?: string;
    readonly notes?: string;
  };
  /** Where it was read: a 1-based line of the card, or a result file. */
  readonly origin?: { readonly line?: number; readonly file?: string; readonly run?: string };
}
