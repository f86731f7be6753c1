import type { LineIndex, TextRange } from '../card/text';
import { parseBlocks, type BlockToken } from './blocks';
import type { FoundTables, Grid } from './grid';
import { HeadingTrail } from './headings';
import { HtmlTables, type TableContext } from './htmlTables';
import { HtmlTagReader, type HtmlPart, type HtmlTag } from './htmlTags';
import { MARKDOWN_TABLE, type MarkdownTable } from './markdownTables';
import { NearTableSeeker } from './nearTables';
import { plainText } from './plainText';
import { trimRange } from './whitespace';

/**
 * Finds the tables of a card, Markdown and HTML, that a reader of the rendered card would see as tables. `from` is where
 * the body begins, and `metadata` a block in it that is none; offsets and lines are those of the whole card.
 */
export function findTables(text: string, from: number, lines: LineIndex, metadata?: TextRange): FoundTables {
  return new TableFinder(text, from, lines, metadata).find();
}

/** A longer paragraph is no caption, and longer source is not even read. */
const MAX_CAPTION_LENGTH = 200;
const MAX_CAPTION_SOURCE = 2000;

type BlockTag = 'table' | 'table part' | 'heading' | 'details' | 'wrapper';

/** The tags that end the line of text before them, and what they mean here. */
const BLOCK_TAGS: ReadonlyMap<string, BlockTag> = new Map<string, BlockTag>([
  ['table', 'table'],
  ...['thead', 'tbody', 'tfoot', 'tr', 'td', 'th', 'caption'].map((name) => [name, 'table part'] as const),
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'summary'].map((name) => [name, 'heading'] as const),
  ['details', 'details'],
  ...['p', 'div', 'center', 'section', 'article', 'figure', 'figcaption', 'ul', 'ol', 'li', 'hr'].map(
    (name) => [name, 'wrapper'] as const,
  ),
]);
/** HTML whose content is no Markdown text gone astray. */
const NO_TEXT_TAG = /<(?:!--|table|pre|script|style|textarea)/i;
const TABLE_TAG = /<\/?(?:table|thead|tbody|tfoot|tr|td|th|caption)[\s>]/i;

/** Walks the blocks of a card once, in order, and keeps what stands above the current place. */
class TableFinder {
  readonly #text: string;
  readonly #lines: LineIndex;
  /** Where the text that the parser sees begins, and its first line. */
  readonly #base: number;
  readonly #baseLine: number;
  /** Metadata that the Hub does not see: its closing dashes make no heading of it. */
  readonly #metadata: TextRange | undefined;
  readonly #trail = new HeadingTrail();
  readonly #htmlTables: HtmlTables;
  readonly #grids: Grid[] = [];
  readonly #nearTables: NearTableSeeker;
  /** Source of the text right above, if it may be a caption. */
  #leadIn: string | undefined;
  /** A heading or summary whose closing tag has not come yet. */
  #openHeading: HtmlTag | undefined;
  /** Up to here a comment hides everything. */
  #hiddenUntil = 0;
  #quoteDepth = 0;

  constructor(text: string, from: number, lines: LineIndex, metadata?: TextRange) {
    this.#text = text;
    this.#metadata = metadata;
    this.#lines = lines;
    this.#base = from === 0 && text.startsWith('\ufeff') ? 1 : from;
    this.#baseLine = lines.lineAt(this.#base);
    this.#htmlTables = new HtmlTables(text, lines);
    this.#nearTables = new NearTableSeeker(text, lines);
  }

  find(): FoundTables {
    const tokens = parseBlocks(this.#text, this.#base);
    for (const [index, token] of tokens.entries()) this.#visit(token, tokens[index + 1]);
    const tables = [...this.#grids, ...this.#htmlTables.grids()].sort((a, b) => a.start - b.start);
    for (const { tag, cellsEnd } of this.#htmlTables.open) {
      if (cellsEnd !== undefined) this.#nearTables.unclosedTable(tag.start, cellsEnd);
    }
    const title = this.#trail.title;
    return { ...(title !== undefined && { title }), tables, nearTables: this.#nearTables.finish() };
  }

  #visit(token: BlockToken, next: BlockToken | undefined): void {
    switch (token.type) {
      case 'inline':
      case 'heading_close':
      case 'paragraph_close':
        return;
      case 'heading_open':
        return this.#markdownHeading(token, next?.content ?? '');
      case 'paragraph_open':
        return this.#paragraph(token, next?.content ?? '');
      case 'html_block':
        return this.#htmlBlock(token);
      case MARKDOWN_TABLE:
        return this.#markdownTable(token);
      case 'fence':
      case 'code_block':
        this.#code(token);
        break;
      case 'blockquote_open':
      case 'blockquote_close':
        this.#quoteDepth += token.nesting;
    }
    this.#leadIn = undefined;
    this.#nearTables.otherBlock();
  }

  #markdownHeading(token: BlockToken, content: string): void {
    this.#leadIn = undefined;
    this.#nearTables.underlinedHeading(token.markup.startsWith('#') ? '' : content, this.#line(token, 0));
    const { start } = this.#range(token);
    const isMetadata = this.#metadata && this.#metadata.start <= start && start < this.#metadata.end;
    if (start < this.#hiddenUntil || isMetadata) return;
    this.#openHeading = undefined;
    this.#trail.enter(Number(token.tag.slice(1)), plainText(content));
  }

  #paragraph(token: BlockToken, content: string): void {
    const range = this.#range(token);
    const isHidden = range.start < this.#hiddenUntil;
    if (!isHidden) this.#nearTables.paragraph(content, this.#line(token, 0));
    const hasBlockTags = content.includes('<') && this.#parts(range, 'markdown');
    if (!isHidden && !hasBlockTags) this.#leadIn = content;
  }

  #htmlBlock(token: BlockToken): void {
    const range = this.#range(token);
    const isPlain = range.start >= this.#hiddenUntil && !NO_TEXT_TAG.test(token.content);
    this.#nearTables.html(isPlain ? token.content : '', this.#line(token, 0));
    this.#html(range);
  }

