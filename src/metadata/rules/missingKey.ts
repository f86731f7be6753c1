import { nameKey } from '../../results/benchmarks';
import { textScalar } from '../../results/modelIndex/scalar';
import { asMap, type PlainMap } from '../../results/plainValues';
import { datasetSlug } from '../../results/slug';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { StructuredView } from '../views';
import { addKey } from '../yamlEdits';
import { valueAt } from '../valueAt';

interface MissingKey {
  readonly path: Path;
  readonly key: string;
  /** A key that was meant to be this one. */
  readonly meant: string | undefined;
}

/** A key that the schema requires. */
export const missingKey: Rule<StructuredView, MissingKey> = {
  code: 'metadata.required',
  severity: 'error',
  link: Link.specification,

  *find(view) {
    for (const { path, keyword, params } of view.structure) {
      if (keyword !== 'required') continue;
      const key = String(params['missingProperty']);
      const siblings = Object.keys(asMap(valueAt(view.data, path)));
      const meant = siblings.find((name) => singular(name) === singular(key));
      const advice = meant === undefined ? 'add it.' : `"${meant}" is probably meant to be it.`;
      const range = meant === undefined ? view.keyRange(path) : view.keyRange([...path, meant]);
      yield { range, message: `"${pathText([...path, key])}" is required: ${advice}`, data: { path, key, meant } };
    }
  },

  fixes({ data: { path, key, meant }, range }, view) {
    if (meant !== undefined) {
      return [{ title: `Rename it to "${key}"`, edits: [{ ...range, text: key }], safe: false }];
    }
    const map = asMap(valueAt(view.data, path));
    const edits = addKey(view, path, key, placeholder(key, map), 'type' in map && key === 'value' ? 'type' : undefined);
    return edits.length === 0 ? [] : [{ title: `Add "${key}"`, edits, safe: false }];
  },
};

function singular(key: string): string {
  return nameKey(key).replace(/s$/, '');
}

/** What stands for a missing value until it is filled in; a guess from what stands beside it where there is a good one. */
function placeholder(key: string, { name, type }: PlainMap): string {
  if (key === 'results' || key === 'metrics') return '[]';
  if (key === 'task') return '{ type: TODO }';
  if (key === 'dataset') return '{ id: TODO, task_id: TODO }';
  if (key === 'type' && typeof name === 'string') return textScalar(datasetSlug(name));
  return key === 'name' && typeof type === 'string' ? textScalar(type) : 'TODO';
}
