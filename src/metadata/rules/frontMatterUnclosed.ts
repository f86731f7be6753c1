import { likelyEnd, locateFrontMatter } from '../../card/frontMatter';
import { applyEdits, dominantLineBreak } from '../../card/text';
import { parseMetadata } from '../../results/modelIndex/document';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** An opening `---` without a closing one. */
export const frontMatterUnclosed: Rule<CardView, null> = {
  code: 'front-matter.unclosed',
  severity: 'warning',
  link: Link.metadata,

  *find({ analysis: { frontMatter } }) {
    if (frontMatter.kind !== 'unclosed') return;
    const { start } = frontMatter;
    const message =
      'The front matter is never closed, so the Hub sees no metadata: end it with a line of three dashes (---).';
    yield { range: { start, end: start + 3 }, message, data: null };
  },

  fixes(_finding, { text, analysis: { frontMatter } }) {
    if (frontMatter.kind !== 'unclosed') return [];
    const end = likelyEnd(text, frontMatter);
    const lineBreak = dominantLineBreak(text) === '\r\n' ? '\r\n' : '\n';
    // The Hub does not take a lone `\r` for the end of the closing line.
    const closing = `${lineBreak}---${/^(?:\r?\n|$)/.test(text.slice(end, end + 2)) ? '' : lineBreak}`;
    const edits = [{ start: end, end, text: closing }];
    const closed = applyEdits(text, edits);
    const found = locateFrontMatter(closed);
    if (found.kind !== 'present' || parseMetadata(closed, found).kind === 'problem') return [];
    return [{ title: 'Close the front matter', edits, safe: false }];
  },
};
