/** Measures the longest time in which no other work of the event loop had its turn. */
export class GapWatch {
  #longest = 0;
  #last = performance.now();
  #next: NodeJS.Immediate;

  constructor() {
    this.#next = setImmediate(this.#tick);
  }

  /** Ends the watch; answers milliseconds. */
  stop(): number {
    clearImmediate(this.#next);
    this.#look();
    return this.#longest;
  }

  readonly #tick = (): void => {
    this.#look();
    this.#next = setImmediate(this.#tick);
  };

  #look(): void {
    const now = performance.now();
    this.#longest = Math.max(this.#longest, now - this.#last);
    this.#last = now;
  }
}
