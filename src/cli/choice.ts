import { Exit, failure, type Failure } from './exit';

/** The one thing that was asked for. */
export interface Chosen<T> {
  readonly kind: 'chosen';
  readonly value: T;
}

/** Something that could have been meant, in words, and the command that says so. */
export interface Candidate {
  readonly label: string;
  readonly command?: string;
}

/** The one thing that was asked for, as a value. */
export function chosen<T>(value: T): Chosen<T> {
  return { kind: 'chosen', value };
}

/** Not one but none or several could be meant: the candidates follow, each with the command that chooses it. */
export function notOne(message: string, candidates: readonly Candidate[]): Failure {
  const details = candidates.flatMap(({ label, command }) => [
    `  ${label}`,
    ...(command === undefined ? [] : [`    ${command}`]),
  ]);
  return failure(Exit.notOne, message, details);
}