  #html(range: TextRange): void {
    if (this.#quoteDepth > 0) this.#maskQuoteMarks(range);
    this.#parts(range, 'html');
  }

  /** An indented part of an open HTML table is meant as HTML, although it follows a blank line. */
  #code(token: BlockToken): void {
    const range = this.#range(token);
    if (token.type === 'code_block' && this.#htmlTables.open.length > 0 && TABLE_TAG.test(token.content))
      this.#html(range);
    else this.#htmlTables.maskCode(trimRange(this.#text, range.start, range.end));
  }

  /** Goes through the HTML of a block; whether it has tags that mean anything here. */
  #parts(range: TextRange, kind: 'html' | 'markdown'): boolean {
    const start = Math.max(range.start, this.#hiddenUntil);
    if (start >= range.end) return false;
    let segmentStart = start;
    const reader = new HtmlTagReader(this.#text, { start, end: range.end });
    reader[kind]((part) => {
      if (part.kind === 'code') return this.#htmlTables.maskCode(part);
      if (part.kind === 'comment') return this.#comment(part);
      const meaning = BLOCK_TAGS.get(part.name);
      if (meaning === undefined) return;
      if (meaning !== 'table part') this.#endSegment(segmentStart, part.start);
      this.#tag(part, meaning);
      segmentStart = part.end;
    });
    this.#endSegment(segmentStart, range.end);
    return segmentStart > start;
  }

  #endSegment(start: number, end: number): void {
    const source = this.#text.slice(start, end);
    if (/\S/.test(source)) this.#leadIn = source;
  }

  /** A comment that its block leaves open goes on to the next end of a comment, wherever that stands. */
  #comment(part: HtmlPart & { kind: 'comment' }): void {
    if (!part.open) return;
    const end = this.#text.indexOf('-->', part.start + 4);
    this.#hiddenUntil = end === -1 ? this.#text.length : end + 3;
  }

  #tag(tag: HtmlTag, meaning: BlockTag): void {
    switch (meaning) {
      case 'heading':
        this.#headingTag(tag);
        break;
      case 'details':
        this.#openHeading = undefined;
        if (tag.closing) this.#trail.closeDetails();
        else this.#trail.openDetails();
        break;
      case 'table':
        this.#openHeading = undefined;
        if (tag.closing) this.#htmlTables.closeTable(tag.end);
        else this.#htmlTables.openTable(tag, this.#context());
        break;
      case 'table part':
        this.#htmlTables.notePart(tag.end);
        break;
      case 'wrapper':
        return;
    }
    this.#leadIn = undefined;
  }

  #headingTag(tag: HtmlTag): void {
    const open = this.#openHeading;
    if (!tag.closing) {
      if (open?.name !== 'summary') this.#openHeading = tag;
      return;
    }
    if (open?.name !== tag.name) return;
    this.#openHeading = undefined;
    const text = plainText(this.#text.slice(open.end, tag.start));
    if (tag.name === 'summary') this.#trail.enterSummary(text);
    else this.#trail.enter(Number(tag.name.slice(1)), text);
  }

  #markdownTable(token: BlockToken): void {
    const { rows } = token.meta as unknown as MarkdownTable;
    this.#nearTables.table(rows[0]?.length ?? 0);
    const range = this.#range(token);
    const { start, end } = trimRange(this.#text, range.start, range.end);
    if (start >= this.#hiddenUntil) {
      const [line, endLine] = [this.#line(token, 0), this.#line(token, 1) - 1];
      this.#grids.push({ kind: 'markdown', start, end, line, endLine, ...this.#context(), rows, headerRows: 1 });
      if (TABLE_TAG.test(this.#text.slice(start, end))) this.#parts(range, 'markdown');
    }
    this.#leadIn = undefined;
  }

  #context(): TableContext {
    const source = this.#leadIn ?? '';
    const caption = source.length > MAX_CAPTION_SOURCE ? '' : plainText(source);
    const headings = this.#trail.texts;
    return caption === '' || caption.length > MAX_CAPTION_LENGTH ? { headings } : { headings, caption };
  }

  /** The marks of a block quote stand in the lines of its HTML, and are none. */
  #maskQuoteMarks(range: TextRange): void {
    const marks = new RegExp(`^[ \\t]*(?:>[ \\t]*){1,${this.#quoteDepth}}`, 'gm');
    for (const found of this.#text.slice(range.start, range.end).matchAll(marks)) {
      const start = range.start + found.index;
      this.#htmlTables.maskSpace({ start, end: start + found[0].length });
    }
  }

  /** The whole lines of a token. */
  #range(token: BlockToken): TextRange {
    const end = this.#line(token, 1);
    return {
      start: Math.max(this.#lines.startOf(this.#line(token, 0)), this.#base),
      end: end > this.#lines.count ? this.#text.length : this.#lines.startOf(end),
    };
  }

  /** The 1-based line of the card where a token begins (0), or the one behind it (1). */
  #line(token: BlockToken, edge: 0 | 1): number {
    return this.#baseLine + (token.map?.[edge] ?? 0);
  }
}
