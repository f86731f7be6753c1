/** A result file that is read piece by piece; whoever opens it does the input. */
export interface ResultFile {
  /** Its name without folders: some frameworks say the date there only. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** The `length` bytes from `offset` on, fewer only where the file ends. Rejects where the file cannot be read. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Why a file tells no results, in one sentence. */
export interface ResultFileProblem {
  readonly kind: 'problem';
  readonly message: string;
}

/** A problem as a value. */
export function problem(message: string): ResultFileProblem {
  return { kind: 'problem', message };
}

/** More than this is never taken into memory: what comes before a log's samples has a fraction of it. */
export const MOST_BYTES = 32 * 1024 * 1024;

/** Says of a file that it is too large to be taken into memory. */
export function tooLarge(name: string): ResultFileProblem {
  return problem(`${name} holds more than 32 MB beside its samples, which no result file does; choose another file.`);
}
