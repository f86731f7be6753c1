/** What the Hub takes as the type of a data set. */
export const DATASET_TYPE = /^(?:[\w-]+\/)?[\w-.]+$/;

/** A text as an id of Latin letters, digits, `.`, `_` and `-`; empty where it has no Latin letter. */
export function slug(text: string): string {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('+', '-plus')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return /[a-z]/.test(id) ? id : '';
}

/** An id for the data set of a benchmark that the Hub's data sets are not known to hold: always the same for a name. */
export function datasetSlug(name: string): string {
  const id = slug(name);
  return id === '' ? `benchmark-${stableHash(name.normalize('NFKC').trim())}` : id;
}

/** FNV-1a over the code units, as eight hexadecimal digits. */
function stableHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
