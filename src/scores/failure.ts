import { duration } from '../http/duration';

/** Where a person gets a key. */
const KEY_PAGE = 'https://artificialanalysis.ai/data-api';

/** What went wrong with asking Artificial Analysis, as far as it decides what a person does next. */
export type ScoresFailureFacts =
  | { readonly kind: 'no-key' }
  /** What the environment names as the service's address is none. */
  | { readonly kind: 'no-address' }
  /** The key holds what no header can. */
  | { readonly kind: 'unusable-key'; readonly place: string }
  | { readonly kind: 'bad-key'; readonly place: string }
  /** The key is right, but for less than was asked. */
  | { readonly kind: 'forbidden' }
  /** The address is no longer served: the service has moved on. */
  | { readonly kind: 'retired'; readonly status: number }
  | { readonly kind: 'rate-limited'; readonly seconds: number | null }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'unreachable'; readonly host: string; readonly reason: string }
  | { readonly kind: 'timed-out'; readonly host: string; readonly seconds: number }
  | { readonly kind: 'led-elsewhere'; readonly host: string; readonly target: string }
  | { readonly kind: 'unreadable-answer'; readonly host: string; readonly problem: string }
  | { readonly kind: 'cancelled' };

/** Why there are no scores, with one sentence for a person that ends in the next step. */
export type ScoresFailure = ScoresFailureFacts & { readonly message: string };

/** What asking gives: a value, or why there is none. */
export type ScoresResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: ScoresFailure };

/** A failure with its sentence. */
export function scoresFailure(facts: ScoresFailureFacts): ScoresFailure {
  return { ...facts, message: sentence(facts) };
}

function sentence(facts: ScoresFailureFacts): string {
  switch (facts.kind) {
    case 'no-key':
      return `Artificial Analysis wants an API key; make a free one at ${KEY_PAGE} and set it as AA_API_KEY.`;
    case 'no-address':
      return 'AA_BASE_URL is no web address; mend or unset it.';
    case 'unusable-key':
      return `The key of Artificial Analysis ${facts.place} holds characters that no key has; copy it again from ${KEY_PAGE}.`;
    case 'bad-key':
      return `Artificial Analysis does not take the key ${facts.place}: it is mistyped or revoked; copy it again from ${KEY_PAGE}.`;
    case 'forbidden':
      return `Artificial Analysis does not allow this key to read its models; look at its plan at ${KEY_PAGE}.`;
    case 'retired':
      return `Artificial Analysis no longer serves its models at this address (status ${String(facts.status)}); update this program.`;
    case 'rate-limited': {
      const when = facts.seconds === null ? 'tomorrow' : `in ${duration(facts.seconds)}`;
      return `Artificial Analysis has had too many requests with this key; try again ${when}.`;
    }
    case 'server-error':
      return `Artificial Analysis has trouble of its own (status ${String(facts.status)}); try again in a few minutes.`;
    case 'refused':
      return `Artificial Analysis refuses the request (status ${String(facts.status)}); update this program, then try again.`;
    case 'unreachable':
      return `Artificial Analysis at ${facts.host} cannot be reached (${facts.reason}); check the connection and any proxy, then try again.`;
    case 'timed-out':
      return `Artificial Analysis at ${facts.host} did not finish its answer in ${String(facts.seconds)} seconds; check the connection, then try again.`;
    case 'led-elsewhere':
      return `Artificial Analysis at ${facts.host} leads to ${facts.target}, which gets no key; check for a sign-in page of your network, then try again.`;
    case 'unreadable-answer':
      return `Artificial Analysis at ${facts.host} did not answer as expected (${facts.problem}); check any proxy or sign-in page between, then try again.`;
    case 'cancelled':
      return 'The request was cancelled; start it again when you need it.';
  }
}
