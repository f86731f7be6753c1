/** What the Hub takes as the type of a dataset. */
export const DATASET_TYPE = /^(?:[\w-]+\/)?[\w-.]+$/;

/** How Greek letters are spelled in ids: `τ-bench` goes by `tau-bench`. */
const GREEK: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  ζ: 'zeta',
  η: 'eta',
  θ: 'theta',
  ι: 'iota',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
  ν: 'nu',
  ξ: 'xi',
  ο: 'omicron',
  π: 'pi',
  ρ: 'rho',
  σ: 'sigma',
  ς: 'sigma',
  τ: 'tau',
  υ: 'upsilon',
  φ: 'phi',
  χ: 'chi',
  ψ: 'psi',
  ω: 'omega',
};

/** A text as an id of Latin letters, digits, `.`, `_` and `-`; empty where it has no Latin letter. */
export function slug(text: string): string {
  const id = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\p{Script=Greek}/gu, (letter) => GREEK[letter] ?? letter)
    .replaceAll('+', '-plus')
    .replace(/(?<=[a-z])#/g, '-sharp')
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
  return /[a-z]/.test(id) ? id : '';
}

/** An id for the dataset of a benchmark that the Hub's datasets are not known to hold: always the same for a name. */
export function datasetSlug(name: string): string {
  const id = slug(name);
  return id === '' ? `benchmark-${stableHash(name.normalize('NFKC').trim())}` : id;
}

/** What a person should know of an id that was made by `datasetSlug`. */
export const MADE_UP_ID = 'No dataset of the Hub is known by this name: the dataset id is made from it.';

/** FNV-1a over the code units, as eight hexadecimal digits. */
function stableHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
