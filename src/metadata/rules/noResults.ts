import { asList, asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** An entry of model-index that claims nothing. */
export const noResults: Rule<MetadataView, null> = {
  code: 'model-index.no-results',
  severity: 'information',
  link: Link.modelIndex,

  *find(view) {
    const index = asMap(view.data)['model-index'];
    if (Array.isArray(index) && index.length === 0) {
      const message = 'model-index is empty: add results, or remove it.';
      yield { range: view.keyRange(['model-index']), message, data: null };
    }
    for (const [entry, item] of asList(index).entries()) {
      const results = asMap(item)['results'];
      if (!Array.isArray(results) || results.length > 0) continue;
      const path = ['model-index', entry, 'results'];
      const message = `"${pathText(path)}" is empty: add results, for instance from a table of the card, or remove the entry.`;
      yield { range: view.keyRange(path), message, data: null };
    }
  },
};
