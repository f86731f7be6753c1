import { applyEdits } from '../../card/text';
import { locateFrontMatter } from '../../card/frontMatter';
import { parseMetadata } from '../../results/modelIndex/document';
import { INDENT, looseLines } from '../looseLines';
import { likelyCause, type Mending } from '../yamlCause';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** Front matter that no YAML reader takes. */
export const brokenYaml: Rule<CardView, Mending | null> = {
  code: 'front-matter.syntax',
  severity: 'error',
  link: Link.metadata,

  *find({ text, analysis: { metadata, frontMatter } }) {
    const { problem } = metadata;
    if (frontMatter.kind !== 'present' || !problem || problem.reason === 'no-map') return;
    const loose = looseLines(text, frontMatter.yaml, problem);
    if (loose !== null) {
      const message =
        'Invalid YAML to strict readers: a text in quotes or brackets goes on without indentation, so nothing else can be checked.';
      yield { range: loose.range, message, severity: 'warning', data: loose.mending };
      return;
    }
    const { range, message, mending = null } = likelyCause(text, frontMatter.yaml, problem);
    yield { range, message: `Invalid YAML in README.md: ${message}`, data: mending };
  },

  fixes({ data, range }, { text }) {
    if (data === null) return [];
    const mended = applyEdits(text, data.edits);
    const found = locateFrontMatter(mended);
    if (found.kind !== 'present') return [];
    const parsed = parseMetadata(mended, found);
    // What is wrong further down is another problem, that can only be seen now.
    if (parsed.kind === 'problem' && parsed.problem.offset <= range.end + 2) return [];
    return [{ ...data, safe: data.title === INDENT }];
  },
};
