import { inspect } from 'node:util';

/** What holds a secret: printed, logged or turned into JSON it shows its mask and nothing else. */
export class Masked {
  readonly #mask: string;

  constructor(mask: string) {
    this.#mask = mask;
  }

  toString(): string {
    return this.#mask;
  }

  toJSON(): string {
    return this.#mask;
  }

  [inspect.custom](): string {
    return this.#mask;
  }
}
