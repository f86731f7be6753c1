import { SYMBOLS } from '../latex';
import type { CellMarkdown } from './cellMarkdown';
import { skipOptions, takeArgument, takeGroups } from './latexSource';

/** How text is set at a place. */
interface Style {
  readonly bold: boolean;
  readonly math: boolean;
}

/** Commands that set their one argument bold, and those that set all bold that follows in their group. */
const BOLD = new Set(['textbf', 'mathbf', 'boldsymbol', 'bm', 'textbfseries']);
const BOLD_FROM_HERE = new Set(['bf', 'bfseries']);
/** Commands about looks and places: how many arguments they have, all of which show nothing. */
const UNSEEN: Readonly<Record<string, number>> = {
  ...{ begin: 1, end: 1, cite: 1, citep: 1, citet: 1, citealp: 1, ref: 1, cref: 1, label: 1, footnote: 1 },
  ...{ color: 1, cellcolor: 1, rowcolor: 1, hspace: 1, vspace: 1, phantom: 1, hphantom: 1, vphantom: 1, fontsize: 2 },
  ...{ centering: 0, raggedright: 0, raggedleft: 0, small: 0, footnotesize: 0, scriptsize: 0, tiny: 0, large: 0 },
  ...{
    normalsize: 0,
    it: 0,
    itshape: 0,
    em: 0,
    sc: 0,
    scshape: 0,
    rm: 0,
    tt: 0,
    ttfamily: 0,
    sffamily: 0,
    selectfont: 0,
  },
  ...{ scriptstyle: 0, scriptscriptstyle: 0, textstyle: 0, displaystyle: 0, left: 0, right: 0, protect: 0, relax: 0 },
  ...{ noindent: 0, strut: 0, hfill: 0, hline: 0, midrule: 0, toprule: 0, bottomrule: 0, bf: 0, bfseries: 0 },
};
/** Commands of several arguments, of which only the last shows something. */
const LAST_SHOWN: Readonly<Record<string, number>> = {
  ...{ textcolor: 2, colorbox: 2, href: 2, rotatebox: 2, scalebox: 2, raisebox: 2, parbox: 2, rowstyle: 2 },
  ...{ resizebox: 3, multirow: 3, multicolumn: 3 },
};
const TEXT: Readonly<Record<string, string>> = {
  ...{ textpm: '±', textsuperscript: '', degree: '°', textdegree: '°', textasciitilde: '~', textbackslash: '\\' },
  ...{ textless: '<', textgreater: '>', textbar: '|', textendash: '–', textemdash: '—', percent: '%', slash: '/' },
  ...{ ss: 'ß', o: 'ø', O: 'Ø', ae: 'æ', AE: 'Æ', l: 'ł', L: 'Ł', i: 'ı', xmark: '✗', cmark: '✓', LaTeX: 'LaTeX' },
  ...{ textuparrow: '↑', textdownarrow: '↓', dag: '†', ddag: '‡', S: '§', P: '¶', space: ' ', newline: ' ' },
};
/** Accents as combining characters, by the sign or letter that names them. */
const ACCENTS: Readonly<Record<string, string>> = {
  ...{ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307', '"': '\u0308' },
  ...{ u: '\u0306', r: '\u030a', H: '\u030b', v: '\u030c', c: '\u0327', k: '\u0328' },
};
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
    const symbol = SYMBOLS[name] ?? TEXT[name];
    const last = LAST_SHOWN[name];
    if (name === 'textsuperscript' || name === 'textsubscript') {
      this.#cell.script(name === 'textsuperscript', () => this.#argument());
    } else if (symbol !== undefined) this.#symbol(symbol);
    else if (BOLD.has(name)) this.#argument({ ...this.#style, bold: true });
    else if (name in ACCENTS) this.#accent(name);
    else if (/^[dt]?frac$/.test(name)) this.#fraction();
    else if (last !== undefined) this.#lastOf(last);
    else if (name in UNSEEN) this.#unseen(name);
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
    } else if (sign in ACCENTS) this.#accent(sign);
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

  #unseen(name: string): void {
    if (BOLD_FROM_HERE.has(name)) this.#style = { ...this.#style, bold: true };
    const { texts, end } = takeGroups(this.#source, skipOptions(this.#source, this.#at), UNSEEN[name] ?? 0);
    const isTable = name === 'begin' && texts[0] !== undefined && /^(?:tabular|array|matrix)/.test(texts[0]);
    this.#at = isTable ? takeGroups(this.#source, skipOptions(this.#source, end), 1).end : end;
  }

  #accent(name: string): void {
    const argument = takeArgument(this.#source, this.#at);
    this.#at = argument?.end ?? this.#source.length;
    const base = (argument?.text ?? '').replace(/^\\([ij])$/, '$1');
    this.#text(`${base.charAt(0)}${ACCENTS[name] ?? ''}${base.slice(1)}`.normalize('NFC'));
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
