import { isPlainMap } from '../../results/plainValues';
import { slug } from '../../results/slug';
import { Link } from '../documentation';
import { besidesKey, canonical, clientKey, type ResultView } from '../modelIndexView';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { addKey, replaceText } from '../yamlEdits';
import { textScalar } from '../../results/modelIndex/scalar';

interface Collision {
  readonly result: ResultView;
  /** A configuration under which the result stands alone. */
  readonly config: string | undefined;
}

/** Results that are one to the Hub's Python client, which keeps what it does not tell them by of the first alone. */
export const collidingResults: Rule<MetadataView, Collision> = {
  code: 'model-index.colliding-results',
  severity: 'warning',
  link: Link.pythonClient,

  *find(view) {
    const results = view.results;
    const firsts = new Map<string, ResultView>();
    const keys = new Set(results.map(clientKey));
    for (const result of results) {
      const key = clientKey(result);
      if (key === null) continue;
      const first = firsts.get(key);
      if (first === undefined) {
        firsts.set(key, result);
        continue;
      }
      const lost = differences(first, result);
      if (lost.length === 0) continue;
      const config = configApart(first, result, keys);
      const message = `"${pathText(result.path)}" is one with "${pathText(first.path)}" to the Hub's Python client, which would lose its ${lost.join(' and ')}: give it a dataset.config of its own.`;
      yield { range: view.keyRange([...result.path, 'dataset']), message, data: { result, config } };
    }
  },

  fixes({ data: { result, config } }, view) {
    if (config === undefined) return [];
    const path = [...result.path, 'dataset'];
    const edits =
      'config' in result.dataset
        ? replaceText(view, [...path, 'config'], config)
        : addKey(view, path, 'config', textScalar(config), 'type');
    return edits.length === 0 ? [] : [{ title: `Set dataset.config to "${config}"`, edits, safe: false }];
  },
};

function differences(first: ResultView, result: ResultView): readonly string[] {
  const kept = besidesKey(first);
  return Object.entries(besidesKey(result))
    .filter(([what, value]) => canonical(value) !== canonical(kept[what]))
    .map(([what]) => what);
}

/** Made of what tells the result from the first: its shots or other arguments, its name, or its source. */
function configApart(first: ResultView, result: ResultView, keys: ReadonlySet<string | null>): string | undefined {
  const { config } = result.dataset;
  const kept = besidesKey(first);
  for (const [what, value] of Object.entries(besidesKey(result))) {
    if (canonical(value) === canonical(kept[what])) continue;
    const words = slug(wordsOf(value));
    const apart = [...(typeof config === 'string' ? [config] : []), words].join('-');
    const key = clientKey({ ...result, dataset: { ...result.dataset, config: apart } });
    if (words !== '' && !keys.has(key)) return apart;
  }
  return undefined;
}

function wordsOf(value: unknown): string {
  if (!isPlainMap(value)) return textOf(value);
  const { num_few_shot: shots, name, ...others } = value;
  if (shots !== undefined) return `${textOf(shots)}-shot`;
  if (typeof name === 'string') return name;
  return Object.entries(others)
    .map(([key, one]) => `${key}-${textOf(one)}`)
    .join('-');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? '');
}
