import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { MetadataView } from '../views';
import { quote } from '../yamlEdits';

/** What the Hub's YAML reader takes for a date where no quotes say otherwise. */
export const DATE = /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/;

/** A configuration, split or revision that looks like a date: no string to the Hub. */
export const unquotedDate: Rule<MetadataView, Path> = {
  code: 'model-index.unquoted-date',
  severity: 'error',
  link: Link.specification,

  *find(view) {
    for (const { path, dataset } of view.results) {
      for (const key of ['config', 'split', 'revision']) {
        const value = dataset[key];
        const at = [...path, 'dataset', key];
        if (typeof value !== 'string' || !DATE.test(value) || view.plainScalarAt(at) === undefined) continue;
        const message = `"${pathText(at)}" must be a string, and ${value} without quotes is a date: put it in quotes.`;
        yield { range: view.valueRange(at), message, data: at };
      }
    }
  },

  fixes({ data }, view) {
    return [{ title: 'Put it in quotes', edits: quote(view, data), safe: true }];
  },
};
