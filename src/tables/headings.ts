interface Entry {
  /** 1 to 6; 0 for the summary of a `<details>`. */
  readonly level: number;
  readonly text: string;
  /** How many `<details>` are open around it. */
  readonly depth: number;
}

/**
 * The headings that stand above the current place of a card. A `<summary>` is the nearest heading of what its
 * `<details>` holds, and headings in there end with it.
 */
export class HeadingTrail {
  #entries: readonly Entry[] = [];
  #texts: readonly string[] = [];
  #depth = 0;
  #title: string | undefined;

  /** Plain texts, outermost first; the same array until a heading changes it. */
  get texts(): readonly string[] {
    return this.#texts;
  }

  /** The first heading of the card that has a text. */
  get title(): string | undefined {
    return this.#title;
  }

  /** A heading of `level` 1 to 6: it ends those of the same and deeper levels. */
  enter(level: number, text: string): void {
    this.#title ??= text === '' ? undefined : text;
    this.#push(level, text);
  }

  openDetails(): void {
    this.#depth++;
  }

  enterSummary(text: string): void {
    this.#push(0, text);
  }

  closeDetails(): void {
    if (this.#depth === 0) return;
    this.#keep((entry) => entry.depth < this.#depth);
    this.#depth--;
  }

  #push(level: number, text: string): void {
    const depth = this.#depth;
    this.#keep((entry) => entry.depth < depth || (entry.level < level && level > 0));
    if (text === '') return;
    this.#entries = [...this.#entries, { level, text, depth }];
    this.#texts = this.#entries.map((entry) => entry.text);
  }

  #keep(stays: (entry: Entry) => boolean): void {
    const kept = this.#entries.filter(stays);
    if (kept.length === this.#entries.length) return;
    this.#entries = kept;
    this.#texts = kept.map((entry) => entry.text);
  }
}
