import { asList, asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import { canonical } from '../modelIndexView';
import { pathText } from '../path';
import type { Rule } from '../rule';
import type { EvalResultsView } from '../views';

/** Two results of one file for the same task of the same dataset, with nothing in their notes to tell them apart. */
export const evalDuplicate: Rule<EvalResultsView, null> = {
  code: 'eval-results.duplicate',
  severity: 'warning',
  link: Link.evalResults,

  *find(view) {
    const seen = new Map<string, number>();
    for (const [index, item] of asList(view.data).entries()) {
      const { dataset, notes } = asMap(item);
      const { id, task_id: task } = asMap(dataset);
      if (typeof id !== 'string' || typeof task !== 'string') continue;
      const key = canonical([id, task, notes]);
      const first = seen.get(key);
      if (first === undefined) {
        seen.set(key, index);
        continue;
      }
      const message = `"${pathText([index])}" is a second result for ${id}, task ${task}, besides "${pathText([first])}": keep one, or tell them apart in notes.`;
      yield { range: view.keyRange([index, 'dataset']), message, data: null };
    }
  },
};
