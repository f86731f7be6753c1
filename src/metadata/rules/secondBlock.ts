import { secondBlock as findSecondBlock } from '../../card/frontMatter';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** A second metadata block, below the front matter. */
export const secondBlock: Rule<CardView, null> = {
  code: 'front-matter.second-block',
  severity: 'warning',
  link: Link.metadata,

  *find({ text, analysis: { frontMatter } }) {
    const block = findSecondBlock(text, frontMatter);
    if (block === null) return;
    const message = 'The Hub reads the first metadata block only: move the keys of this one there.';
    yield { range: { start: block.start, end: block.start + 3 }, message, data: null };
  },
};
