/** How often a request is sent until its failure stands. */
export const MOST_TRIES = 4;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 8000;
/** A longer wait is for the person to decide on. */
const LONGEST_WAIT_S = 10;

/**
 * How long to wait before another try, in milliseconds: the seconds that the server asks for, if it does. Null where a
 * person has to decide on that.
 */
export function pauseAfter(seconds: number | null, tries: number): number | null {
  if (seconds === null) return backOff(tries);
  return seconds <= LONGEST_WAIT_S ? seconds * 1000 : null;
}

/** The pause after a number of tries: twice as long each time. */
export function backOff(tries: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (tries - 1));
}
