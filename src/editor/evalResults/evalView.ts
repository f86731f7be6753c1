/** What becomes of one score in `.eval_results/`. */
export type EvalState =
  /** It goes into a file that is new, or into one that is there. */
  | 'new'
  | 'added'
  /** It is there with this value, or an earlier score takes its row of the leaderboard. */
  | 'same'
  | 'repeated'
  /** Its row is there with another value, which stays, is replaced, or stays since the Hub has signed it. */
  | 'kept'
  | 'replaced'
  | 'signed';

/** The task of a dataset that a person chooses: what is chosen, or nothing yet, and the ids that it may be. */
export interface EvalTask {
  readonly dataset: string;
  readonly chosen: string;
  readonly ids: readonly string[];
}

/** One of the scores as an entry of `.eval_results/`. */
export interface EvalEntryRow {
  readonly kind: 'entry';
  /** What the score says in its source, which notes refer to. */
  readonly of: string;
  readonly name: string;
  readonly path: string;
  readonly state: EvalState;
  /** The value on the leaderboard's scale, and that of the source where it is another. */
  readonly value: string;
  readonly convertedFrom?: string;
  /** The value that a file has for the same row. */
  readonly there?: string;
  /** Absent where the leaderboard was not read. */
  readonly leaderboard?: { readonly top: number; readonly median: number };
  readonly notes: string;
  readonly date: string;
  readonly source: string;
  /** Where a person chose the task. */
  readonly task?: EvalTask;
  /** What the Hub has of the model for the same row, such as `85.2, verified`. */
  readonly onHub: readonly string[];
}

/** One of the scores that is no entry of `.eval_results/`, and why. */
export interface EvalLeftOut {
  readonly kind: 'left-out';
  readonly name: string;
  readonly reason: string;
  /** Where a person has to choose the task. */
  readonly task?: EvalTask;
}

/** What the panel shows of files in `.eval_results/`. */
export interface EvalResultsView {
  readonly rows: readonly (EvalEntryRow | EvalLeftOut)[];
  /** The files that would be written. */
  readonly files: readonly string[];
  /** Why nothing can be written there; empty where it can. */
  readonly problem: string;
  /** Tasks of inspect whose results the Hub may verify, where a benchmark has one. */
  readonly verify: readonly string[];
  /** Two views with the same one would write the same. */
  readonly fingerprint: string;
}
