import { asList, asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** A model-index of several models: the Hub's Python client keeps all results, but only the last model's name. */
export const severalEntries: Rule<MetadataView, null> = {
  code: 'model-index.several-entries',
  severity: 'warning',
  link: Link.pythonClient,

  *find(view) {
    const entries = asList(asMap(view.data)['model-index']);
    const last = asMap(entries.at(-1))['name'];
    const names = new Set(entries.map((entry) => asMap(entry)['name']));
    if (names.size < 2 || typeof last !== 'string') return;
    const range = view.keyRange(['model-index']);
    const message = `model-index holds ${entries.length} models, and the Hub's Python client would give all results to the last one, "${last}": keep one entry.`;
    yield { range, message, data: null };
  },
};
