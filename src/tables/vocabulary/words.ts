import { remember } from '../remember';

const WORD = /[\p{L}\p{M}]+\d*|\d+(?:\.\d+)?\p{L}*/gu;

/** Words of a label in lower case; brackets, marks and punctuation fall away, `acc_norm` is two words. */
export const words = remember((text): readonly string[] => text.toLowerCase().match(WORD) ?? []);

/** A set of words from a text that lists them. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/).filter((word) => word !== ''));
}

/** Whether some word is in the set and every word is in it or among the fillers. */
export function saysOnly(text: string, known: ReadonlySet<string>, fillers: ReadonlySet<string>): boolean {
  let found = false;
  for (const word of words(text)) {
    if (known.has(word)) found = true;
    else if (!fillers.has(word)) return false;
  }
  return found;
}
