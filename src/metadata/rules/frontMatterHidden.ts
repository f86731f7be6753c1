import { whyHidden } from '../../card/frontMatter';
import { moveToTop } from '../../results/moveFrontMatter';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** Metadata with something above it, or with blanks after its opening dashes. */
export const frontMatterHidden: Rule<CardView, null> = {
  code: 'front-matter.hidden',
  severity: 'warning',
  link: Link.metadata,

  *find({ text, analysis: { frontMatter } }) {
    if (frontMatter.kind !== 'hidden') return;
    const { start } = frontMatter.block;
    const { why, remedy } = whyHidden(text, frontMatter);
    const message = `The Hub does not see this metadata (empty or missing YAML metadata in repo card), since ${why}: ${remedy}.`;
    yield { range: { start, end: start + 3 }, message, data: null };
  },

  fixes(_finding, { text, analysis: { frontMatter } }) {
    if (frontMatter.kind !== 'hidden') return [];
    return [{ title: 'Move the front matter to the top', edits: moveToTop(text, frontMatter), safe: true }];
  },
};
