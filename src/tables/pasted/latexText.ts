import type { CellMarkdown } from './cellMarkdown';
import { ACCENTS, BOLD, BOLD_FROM_HERE, LAST_SHOWN, SHOWN, UNSEEN } from './latexCommands';
import { skipOptions, takeArgument, takeGroups } from './latexSource';

/** How text is set at a place. */
interface Style {
  readonly bold: boolean;
  readonly math: boolean;
}

const MOST_NESTED = 50;
const PLAIN = /[^\\{}$^_~`'-]+/y;
const COMMAND = /\\([A-Za-z]+)\*?/y;

/** Writes what a piece of LaTeX says into a cell; a command that is not known and has no argument stays as it is. */
export function writeLatex(source: string, cell: CellMarkdown, style?: Style): void {
  new LatexWriter(source, cell, style ?? { bold: false, math: false }, 0).run();
}

class LatexWriter {
  readonly #source: string;
  readonly #cell: CellMarkdown;
  readonly #depth: number;
  #style: Style;
  #at = 0;

  constructor(source: string, cell: CellMarkdown, style: Style, depth: number) {
    this.#source = source;
    this.#cell = cell;
    this.#style = style;
    this.#depth = depth;
  }

  run(): void {
    if (this.#depth > MOST_NESTED) return this.#text(this.#source);
    while (this.#at < this.#source.length) {
      PLAIN.lastIndex = this.#at;
      const plain = PLAIN.exec(this.#source)?.[0] ?? '';
      if (plain !== '') this.#text(plain);
      this.#at += plain.length;
      if (this.#at < this.#source.length) this.#special(this.#source.charAt(this.#at));
    }
  }

  #special(char: string): void {
    const { math } = this.#style;
    if (char === '\\') return this.#command();
    if (char === '{') return this.#argument();
    if (math && (char === '^' || char === '_')) {
      this.#at++;
      return this.#cell.script(char === '^', () => this.#argument());
    }
    if (char === '$') {
      this.#at += this.#source.startsWith('$$', this.#at) ? 2 : 1;
      this.#style = { ...this.#style, math: !math };
      return;
    }
    const [typed, shown] = ligature(this.#source.slice(this.#at, this.#at + 3), char);
    this.#at += typed;
    this.#text(char === '}' ? '' : shown);
  }

  #command(): void {
    COMMAND.lastIndex = this.#at;
    const name = COMMAND.exec(this.#source)?.[1];
    if (name === undefined) return this.#sign();
    const start = this.#at;
    this.#at = COMMAND.lastIndex;
    const symbol = SHOWN.get(name);
    const last = LAST_SHOWN.get(name);
    const unseen = UNSEEN.get(name);
    if (name === 'textsuperscript' || name === 'textsubscript') {
      this.#cell.script(name === 'textsuperscript', () => this.#argument());
    } else if (symbol !== undefined) this.#symbol(symbol);
    else if (BOLD.has(name)) this.#argument({ ...this.#style, bold: true });
    else if (ACCENTS.has(name)) this.#accent(name);
    else if (/^[dt]?frac$/.test(name)) this.#fraction();
    else if (last !== undefined) this.#lastOf(last);
    else if (unseen !== undefined) this.#unseen(name, unseen);
    else this.#unknown(start);
  }

  /** A command of one sign: a character that means itself, a blank, an accent, a line break. */
  #sign(): void {
    const sign = this.#source.charAt(this.#at + 1);
    this.#at += 1 + sign.length;
    if (sign === '\\') {
      if (this.#source.charAt(this.#at) === '*') this.#at++;
      this.#at = skipOptions(this.#source, this.#at);
      this.#cell.lineBreak();
    } else if (ACCENTS.has(sign)) this.#accent(sign);
    else if ('()[]'.includes(sign) && sign !== '') this.#style = { ...this.#style, math: '(['.includes(sign) };
    else if (' ,;:\n\t'.includes(sign)) this.#text(' ');
    else if (!'!/-@'.includes(sign)) this.#text(sign);
  }

  /** A blank after a command only ends its name; an empty group does the same. */
  #symbol(shown: string): void {
    this.#text(shown);
    const blanks = /\s*(?:\{\})?/y;
    blanks.lastIndex = this.#at;
    const after = blanks.exec(this.#source)?.[0] ?? '';
    if (!this.#style.math) this.#at += after.length;
  }

  #argument(style = this.#style): void {
    const argument = takeArgument(this.#source, this.#at);
    this.#at = argument?.end ?? this.#source.length;
    if (argument) this.#write(argument.text, style);
  }

  #lastOf(most: number): void {
    for (let left = most; left > 1; left--) {
      this.#at = skipOptions(this.#source, this.#at);
      this.#at = takeArgument(this.#source, this.#at)?.end ?? this.#source.length;
    }
    this.#at = skipOptions(this.#source, this.#at);
    this.#argument();
  }

  #unseen(name: string, most: number): void {
    if (BOLD_FROM_HERE.has(name)) this.#style = { ...this.#style, bold: true };
    const { texts, end } = takeGroups(this.#source, skipOptions(this.#source, this.#at), most);
    const isTable = name === 'begin' && texts[0] !== undefined && /^(?:tabular|array|matrix)/.test(texts[0]);
    this.#at = isTable ? takeGroups(this.#source, skipOptions(this.#source, end), 1).end : end;
  }

  #accent(name: string): void {
    const argument = takeArgument(this.#source, this.#at);
    this.#at = argument?.end ?? this.#source.length;
    const base = (argument?.text ?? '').replace(/^\\([ij])$/, '$1');
    this.#text(`${base.charAt(0)}${ACCENTS.get(name) ?? ''}${base.slice(1)}`.normalize('NFC'));
  }

  #fraction(): void {
    this.#argument();
    this.#text('/');
    this.#argument();
  }

  /** One argument is what the command is about; with none or several nobody knows what it shows. */
  #unknown(start: number): void {
    const { texts, end } = takeGroups(this.#source, skipOptions(this.#source, this.#at), 9);
    const [only] = texts;
    if (only !== undefined && texts.length === 1 && only !== '') this.#write(only, this.#style);
    else this.#text(this.#source.slice(start, texts.length > 1 ? end : this.#at));
    this.#at = texts.length > 0 ? end : this.#at;
  }

  #write(source: string, style: Style): void {
    new LatexWriter(source, this.#cell, style, this.#depth + 1).run();
  }

  #text(text: string): void {
    this.#cell.text(text, this.#style.bold);
  }
}

/** How many characters are typed at a place, and what they show. */
function ligature(typed: string, char: string): readonly [length: number, shown: string] {
  if (typed.startsWith('---')) return [3, '—'];
  if (typed.startsWith('--')) return [2, '–'];
  if (typed.startsWith('``')) return [2, '“'];
  if (typed.startsWith("''")) return [2, '”'];
  return [1, char === '~' ? ' ' : char];
}
