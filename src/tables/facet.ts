import type { Label } from './label';

/** What a row or a column says about the scores that stand in it. */
export interface Facet {
  /** The benchmark; absent where the other axis names it. */
  readonly name?: string;
  readonly group?: string;
  readonly metric?: string;
  readonly shots?: number;
  readonly split?: string;
  readonly config?: string;
  readonly percent?: boolean;
  readonly higherIsBetter?: boolean;
  /** Labels as written, where the parts of a pair may be named. */
  readonly sources?: readonly string[];
}

/** A record that is still being put together. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Adds what a label states beside its name. */
export function addStatements(facet: Mutable<Facet>, label: Label): void {
  if (label.shots !== undefined) facet.shots = label.shots;
  if (label.percent) facet.percent = true;
  if (label.higherIsBetter !== undefined) facet.higherIsBetter = label.higherIsBetter;
}
