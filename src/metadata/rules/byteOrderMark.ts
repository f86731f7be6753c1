import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** A byte order mark before the front matter, which hides it from the Hub's Python client. */
export const byteOrderMark: Rule<CardView, null> = {
  code: 'front-matter.bom',
  severity: 'warning',
  link: Link.pythonClient,

  *find({ text, analysis: { frontMatter }, byteOrderMark: mark }) {
    const inText = text.startsWith('\ufeff');
    if ((!mark && !inText) || frontMatter.kind === 'none') return;
    const message =
      "A byte order mark stands before the front matter, so the Hub's Python client sees no metadata: save the card as UTF-8 without one.";
    yield { range: { start: 0, end: inText ? 4 : 3 }, message, data: null };
  },

  fixes(_finding, { text }) {
    // An editor that reads the text without the mark writes it again when it saves, whatever is edited.
    if (!text.startsWith('\ufeff')) return [];
    return [{ title: 'Remove the byte order mark', edits: [{ start: 0, end: 1, text: '' }], safe: true }];
  },
};
