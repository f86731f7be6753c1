import { plainText } from './plainText';

/** A name to look for, and where it comes from: only the first two sources are certain enough to preselect a model. */
export interface WantedName {
  readonly name: string;
  readonly from: 'repository' | 'model-index' | 'heading' | 'folder';
}

/** Which of a table's models is the wanted one: one exact match, or candidates (indices, most likely first) for a person to choose from. */
export type ModelMatch =
  | { readonly kind: 'exact'; readonly index: number; readonly name: WantedName; readonly preselect: boolean }
  | { readonly kind: 'none'; readonly candidates: readonly number[] };

/** Looks for the wanted names in their order; a name that fits two models of the table decides nothing. */
export function matchModel(models: readonly string[], wanted: readonly WantedName[]): ModelMatch {
  const tokens = models.map(nameTokens);
  const keys = tokens.map((words) => words.join(' '));
  for (const name of wanted) {
    const key = nameTokens(name.name).join(' ');
    const index = key === '' ? -1 : keys.indexOf(key);
    if (index < 0) continue;
    if (keys.includes(key, index + 1)) break;
    return { kind: 'exact', index, name, preselect: name.from === 'repository' || name.from === 'model-index' };
  }
  const targets = wanted.map(({ name }) => nameTokens(name));
  const closeness = tokens.map((words) => Math.max(0, ...targets.map((target) => similarity(words, target))));
  const candidates = models.map((_, index) => index);
  return { kind: 'none', candidates: candidates.sort((a, b) => (closeness[b] ?? 0) - (closeness[a] ?? 0)) };
}

/** Whether two names mean the same model: the same normalized tokens in the same order. */
export function sameModel(a: string, b: string): boolean {
  const key = nameTokens(a).join(' ');
  return key !== '' && key === nameTokens(b).join(' ');
}

const OWN_MARK = /\s*[([](?:ours?|this(?: model| work)?|本模型|我们的?)[)\]]/giu;

/** The tokens that make up a model's name, without markup, an `org/` prefix, "(ours)" and footnote marks. */
export function nameTokens(name: string): readonly string[] {
  return plainText(name)
    .normalize('NFKC')
    .replace(OWN_MARK, '')
    .replace(/[*†‡§¶]+$/u, '')
    .replace(/^[\w.-]+\/(?=\S)/, '')
    .toLowerCase()
    .split(/[\s_-]+/)
    .filter((token) => token !== '');
}

/** The share of tokens two names have in common, as a number that puts the same tokens in any order above all others. */
function similarity(a: readonly string[], b: readonly string[]): number {
  const left = [...b];
  let common = 0;
  for (const token of a) {
    const index = left.indexOf(token);
    if (index < 0) continue;
    left.splice(index, 1);
    common++;
  }
  return a.length + b.length === 0 ? 0 : (2 * common) / (a.length + b.length);
}
