import MarkdownIt from 'markdown-it';
import { markdownTableRule, type TableEnvironment } from './markdownTables';

/** A token of markdown-it's block parser. */
export type BlockToken = MarkdownIt.Token;

const markdown = new MarkdownIt({ html: true });
markdown.block.ruler.at('table', markdownTableRule, { alt: ['paragraph', 'reference'] });

/**
 * The Markdown blocks of a text from `base` on; no inline rule ever runs. The cells of tables have their ranges in the whole
 * text, since line ends are made plain without changing a length: before a line feed, a carriage return becomes a space.
 */
export function parseBlocks(text: string, base = 0): BlockToken[] {
  const tokens: BlockToken[] = [];
  markdown.block.parse(sameLength(text.slice(base)), markdown, { base } satisfies TableEnvironment, tokens);
  return tokens;
}

function sameLength(text: string): string {
  return text.includes('\r') || text.includes('\0')
    ? text.replace(/\r\n|\r|\0/g, (found) => (found === '\r\n' ? ' \n' : found === '\r' ? '\n' : '\ufffd'))
    : text;
}
