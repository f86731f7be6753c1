import type { FrontMatter } from '../card/frontMatter';
import type { TextEdit } from '../card/text';

/**
 * The edits that move a metadata block the Hub does not see to the very top of the card (behind a byte order mark),
 * without blanks after its opening dashes.
 */
export function moveToTop(text: string, { block }: FrontMatter & { readonly kind: 'hidden' }): readonly TextEdit[] {
  const top = text.startsWith('\ufeff') ? 1 : 0;
  const moved = text.slice(block.start, block.end).replace(/^---[ \t]+/, '---');
  // The closing line needs an end that the Hub takes for one: a lone `\r` is none.
  const closed = /\n$/.test(moved) ? moved : `${moved.replace(/\r$/, '')}\n`;
  return [
    { start: top, end: top, text: closed },
    { start: block.start, end: block.end, text: '' },
  ];
}
