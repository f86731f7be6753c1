/** Words of a label in lower case; brackets, marks and punctuation fall away, `acc_norm` is two words. */
export function words(text: string): readonly string[] {
  const known = cache.get(text);
  if (known !== undefined) return known;
  if (cache.size >= CACHE_SIZE) cache.clear();
  const found = text.toLowerCase().match(WORD) ?? [];
  cache.set(text, found);
  return found;
}

const WORD = /[\p{L}\p{M}]+\d*|\d+(?:\.\d+)?\p{L}*/gu;
/** The same few labels are looked at again and again while a table is read. */
const CACHE_SIZE = 500;
const cache = new Map<string, readonly string[]>();

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
