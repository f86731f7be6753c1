/** What an error of `fetch` tells. */
export interface NetworkError {
  /** A few words for a person. */
  readonly reason: string;
  /** No byte of the request left, so it cannot have done anything. */
  readonly neverSent: boolean;
  /** Whether the same request may succeed in a moment. */
  readonly passing: boolean;
}

const BEFORE_SENDING: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  ENETUNREACH: 'there is no network',
  EHOSTUNREACH: 'there is no way to it',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
};

/** Reads the error that `fetch` rejects with; Node keeps the cause and its code inside. */
export function networkError(error: unknown): NetworkError {
  const code = codeOf(error);
  const before = BEFORE_SENDING[code];
  if (before !== undefined) return { reason: before, neverSent: true, passing: true };
  if (/CERT|SELF_SIGNED|TLS|SSL|UNABLE_TO_/.test(code)) {
    return { reason: `its certificate is not trusted, ${code}`, neverSent: true, passing: false };
  }
  return { reason: 'the connection was cut', neverSent: false, passing: true };
}

/** The first code among an error and its causes; several addresses tried at once give several errors. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  const inner = error instanceof AggregateError ? (error.errors as readonly unknown[])[0] : error.cause;
  return codeOf(inner);
}
