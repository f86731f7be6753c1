/** The exit statuses of the program. */
export const Exit = {
  done: 0,
  /** `extract` or `import-aa` found nothing, or not just one, or a pull request that is open already. */
  notOne: 1,
  /** `validate` found errors. */
  errors: 1,
  badUse: 2,
  /** A card could not be read, understood or written, here or on the Hub. */
  unreadable: 3,
} as const;

/** One of the exit statuses. */
export type ExitStatus = (typeof Exit)[keyof typeof Exit];

/** Why a command ends early: one sentence, then lines that help on, for standard error. */
export interface Failure {
  readonly kind: 'failure';
  readonly status: ExitStatus;
  readonly message: string;
  readonly details?: readonly string[];
}

/** A failure as a value. */
export function failure(status: ExitStatus, message: string, details: readonly string[] = []): Failure {
  return { kind: 'failure', status, message, details };
}
