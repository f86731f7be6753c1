const SECOND = 1000;

/** What decides how soon the Hub is asked again. */
export interface Situation {
  /** A person looks at the view. */
  readonly isVisible: boolean;
  /** A run is not over. */
  readonly isActive: boolean;
  /** How often in a row nothing was new. */
  readonly quiet: number;
  /** How often in a row the Hub could not be asked. */
  readonly failures: number;
}

/**
 * The pause until runs are looked at again, in milliseconds; null where nobody looks and nothing runs. It grows while there
 * is nothing new.
 */
export function nextPause({ isVisible, isActive, quiet, failures }: Situation): number | null {
  if (!isVisible && !isActive) return null;
  const [first, longest] = isActive ? (isVisible ? [5, 60] : [30, 120]) : [60, 600];
  const pause = Math.min(longest, first * 1.5 ** quiet);
  return Math.round(Math.min(600, pause * 2 ** failures)) * SECOND;
}
