import { listedLines } from './lines';

/** Models and owners that a batch leaves alone. */
export class SkipList {
  readonly #names: ReadonlySet<string>;

  /** Reads a list with a model (`org/name`) or an owner (`org`) in each line. */
  constructor(text: string) {
    this.#names = new Set(listedLines(text).map((line) => line.toLowerCase()));
  }

  /** Whether it names a model or its owner. */
  holds(model: string): boolean {
    const name = model.toLowerCase();
    return this.#names.has(name) || this.#names.has(name.replace(/\/.*$/, ''));
  }
}
