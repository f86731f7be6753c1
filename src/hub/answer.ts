import type { WireAnswer } from './exchange';
import type { HubRequest } from './request';

/** The JSON of an answer that was found to be JSON. */
export function jsonOf(answer: WireAnswer): unknown {
  return answer.body.length === 0 ? null : JSON.parse(textOf(answer));
}

/** The text of an answer. */
export function textOf({ body }: WireAnswer): string {
  return new TextDecoder().decode(body);
}

/** Why an answer cannot be the Hub's: a sign-in page of the network, say. */
export function problemOf(answer: WireAnswer, expected: NonNullable<HubRequest['answer']>): string | null {
  const type = answer.headers.get('content-type')?.split(';')[0] ?? 'no type';
  if (expected === 'file' || answer.body.length === 0) return null;
  if (expected === 'status') return type === 'text/html' ? 'it sent a web page' : null;
  if (!/^application\/(?:[\w.-]+\+)?json$/.test(type)) return `it sent ${type} instead of JSON`;
  try {
    jsonOf(answer);
    return null;
  } catch {
    return 'its JSON is broken';
  }
}
