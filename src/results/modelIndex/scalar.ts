import { yamlNumber } from '../measuredValue';

/** Words that some YAML reader takes for a truth value, nothing, or no number, in any case. */
const WORDS = new Set(['y', 'n', 'yes', 'no', 'on', 'off', 'true', 'false', 'null', 'nan', 'inf']);
/** A letter first, and nothing that could be a key, a comment, a flow collection or a directive later on. */
const PLAIN = /^\p{L}[\p{L}\p{M}\p{N} .,;:!?%&*+\-/=()[\]<>@#^_|~'"$½²³°±×τ∞→←]*$/u;
/** Line breaks, control characters and others that a reader may refuse or drop. */
const NEEDS_ESCAPE = /[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/u;

/** Where a scalar stands: between `[`, `{` and `,` more characters have a meaning. */
export type ScalarPlace = 'block' | 'flow';

/** Writes a text so that YAML 1.1 and 1.2 readers alike take it for exactly this text; always on one line. */
export function textScalar(text: string, place: ScalarPlace = 'block'): string {
  const safe = text.replace(/\p{Surrogate}/gu, '\ufffd');
  if (isPlain(safe, place)) return safe;
  return NEEDS_ESCAPE.test(safe) ? doubleQuoted(safe) : `'${safe.replaceAll("'", "''")}'`;
}

/** Writes a number with the digits it has; what is no finite number becomes a text. */
export function numberScalar(digits: string): string {
  return yamlNumber(digits) ?? textScalar(digits);
}

function isPlain(text: string, place: ScalarPlace): boolean {
  if (!PLAIN.test(text) || WORDS.has(text.toLowerCase())) return false;
  if (/:(?: |$)| #| $/.test(text)) return false;
  return place === 'block' || !/[,[\]{}:?]/.test(text);
}

function doubleQuoted(text: string): string {
  const escaped = text.replace(/["\\]|[\p{Cc}\u2028\u2029\ufeff\ufffe\uffff]/gu, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`;
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
  return `"${escaped}"`;
}
