/** What our scripts print before the JSON of their results (`python/common/results.py`). */
export const BEGIN = '-----BEGIN MODEL CARD RESULTS-----';
/** What they print behind it. */
export const END = '-----END MODEL CARD RESULTS-----';

/** Finds the results of a run in its log, entry by entry; the last ones count. */
export class ResultLines {
  #open: string[] | null = null;
  #json: string | null = null;

  /** The JSON that was printed, if it was. */
  get json(): string | null {
    return this.#json;
  }

  /** Takes the next entry of the log. */
  add(entry: string): void {
    for (const line of entry.split(/\r?\n/)) {
      if (line.trim() === BEGIN) {
        this.#open = [];
      } else if (line.trim() === END && this.#open !== null) {
        this.#json = `${this.#open.join('\n')}\n`;
        this.#open = null;
      } else {
        this.#open?.push(line);
      }
    }
  }
}
