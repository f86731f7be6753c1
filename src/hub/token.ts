import { Masked } from '../http/masked';

/** Where a token was found. */
export type TokenSource =
  | { readonly kind: 'typed' }
  | { readonly kind: 'environment'; readonly variable: string }
  | { readonly kind: 'file'; readonly path: string };

const MASK = 'hf_…';

/**
 * A token and the one Hub it was made for. The text of it goes into the header for that Hub, and into the environment of
 * a program that was started to use it, and nowhere else.
 */
export class HubToken extends Masked {
  readonly #secret: string;
  readonly #origin: string;
  readonly source: TokenSource;

  constructor(secret: string, hubUrl: string, source: TokenSource) {
    super(MASK);
    this.#secret = secret;
    this.#origin = new URL(hubUrl).origin;
    this.source = source;
  }

  /** The value of the `Authorization` header for a request to `url`; null for any other host than the token's. */
  authorizationFor(url: URL): string | null {
    return url.origin === this.#origin ? `Bearer ${this.#secret}` : null;
  }

  /** The environment of one program that needs the token, as the Hub's own tools read it. */
  environment(): { readonly HF_TOKEN: string } {
    return { HF_TOKEN: this.#secret };
  }

  /** A text of the Hub without the token, should it repeat it. */
  redact(text: string): string {
    return text.replaceAll(this.#secret, MASK);
  }
}

/** A source of a token in a few words. */
export function describeSource(source: TokenSource): string {
  switch (source.kind) {
    case 'typed':
      return 'you signed in with';
    case 'environment':
      return `from ${source.variable}`;
    case 'file':
      return `in ${source.path}`;
  }
}
