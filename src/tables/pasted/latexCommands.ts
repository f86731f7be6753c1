import { SYMBOLS } from '../latex';

/** Commands that set their one argument bold. */
export const BOLD = new Set(['textbf', 'mathbf', 'boldsymbol', 'bm']);

/** Commands that set all bold that follows in their group. */
export const BOLD_FROM_HERE = new Set(['bf', 'bfseries']);

/** Commands about looks and places, none of whose arguments shows anything: how many there are. */
export const UNSEEN: ReadonlyMap<string, number> = new Map([
  ...each('centering raggedright raggedleft noindent strut hfill left right protect relax', 0),
  ...each('tiny scriptsize footnotesize small normalsize large selectfont', 0),
  ...each('bf bfseries it itshape em sc scshape rm tt ttfamily sffamily', 0),
  ...each('scriptstyle scriptscriptstyle textstyle displaystyle hline toprule midrule bottomrule', 0),
  ...each('begin end color cellcolor rowcolor hspace vspace phantom hphantom vphantom', 1),
  ...each('cite citep citet citealp ref cref label footnote', 1),
  ...each('fontsize', 2),
]);

/** Commands of several arguments, of which only the last shows something. */
export const LAST_SHOWN: ReadonlyMap<string, number> = new Map([
  ...each('textcolor colorbox href rotatebox scalebox raisebox parbox', 2),
  ...each('resizebox multirow multicolumn', 3),
]);

/** What commands without an argument show. */
export const SHOWN: ReadonlyMap<string, string> = new Map([
  ...SYMBOLS,
  ...Object.entries({ textpm: '±', degree: '°', textdegree: '°', textasciitilde: '~', textbackslash: '\\' }),
  ...Object.entries({ textless: '<', textgreater: '>', textbar: '|', textendash: '–', textemdash: '—', percent: '%' }),
  ...Object.entries({ ss: 'ß', o: 'ø', O: 'Ø', ae: 'æ', AE: 'Æ', l: 'ł', L: 'Ł', i: 'ı', LaTeX: 'LaTeX', slash: '/' }),
  ...Object.entries({ textuparrow: '↑', textdownarrow: '↓', dag: '†', ddag: '‡', S: '§', P: '¶', newline: ' ' }),
  // Not LaTeX's own, but what nearly every paper that uses these names means.
  ...Object.entries({ xmark: '✗', cmark: '✓' }),
]);

/** Accents as combining characters, by the sign or letter that names them. */
export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ '`': '\u0300', "'": '\u0301', '^': '\u0302', '~': '\u0303', '=': '\u0304', '.': '\u0307' }),
  ...Object.entries({ '"': '\u0308', u: '\u0306', r: '\u030a', H: '\u030b', v: '\u030c', c: '\u0327', k: '\u0328' }),
]);

function each(names: string, value: number): readonly (readonly [name: string, value: number])[] {
  return names.split(' ').map((name) => [name, value] as const);
}
