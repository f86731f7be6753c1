import MarkdownIt from 'markdown-it';
import { markdownTableRule } from './markdownTables';

/** A token of markdown-it's block parser. */
export type BlockToken = MarkdownIt.Token;

const markdown = new MarkdownIt({ html: true });
markdown.block.ruler.at('table', markdownTableRule, { alt: ['paragraph', 'reference'] });

/**
 * The Markdown blocks of a text; no inline rule ever runs. Offsets in the tokens of tables are offsets in `text`, since
 * line ends are made plain without changing its length: a carriage return before a line feed becomes a space at the end of the line.
 */
export function parseBlocks(text: string): BlockToken[] {
  const tokens: BlockToken[] = [];
  markdown.block.parse(sameLength(text), markdown, {}, tokens);
  return tokens;
}

function sameLength(text: string): string {
  return text.includes('\r') || text.includes('\0')
    ? text.replace(/\r\n|\r|\0/g, (found) => (found === '\r\n' ? ' \n' : found === '\r' ? '\n' : '\ufffd'))
    : text;
}
