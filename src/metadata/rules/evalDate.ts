import { asList, asMap } from '../../results/plainValues';
import { Link } from '../documentation';
import { type Path, pathText } from '../path';
import type { Rule } from '../rule';
import type { EvalResultsView } from '../views';
import { quote } from '../yamlEdits';
import { DATE } from './unquotedDate';

/** A date without quotes, which is no string to the Hub. */
export const evalDate: Rule<EvalResultsView, Path> = {
  code: 'eval-results.unquoted-date',
  severity: 'error',
  link: Link.evalResults,

  *find(view) {
    for (const [index, item] of asList(view.data).entries()) {
      const { date } = asMap(item);
      const path = [index, 'date'];
      if (typeof date !== 'string' || !DATE.test(date) || view.plainScalarAt(path) === undefined) continue;
      const message = `"${pathText(path)}" must be a string, and ${date} without quotes is a date: put it in quotes.`;
      yield { range: view.valueRange(path), message, data: path };
    }
  },

  fixes({ data }, view) {
    return [{ title: 'Put it in quotes', edits: quote(view, data), safe: true }];
  },
};
