import { decodeHTML } from 'entities/decode';
import { readFormula, type FormulaSink } from './latex';

/** What a reader sees of Markdown or HTML inline source, as one line: no markup, entities, LaTeX, images or footnote references. */
export function plainText(source: string): string {
  return NEEDS_READING.test(source) ? tidy(new InlineReader(source).read()) : tidy(source);
}

/** The same, cut where the source breaks a line (`<br>`, list items, paragraphs); empty lines are left out. */
export function plainLines(source: string): readonly string[] {
  if (PLAIN_WORDS.test(source)) return [source];
  const text = NEEDS_READING.test(source) ? new InlineReader(source).read() : source;
  if (!text.includes(LINE_BREAK)) return [tidy(text)];
  return text
    .split(LINE_BREAK)
    .map(tidy)
    .filter((line) => line !== '');
}

/** What most cells hold: a number or a name that stands for itself. */
const PLAIN_WORDS = /^[A-Za-z0-9.,%()+/±-]+(?: [A-Za-z0-9.,%()+/±-]+)*$/;
const NEEDS_READING = /[\\`*_~[<&$:]/;
/** Stands for a break while a cell is read; no other line break of the source is one. */
const LINE_BREAK = '\u2028';
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufe0e\ufe0f\ufeff]/g;
const BREAKING_TAGS = new Set(['br', 'p', 'div', 'li', 'ul', 'ol', 'tr', 'hr', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** CommonMark's own limit for brackets inside a link's address. */
const ADDRESS_DEPTH = 32;
/** How much of raised or lowered text is looked at, in characters and pieces: a mark is shorter. */
const SCRIPT_REACH = 16;

const SHORTCODES: Readonly<Record<string, string>> = {
  arrow_up: '↑',
  arrow_down: '↓',
  white_check_mark: '✓',
  heavy_check_mark: '✓',
  x: '✗',
};

function tidy(text: string): string {
  if (PLAIN_ASCII.test(text)) return text.includes('  ') ? text.replace(/ +/g, ' ').trim() : text.trim();
  return text
    .replace(INVISIBLE, '')
    .replace(/\u2011/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}
const PLAIN_ASCII = /^[ -~±]*$/;

const isSpace = (char: string) => char === '' || /\s/.test(char);
const isWord = (char: string) => /[\p{L}\p{N}]/u.test(char);

interface Delimiter {
  readonly piece: number;
  count: number;
}

interface Script {
  readonly piece: number;
  readonly raised: boolean;
  readonly closer: 'sup' | 'sub' | 'formula';
}

/** One pass over the source; every look ahead ends at its first failure or is remembered, so that the whole stays linear. */
class InlineReader implements FormulaSink {
  readonly #source: string;
  readonly #pieces: string[] = [];
  readonly #delimiters: Readonly<Record<string, Delimiter[]>> = { '*': [], _: [], '~': [] };
  readonly #brackets: { readonly piece: number; readonly image: boolean }[] = [];
  readonly #scripts: Script[] = [];
  #codeFences: Map<number, number[]> | undefined;
  #at = 0;
  /** From here on there is no `-->`, no `\\)`: not looked for again. */
  #commentsEnd = true;
  #formulasEnd = true;

  constructor(source: string) {
    this.#source = source;
  }

  read(): string {
    const source = this.#source;
    const special = /[\\`*_~[\]!<&$:]/g;
    while (this.#at < source.length) {
      special.lastIndex = this.#at;
      const next = special.exec(source)?.index ?? source.length;
      if (next > this.#at) this.text(source.slice(this.#at, next));
      this.#at = next;
      if (next < source.length) this.#special(source.charAt(next));
    }
    return this.#pieces.join('');
  }

  text(text: string): void {
    this.#pieces.push(text);
  }

  openScript(raised: boolean): void {
    this.#scripts.push({ piece: this.#pieces.length, raised, closer: 'formula' });
  }

  closeScript(): void {
    this.#endScript('formula', '');
  }

  #special(char: string): void {
    switch (char) {
      case '\\':
        return this.#escape();
      case '`':
        return this.#code();
      case '*':
      case '_':
      case '~':
        return this.#delimiter(char);
      case '!':
      case '[':
        return this.#openBracket(char === '!');
      case ']':
        return this.#closeBracket();
      case '<':
        return this.#angle();
      case '&':
        return this.#entity();
      case '$':
        return this.#dollar();
      case ':':
        return this.#shortcode();
    }
  }

  #take(length: number): void {
    this.text(this.#source.slice(this.#at, this.#at + length));
    this.#at += length;
  }

  #escape(): void {
    const next = this.#source.charAt(this.#at + 1);
    if (next === '\\' && this.#source.charAt(this.#at + 2) === '(' && this.#formulasEnd) {
      const end = this.#source.indexOf('\\\\)', this.#at);
      this.#formulasEnd = end >= 0;
      if (end >= 0) {
        readFormula(this.#source.slice(this.#at + 3, end), this);
        this.#at = end + 3;
        return;
      }
    }
    if (/[!-/:-@[-`{-~]/.test(next)) {
      this.text(next);
      this.#at += 2;
    } else this.#take(1);
  }

  #code(): void {
    const length = this.#run('`');
    const start = this.#at + length;
    this.#codeFences ??= positionsOfBackticks(this.#source);
    const ends = this.#codeFences.get(length) ?? [];
    let end = ends.pop();
    while (end !== undefined && end < start) end = ends.pop();
    if (end === undefined) return this.#take(length);
    this.text(this.#source.slice(start, end));
    this.#at = end + length;
  }

  #run(char: string): number {
    let length = 1;
    while (this.#source.charAt(this.#at + length) === char) length++;
    return length;
  }

  /** Emphasis: pairs are blanked as soon as they close, what stays open is text. */
  #delimiter(char: string): void {
    const length = this.#run(char);
    const before = this.#at === 0 ? '' : this.#source.charAt(this.#at - 1);
    const after = this.#source.charAt(this.#at + length);
    this.#at += length;
    let left = length;
    if (char === '~' && length !== 2) return this.text(char.repeat(length));
    const intraword = char === '_' && isWord(before) && isWord(after);
    if (!isSpace(before) && !intraword) left = this.#closeDelimiters(char, left);
    if (left === 0) return;
    if (!isSpace(after) && !intraword) this.#delimiters[char]?.push({ piece: this.#pieces.length, count: left });
    this.text(char.repeat(left));
  }

  #closeDelimiters(char: string, count: number): number {
    const openers = this.#delimiters[char] ?? [];
    let left = count;
    for (let opener = openers.at(-1); left > 0 && opener !== undefined; opener = openers.at(-1)) {
      const matched = Math.min(opener.count, left);
      left -= matched;
      opener.count -= matched;
      this.#pieces[opener.piece] = char.repeat(opener.count);
      if (opener.count === 0) openers.pop();
    }
    return left;
  }

  #openBracket(image: boolean): void {
    if (image && this.#source.charAt(this.#at + 1) !== '[') return this.#take(1);
    const start = this.#at + (image ? 2 : 1);
    if (!image && this.#source.charAt(start) === '^') {
      const footnote = /[^\s\]]+\]/y;
      footnote.lastIndex = start;
      if (footnote.test(this.#source)) {
        this.#at = footnote.lastIndex;
        return;
      }
    }
    this.#brackets.push({ piece: this.#pieces.length, image });
    this.text(image ? '![' : '[');
    this.#at = start;
  }

  #closeBracket(): void {
    const opener = this.#brackets.pop();
    const end = opener === undefined ? undefined : this.#linkEnd(this.#at + 1);
    if (opener === undefined || end === undefined) return this.#take(1);
    if (opener.image) this.#drop(opener.piece);
    else this.#pieces[opener.piece] = '';
    this.#at = end;
  }

  /** Forgets what was read since the piece; a delimiter or script that began there goes with it. */
  #drop(piece: number): void {
    this.#pieces.length = piece;
    for (const openers of Object.values(this.#delimiters)) {
      while ((openers.at(-1)?.piece ?? -1) >= piece) openers.pop();
    }
    while ((this.#scripts.at(-1)?.piece ?? -1) > piece) this.#scripts.pop();
  }

  /** Where the `(address "title")` or `[reference]` that starts here ends. */
  #linkEnd(start: number): number | undefined {
    const source = this.#source;
    if (source.charAt(start) === '[') {
      const reference = /\[[^\s[\]]*\]/y;
      reference.lastIndex = start;
      return reference.test(source) ? reference.lastIndex : undefined;
    }
    if (source.charAt(start) !== '(') return undefined;
    let at = skipSpaces(source, start + 1);
    let depth = 1;
    for (; at < source.length && depth > 0; at++) {
      const char = source.charAt(at);
      if (char === '\\') at++;
      else if (char === '(' && ++depth > ADDRESS_DEPTH) return undefined;
      else if (char === ')') depth--;
      else if (char === ' ' || char === '\n' || char === '\t') break;
    }
    if (depth === 0) return at;
    at = skipSpaces(source, at);
    const quote = source.charAt(at);
    if (depth !== 1 || (quote !== '"' && quote !== "'")) return undefined;
    const close = source.indexOf(quote, at + 1);
    if (close < 0) return undefined;
    at = skipSpaces(source, close + 1);
    return source.charAt(at) === ')' ? at + 1 : undefined;
  }

  #angle(): void {
    const source = this.#source;
    if (source.startsWith('<!--', this.#at) && this.#commentsEnd) {
      const end = source.indexOf('-->', this.#at + 4);
      this.#commentsEnd = end >= 0;
      if (end >= 0) {
        this.#at = end + 3;
        return;
      }
    }
    const name = /<(\/?)([A-Za-z][A-Za-z0-9.+-]*)(:?)/y;
    name.lastIndex = this.#at;
    const match = name.exec(source);
    const end = match === null ? undefined : tagEnd(source, name.lastIndex);
    if (match?.[1] === '/' && end === undefined && !source.includes('<', name.lastIndex)) {
      // A closing tag that the cell's end cuts off.
      this.#at = source.length;
      return;
    }
    if (match === null || end === undefined) return this.#take(1);
    const [, slash, tag = '', colon] = match;
    if (colon === ':' || tag.includes('.')) this.text(source.slice(this.#at + 1, end - 1));
    else this.#tag(tag.toLowerCase(), slash === '/', source.charAt(end));
    this.#at = end;
  }

  #tag(tag: string, closing: boolean, after: string): void {
    if (BREAKING_TAGS.has(tag)) return this.text(LINE_BREAK);
    if (tag !== 'sup' && tag !== 'sub') return;
    if (closing) this.#endScript(tag, after);
    else this.#scripts.push({ piece: this.#pieces.length, raised: tag === 'sup', closer: tag });
  }

  /** Raised or lowered text: a footnote mark is left out, and nothing runs into the number or word before it. */
  #endScript(closer: Script['closer'], after: string): void {
    const script = this.#scripts.at(-1);
    if (script?.closer !== closer) return;
    this.#scripts.pop();
    const content = tidy(
      this.#pieces
        .slice(script.piece, script.piece + SCRIPT_REACH)
        .join('')
        .slice(0, SCRIPT_REACH),
    );
    const base = this.#pieces
      .slice(Math.max(0, script.piece - SCRIPT_REACH), script.piece)
      .join('')
      .slice(-SCRIPT_REACH);
    if (content === '' || (script.raised && isFootnoteMark(content, base, after))) return this.#drop(script.piece);
    const separator = scriptSeparator(base, content, script.raised);
    if (separator !== '') this.#pieces[script.piece] = separator + (this.#pieces[script.piece] ?? '');
  }

  #entity(): void {
    const entity = /&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?/y;
    entity.lastIndex = this.#at;
    const match = entity.exec(this.#source)?.[0];
    if (match === undefined) return this.#take(1);
    this.text(decodeHTML(match));
    this.#at += match.length;
  }

  /** A formula by the usual rule: no blank inside the dollars, no digit after them; so prices stay text. */
  #dollar(): void {
    const width = this.#source.charAt(this.#at + 1) === '$' ? 2 : 1;
    const start = this.#at + width;
    const end = this.#source.indexOf('$$'.slice(0, width), start);
    const formula = end < 0 ? '' : this.#source.slice(start, end);
    const isFormula = formula !== '' && formula === formula.trim() && !/\d/.test(this.#source.charAt(end + width));
    if (!isFormula) return this.#take(width);
    readFormula(formula, this);
    this.#at = end + width;
  }

  #shortcode(): void {
    const shortcode = /:([a-z0-9_+-]*[a-z][a-z0-9_+-]*):(?![\p{L}\p{N}])/uy;
    shortcode.lastIndex = this.#at;
    const name = isWord(this.#source.charAt(this.#at - 1)) ? undefined : shortcode.exec(this.#source)?.[1];
    if (name === undefined) return this.#take(1);
    this.text(SHORTCODES[name] ?? '');
    this.#at = shortcode.lastIndex;
  }
}

/** Where the runs of backticks of each length begin, last first. */
function positionsOfBackticks(source: string): Map<number, number[]> {
  const positions = new Map<number, number[]>();
  for (const match of source.matchAll(/`+/g)) {
    const list = positions.get(match[0].length);
    if (list) list.push(match.index);
    else positions.set(match[0].length, [match.index]);
  }
  for (const list of positions.values()) list.reverse();
  return positions;
}

function skipSpaces(source: string, start: number): number {
  let at = start;
  while (at < source.length && /\s/.test(source.charAt(at))) at++;
  return at;
}

/** The end of a tag, looking past quoted attribute values; undefined where another `<` comes first. */
function tagEnd(source: string, start: number): number | undefined {
  for (let at = start; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '>') return at + 1;
    if (char === '<') return undefined;
    if ((char === '"' || char === "'") && source.charAt(at - 1) === '=') {
      const close = source.indexOf(char, at + 1);
      if (close < 0) return undefined;
      at = close;
    }
  }
  return undefined;
}

/** `1`, `*`, `[2]`, `a,b` after a word or a finished number; not the 2 of `R²` or a power of ten. */
function isFootnoteMark(content: string, base: string, after: string): boolean {
  if (/^[*†‡§¶#✝⋆★☆◇◊^]+$/u.test(content)) return true;
  if (!/^[[(]?(?:\d{1,2}|[a-z])(?:, ?(?:\d{1,2}|[a-z]))*[\])]?$/.test(content)) return false;
  if (isWord(after)) return false;
  return !/(?:^|\s)\p{L}$/u.test(base) && !/[x×·*] ?10$/.test(base);
}

function scriptSeparator(base: string, content: string, raised: boolean): string {
  const last = base.charAt(base.length - 1);
  if (raised && /\d/.test(last) && /^[-−\d]/.test(content)) return '^';
  if (/\d/.test(last) && /^[\p{L}\p{N}]/u.test(content)) return ' ';
  return isWord(last) && /^\p{L}{3}/u.test(content) ? ' ' : '';
}
