import { Masked } from '../http/masked';

/**
 * A key of Artificial Analysis, and where it was found in a few words (`from AA_API_KEY`). The text of it goes into the
 * header of a request and nowhere else.
 */
export class ApiKey extends Masked {
  readonly #secret: string;
  readonly place: string;

  constructor(secret: string, place: string) {
    super('…');
    this.#secret = secret.trim();
    this.place = place;
  }

  /** The header that carries the key; null where it holds what no header can. */
  get headers(): Readonly<Record<string, string>> | null {
    return /^[\x21-\x7e]+$/.test(this.#secret) ? { 'x-api-key': this.#secret } : null;
  }
}
