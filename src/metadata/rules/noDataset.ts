import { asList, asMap, isPlainMap } from '../../results/plainValues';
import { Link } from '../documentation';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';

/** A result without a dataset: the Hub takes it, its Python client cannot read the card. */
export const noDataset: Rule<MetadataView, null> = {
  code: 'model-index.no-dataset',
  severity: 'warning',
  link: Link.modelIndex,

  *find(view) {
    for (const [entry, item] of asList(asMap(view.data)['model-index']).entries()) {
      for (const [index, result] of asList(asMap(item)['results']).entries()) {
        if (!isPlainMap(result) || result['dataset'] !== undefined) continue;
        const path = ['model-index', entry, 'results', index];
        const message = `"${pathText([...path, 'dataset'])}" is missing, so the Hub's Python client cannot read model-index: add the dataset's type and name.`;
        yield { range: view.keyRange(path), message, data: null };
      }
    }
  },
};
