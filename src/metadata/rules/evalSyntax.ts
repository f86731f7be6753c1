import { applyEdits } from '../../card/text';
import { parseYaml } from '../../results/modelIndex/document';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { BrokenView } from '../views';
import { likelyCause, type Mending } from '../yamlCause';

/** A file of results that no YAML reader takes. */
export const evalSyntax: Rule<BrokenView, Mending | null> = {
  code: 'eval-results.syntax',
  severity: 'error',
  link: Link.evalResults,

  *find({ text, problem }) {
    const { range, message, mending = null } = likelyCause(text, { start: 0, end: text.length }, problem);
    yield { range, message: `Invalid YAML: ${message}`, data: mending };
  },

  fixes({ data, range }, { text }) {
    if (data === null) return [];
    const mended = applyEdits(text, data.edits);
    const parsed = parseYaml(mended, { start: 0, end: mended.length }, 'The file');
    if (parsed.kind === 'problem' && parsed.problem.offset <= range.end + 2) return [];
    return [{ ...data, safe: false }];
  },
};
