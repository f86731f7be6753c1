import { dominantLineBreak } from '../../card/text';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** A card without metadata. */
export const frontMatterMissing: Rule<CardView, null> = {
  code: 'front-matter.missing',
  severity: 'warning',
  link: Link.metadata,

  *find({ text, analysis }) {
    if (analysis.frontMatter.kind !== 'none') return;
    const start = text.startsWith('\ufeff') ? 1 : 0;
    const lineEnd = text.slice(start).search(/[\r\n]/);
    const message =
      'Empty or missing YAML metadata in repo card: add front matter, so that the Hub knows at least the licence.';
    yield { range: { start, end: lineEnd < 0 ? text.length : start + lineEnd }, message, data: null };
  },

  fixes({ range: { start } }, { text }) {
    const lines = ['---', 'license: unknown', '---', ''];
    // The Hub does not take a lone `\r` for the end of the closing line.
    const lineBreak = dominantLineBreak(text) === '\r\n' ? '\r\n' : '\n';
    return [{ title: 'Create front matter', edits: [{ start, end: start, text: lines.join(lineBreak) }], safe: false }];
  },
};
