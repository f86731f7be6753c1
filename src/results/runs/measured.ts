/**
 * One value of a run in its framework's own terms. Frameworks differ in where their files say these things, not in
 * what they say, so that one place makes results of them.
 */
export interface Measured {
  /** The task as the framework names it, without the number of shots. */
  readonly task: string;
  readonly dataset?: {
    readonly id?: string;
    readonly config?: string;
    readonly split?: string;
    readonly revision?: string;
  };
  /** The metric as the framework names it, and what else tells it from others: a filter or a scorer. */
  readonly metric: string;
  readonly variant?: string;
  /** The samples that it is of, where the framework groups them; undefined for all of them. */
  readonly group?: string;
  readonly value: number;
  readonly standardError?: number;
  readonly higherIsBetter?: boolean;
  readonly shots?: number;
  readonly samples?: SampleCount;
  /** The task whose average this is a part of. */
  readonly partOf?: string;
}

/** How much of a task was evaluated. */
export interface SampleCount {
  readonly evaluated?: number;
  /** All there are. */
  readonly total?: number;
  /** What the run was limited to. */
  readonly limit?: number;
  readonly partial: boolean;
}

/** What one result file says. */
export interface RunRecord {
  readonly kind: 'record';
  /** The framework as the Hub names it, and its version. */
  readonly framework: string;
  readonly version?: string;
  readonly model?: string;
  readonly modelRevision?: string;
  /** ISO 8601 day of the measurement. */
  readonly date?: string;
  /** How it was run, a few words each. */
  readonly setup: readonly string[];
  /** The program and arguments that do the same again. */
  readonly command?: readonly string[];
  readonly measured: readonly Measured[];
  /** Sentences on what is amiss. */
  readonly warnings: readonly string[];
}

/** The given fields without those that are undefined. */
export function known<Fields extends object>(
  fields: Fields,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Fields]?: Exclude<Fields[Key], undefined>;
  };
}

/** The day of a time, or of a file name such as `results_2026-11-23T05-27-25.123456.json`. */
export function dayOf(name: string): string | undefined {
  return /(?<!\d)(\d{4}-\d{2}-\d{2})(?:T|(?!\d))/.exec(name)?.[1];
}

/** A revision that says which commit it was: a branch does not. */
export function commitOf(revision: string | undefined): string | undefined {
  return revision !== undefined && /^[0-9a-f]{7,40}$/i.test(revision) ? revision : undefined;
}

/** A dtype without the library's name before it: `bfloat16` of `torch.bfloat16`. */
export function dtypeOf(dtype: string | undefined): readonly string[] {
  return dtype === undefined || dtype === 'auto' ? [] : [dtype.replace(/^torch\./, '')];
}
