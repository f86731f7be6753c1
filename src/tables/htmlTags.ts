import type { TextRange } from '../card/text';

/** An HTML tag; `name` is lower case. */
export interface HtmlTag extends TextRange {
  readonly name: string;
  readonly closing: boolean;
}

/** What stands in a block, in the order of its text. A `comment` that the block does not end is `open`. */
export type HtmlPart =
  | ({ readonly kind: 'tag' } & HtmlTag)
  | ({ readonly kind: 'comment'; readonly open: boolean } & TextRange)
  | ({ readonly kind: 'code' } & TextRange);

const BACKTICK = 96;
const BACKSLASH = 92;
const LESS_THAN = 60;
const GREATER_THAN = 62;
const SLASH = 47;
const EQUALS = 61;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

/** Elements whose content is text to a browser, whatever looks like a tag in it. */
const RAW_TEXT = new Set(['script', 'style', 'textarea', 'xmp']);

/** Reads the tags of one block of HTML, or of Markdown with HTML in it. Every search is bounded by the block and linear in it. */
export class HtmlTagReader {
  readonly #block: string;
  /** Where the block stands in the text that the ranges refer to. */
  readonly #base: number;
  readonly #lastTagEnd: number;
  /** From where on a string is known not to occur again. */
  readonly #absentFrom = new Map<string, number>();

  constructor(text: string, range: TextRange) {
    this.#block = text.slice(range.start, range.end);
    this.#base = range.start;
    this.#lastTagEnd = this.#block.lastIndexOf('>');
  }

  /** Visits tags and comments of raw HTML; the content of scripts and the like is passed over. */
  html(visit: (part: HtmlPart) => void): void {
    let position = this.#block.indexOf('<');
    while (position !== -1) {
      const part = this.#comment(position) ?? this.#tag(position);
      if (part !== undefined) visit(part);
      position = part === undefined ? position + 1 : part.end - this.#base;
      if (part?.kind === 'tag' && !part.closing && RAW_TEXT.has(part.name))
        position = this.#rawTextEnd(part.name, position);
      position = this.#block.indexOf('<', position);
    }
  }

  /** Visits tags, comments and code spans of Markdown text; what a backslash escapes is passed over. */
  markdown(visit: (part: HtmlPart) => void): void {
    const block = this.#block;
    let runs: ReadonlyMap<number, number> | undefined;
    let position = 0;
    while (position < block.length) {
      const code = block.charCodeAt(position);
      if (code === BACKSLASH) position += 2;
      else if (code === BACKTICK) {
        const length = backtickRun(block, position);
        runs ??= lastBacktickRuns(block, position);
        const end = closingRun(block, position + length, length, runs);
        if (end !== -1) visit({ kind: 'code', start: this.#base + position, end: this.#base + end });
        position = end === -1 ? position + length : end;
      } else if (code === LESS_THAN) {
        const comment = this.#comment(position);
        const part = comment?.open === false ? comment : this.#tag(position);
        if (part !== undefined) visit(part);
        position = part === undefined ? position + 1 : part.end - this.#base;
      } else position++;
    }
  }

  #comment(start: number): (HtmlPart & { kind: 'comment' }) | undefined {
    const block = this.#block;
    if (!block.startsWith('<!--', start)) return undefined;
    let end = this.#indexOf('-->', start + 4);
    if (block.startsWith('>', start + 4)) end = start + 2;
    if (block.startsWith('->', start + 4)) end = start + 3;
    const open = end === -1;
    return { kind: 'comment', open, start: this.#base + start, end: this.#base + (open ? block.length : end + 3) };
  }

  #tag(start: number): (HtmlPart & { kind: 'tag' }) | undefined {
    if (start > this.#lastTagEnd) return undefined;
    const block = this.#block;
    const closing = block.charCodeAt(start + 1) === SLASH;
    const nameStart = closing ? start + 2 : start + 1;
    if (!isLetter(block.charCodeAt(nameStart))) return undefined;
    let position = nameStart + 1;
    while (isNameCharacter(block.charCodeAt(position))) position++;
    const name = block.slice(nameStart, position).toLowerCase();

    let afterEquals = false;
    for (let code = block.charCodeAt(position); code !== GREATER_THAN; code = block.charCodeAt(++position)) {
      if (afterEquals && (code === DOUBLE_QUOTE || code === SINGLE_QUOTE)) {
        const quote = this.#indexOf(code === DOUBLE_QUOTE ? '"' : "'", position + 1);
        // A quote that is never closed is passed over as any other character: the tag still ends at the next `>`.
        if (quote !== -1 && quote < this.#lastTagEnd) position = quote;
      }
      afterEquals = code === EQUALS || (afterEquals && code <= 32);
    }
    return { kind: 'tag', name, closing, start: this.#base + start, end: this.#base + position + 1 };
  }

  #rawTextEnd(name: string, from: number): number {
    const close = new RegExp(`</${name}`, 'gi');
    close.lastIndex = from;
    return close.exec(this.#block)?.index ?? this.#block.length;
  }

  #indexOf(wanted: string, from: number): number {
    if (from >= (this.#absentFrom.get(wanted) ?? Infinity)) return -1;
    const found = this.#block.indexOf(wanted, from);
    if (found === -1) this.#absentFrom.set(wanted, from);
    return found;
  }
}

/** For each length of a run of backticks, where the last one of that length starts. */
function lastBacktickRuns(block: string, start: number): Map<number, number> {
  const runs = new Map<number, number>();
  for (let position = start; position !== -1;) {
    const length = backtickRun(block, position);
    runs.set(length, position);
    position = block.indexOf('`', position + length);
  }
  return runs;
}

function backtickRun(block: string, start: number): number {
  let position = start;
  while (block.charCodeAt(position) === BACKTICK) position++;
  return position - start;
}

/** Where the run of `length` backticks that closes a code span ends; -1 where there is none from `start` on. */
function closingRun(block: string, start: number, length: number, lastRuns: ReadonlyMap<number, number>): number {
  const last = lastRuns.get(length) ?? -1;
  let position = start;
  while (position <= last) {
    position = block.indexOf('`', position);
    const found = backtickRun(block, position);
    position += found;
    if (found === length) return position;
  }
  return -1;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

/** White space, `/` and `>` end a tag's name. */
function isNameCharacter(code: number): boolean {
  return code > 32 && code !== SLASH && code !== GREATER_THAN;
}
