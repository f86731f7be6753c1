interface Entry {
  /** 1 to 6; 0 for the summary of a `<details>`. */
  readonly level: number;
  readonly text: string;
  /** How many `<details>` are open around it. */
  readonly depth: number;
}

/** Nobody nests deeper; what is farther away says nothing of a table. */
const MAX_HEADINGS = 20;

/**
 * The headings that stand above the current place of a card. A `<summary>` is the nearest heading of what its
 * `<details>` holds, and headings in there end with it.
 */
export class HeadingTrail {
  readonly #entries: Entry[] = [];
  /** Made when first asked for, and again after a change. */
  #texts: readonly string[] | undefined;
  #depth = 0;
  #title: string | undefined;

  /** Plain texts, outermost first; the same array until a heading changes it. */
  get texts(): readonly string[] {
    return (this.#texts ??= this.#entries.slice(-MAX_HEADINGS).map(({ text }) => text));
  }

  /** The first heading of the card that has a text. */
  get title(): string | undefined {
    return this.#title;
  }

  /** A heading of `level` 1 to 6: it ends those of the same and deeper levels. */
  enter(level: number, text: string): void {
    if (text !== '') this.#title ??= text;
    this.#leave((last) => last.depth === this.#depth && last.level >= level);
    this.#push(level, text);
  }

  openDetails(): void {
    this.#depth++;
  }

  enterSummary(text: string): void {
    this.#leave((last) => last.depth === this.#depth);
    this.#push(0, text);
  }

  closeDetails(): void {
    if (this.#depth === 0) return;
    this.#leave((last) => last.depth === this.#depth);
    this.#depth--;
  }

  #push(level: number, text: string): void {
    if (text !== '') this.#entries.push({ level, text, depth: this.#depth });
    this.#texts = undefined;
  }

  #leave(ends: (last: Entry) => boolean): void {
    for (let last = this.#entries.at(-1); last !== undefined && ends(last); last = this.#entries.at(-1)) {
      this.#entries.pop();
      this.#texts = undefined;
    }
  }
}
