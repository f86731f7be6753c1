/** What our scripts print before the JSON of their results (`python/common/results.py`). */
export const BEGIN = '-----BEGIN MODEL CARD RESULTS-----';
/** What they print behind it. */
export const END = '-----END MODEL CARD RESULTS-----';

/** More than any results; what is longer has lost its end. In characters. */
const LONGEST = 32 * 1024 * 1024;

/** Finds the results of a run in its log, entry by entry; the last ones count. */
export class ResultLines {
  #open: string[] | null = null;
  #length = 0;
  #json: string | null = null;

  /** The JSON that was printed, if it was. */
  get json(): string | null {
    return this.#json;
  }

  /** Takes the next entry of the log. */
  add(entry: string): void {
    for (const line of entry.split(/\r?\n/)) {
      if (line.trim() === BEGIN) {
        [this.#open, this.#length] = [[], 0];
      } else if (line.trim() === END && this.#open !== null) {
        this.#json = `${this.#open.join('\n')}\n`;
        this.#open = null;
      } else {
        this.#open?.push(line);
        this.#length += line.length;
        if (this.#length > LONGEST) this.#open = null;
      }
    }
  }
}
