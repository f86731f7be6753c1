import type { Mutable } from './facet';
import type { SkippedCell } from './reading';
import { takeShots } from './shots';

/** A number as written, in plain ASCII digits. */
export interface WrittenNumber {
  readonly value: number;
  readonly text: string;
}

/** Numbers that may be scores, with what the cell says of them. */
export interface NumberContent {
  readonly kind: 'numbers';
  readonly numbers: readonly WrittenNumber[];
  /** `0.3` of `85.2 ± 0.3`, as written. */
  readonly uncertainty?: string;
  /** `66.5` of `70.7 (66.5)`: a second score only where the header announces one. */
  readonly bracketed?: WrittenNumber;
  readonly percent: boolean;
  /** Written with a plus sign, as differences are. */
  readonly plus: boolean;
  /** In a list such as `- | 30.7 | -` with missing values: the place of each number, and how many places there are. */
  readonly places?: { readonly of: readonly number[]; readonly count: number };
  /** The whole of a fraction such as `12/15`, whose part is the one number. */
  readonly outOf?: number;
  readonly shots?: number;
  /** `pass@1` of `72.5 (pass@1)`. */
  readonly metric?: string;
}

/** What a cell holds. A quantity is a number that says by its unit that it is no score. */
export type CellContent =
  | { readonly kind: 'empty' | 'missing' | 'check' | 'text' }
  | { readonly kind: 'quantity'; readonly of: SkippedCell['reason'] }
  | NumberContent;

/** How a table writes its numbers. */
export interface NumberStyle {
  readonly decimalComma: boolean;
}

/** Longer cells hold prose or code, never a score or a name. */
export const LONGEST_CELL = 300;

const EMPTY: CellContent = { kind: 'empty' };
const MISSING: CellContent = { kind: 'missing' };
const CHECK: CellContent = { kind: 'check' };
const TEXT: CellContent = { kind: 'text' };

/** Tells what the plain text of a cell holds. */
export function readCellContent(text: string, style: NumberStyle): CellContent {
  if (text === '') return EMPTY;
  if (text.length > LONGEST_CELL) return TEXT;
  if (PLAIN_NUMBER.test(text) && !style.decimalComma) return plainNumber(text);
  const ascii = toAscii(text);
  if (MISSING_WORDS.test(ascii)) return MISSING;
  if (!HAS_DIGIT.test(ascii)) return CHECKS.test(ascii) ? CHECK : TEXT;
  if (DATE.test(ascii)) return { kind: 'quantity', of: 'date' };
  if (RANK.test(ascii)) return { kind: 'quantity', of: 'rank' };
  if (PRICE.test(ascii)) return { kind: 'quantity', of: 'other' };
  return new NumberReader(ascii, style).read();
}

/**
 * Whether commas stand before decimals in a table, given the lines of its cells: some number can only be read so, and more
 * than can only be read with a point.
 */
export function findNumberStyle(lines: readonly string[]): NumberStyle {
  const short = lines.filter((line) => line.length <= LONGEST_CELL);
  const commas = short.filter((line) => COMMA_DECIMALS.test(line)).length;
  return { decimalComma: commas > 0 && commas > short.filter((line) => POINT_DECIMALS.test(line)).length };
}

/** A number that stands for itself, and one in bold as the best of its column is. */
export const PLAIN_NUMBER = /^-?\d{1,15}(?:\.\d{1,15})?%?$/;
export const BOLD_NUMBER = /^\*\*-?\d{1,15}(?:\.\d{1,15})?%?\*\*$/;
const HAS_DIGIT = /\d/;
const COMMA_DECIMALS = /(?<![\d.,])(?:\d{1,4},(?:\d{1,2}|\d{4,6})|0,\d+)(?![\d.,]*\d)/;
const POINT_DECIMALS = /\d\.(?:\d{1,2}|\d{4,})(?!\d)/;
const MISSING_WORDS =
  /^(?:[-–—―_/\\.…?*~x✗×ー]+|\(?(?:n[./]?a\.?|nan|nil|inf|none|null|tb[ad]|to-?do|oom|unknown|pending|failed|fail|error|not avail\.?|not (?:reported|available|applicable|supported|tested|measured)|missing|wip|coming soon|待定|暂无|无|未知|未测)\)?)$/i;
const CHECKS = /^(?:[\s✓✔☑✅✗✘❌✕☒❎🟢🔴🟡⚪○●◯△×xX/-]|yes|no|true|false|y|n|是|否|有|无|支持|不支持)+$/iu;
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DATE = new RegExp(
  '^(?:' +
    [
      '(?:19|20)\\d\\d[-./年]\\s?(?:0?[1-9]|1[0-2])(?:[-./月]\\s?\\d{1,2}日?|月)?(?:[ T]\\d\\d:\\d\\d.*)?',
      '\\d{1,2}[-./]\\d{1,2}[-./](?:19|20)\\d\\d',
      `${MONTH} (?:\\d{1,2}(?:st|nd|rd|th)?,? )?(?:19|20)?\\d\\d`,
      `(?:\\d{1,2}(?:st|nd|rd|th)? )?${MONTH},? (?:19|20)\\d\\d`,
      '(?:19|20)\\d\\d (?:Q[1-4])|Q[1-4] (?:19|20)\\d\\d',
    ].join('|') +
    ')$',
  'i',
);
const RANK = /^(?:#\s?\d{1,5}|\d{0,4}(?:1st|2nd|3rd|\dth)|第\s?\d+[名位]?|\d{1,3}\.)$/i;
const PRICE = /^[~≈<>]?\s?[$€£¥₩₹]\s?\d|^\d[\d.,]*\s?(?:[$€£¥]|USD|EUR|CNY)(?![a-z])/i;

/** Units that no score has; what follows them does not matter. */
const QUANTITY_UNITS: readonly (readonly [of: SkippedCell['reason'], unit: RegExp])[] = [
  [
    'speed',
    /^(?:[mµμn]?s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)|h(?:(?:ou)?rs?)?|d(?:ays?)?|[x×倍]|fps|[kmg]?hz|k?wh?|(?:tok(?:en)?s?|t|it|img|images?|samples?|frames?)\s?(?:\/|per )\s?s(?:ec(?:ond)?)?|tps|[gtp]?flops?|[kmgt]b?\/s|rtf?x|秒|分钟|小时|天)(?![\p{L}\d])/iu,
  ],
  [
    'size',
    /^(?:[kmbgtp](?:i?b)?|bn|bytes?|bits?|million|billion|trillion|(?:[kmb] |million |billion )?param(?:eter)?s?|g?macs?|tokens?|words?|chars?|characters?|samples?|examples?|rows?|layers?|heads?|steps?|epochs?|iterations?|gpus?|px|pixels?|dims?|万|亿|千|个|条|억|만|개)(?![\p{L}\d])/iu,
  ],
];

/** The content of a cell that holds a `PLAIN_NUMBER` and no more. */
export function plainNumber(text: string): NumberContent {
  const percent = text.endsWith('%');
  const digits = percent ? text.slice(0, -1) : text;
  return {
    kind: 'numbers',
    numbers: [{ value: Number(digits), text: digits }],
    percent,
    plus: false,
  };
}

/** The first digit of each row of ten decimal digits that cards are written with, beside ASCII and what NFKC maps to it. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50];

/** Digits, minus signs and the like as ASCII; raised digits and circled numbers are marks, not digits. */
function toAscii(text: string): string {
  if (PLAIN_ASCII.test(text)) return text;
  return text
    .replace(/(?<=10)[⁺⁻⁰¹²³⁴-⁹]+/g, (power) => `^${power}`)
    .replace(/[⁺⁻⁰¹²³⁴-⁹ᵃ-ᶻ①-⓿❶-➓]+/g, '')
    .normalize('NFKC')
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59]/g, asciiDigit)
    .replace(/[−‐‑‒﹣－]/g, '-')
    .replace(/٫/g, '.')
    .replace(/٬/g, ',');
}
const PLAIN_ASCII = /^[ -~±]*$/;

function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
}

const PLAIN_DIGITS = /\d+(?:\.\d+)?|\.\d+/y;

/** Reads numbers and what stands around them from left to right. */
class NumberReader {
  readonly #text: string;
  readonly #style: NumberStyle;
  readonly #numbers: WrittenNumber[] = [];
  readonly #places: number[] = [];
  #count = 0;
  #at = 0;
  #uncertainty: string | undefined;
  #shots: number | undefined;
  #metric: string | undefined;
  #bracketed: WrittenNumber | undefined;
  #percent = false;
  #plus = false;

  constructor(text: string, style: NumberStyle) {
    this.#text = text;
    this.#style = style;
  }

  read(): CellContent {
    this.#match(/[^\p{L}\p{N}+\-.<>([#✅❌✓✗✔✘☑]*/uy);
    do {
      if (this.#missing()) continue;
      const number = this.#number();
      if (number === undefined) return TEXT;
      const unit = this.#quantity();
      // `98.7%, 3.9h`: a score, and how long it took.
      if (unit !== undefined && this.#numbers.length > 0) return this.#content();
      if (unit !== undefined) return { kind: 'quantity', of: unit };
      this.#numbers.push(number);
      this.#places.push(this.#count++);
      this.#surroundings();
    } while (this.#separator());
    const rest = this.#text.slice(this.#at).trim();
    if (rest !== '' && !this.#takeNote(rest)) return TEXT;
    return this.#numbers.length === 0 ? MISSING : this.#content();
  }

  /** A dash in the place of a number of a list. */
  #missing(): boolean {
    const dash = this.#match(/\s*[-–—]+(?=\s*(?:[/|;]|$))/y);
    if (dash !== undefined) this.#count++;
    return dash !== undefined;
  }

  #separator(): boolean {
    if (this.#at >= this.#text.length) return false;
    if (this.#match(/\s*(?:[/|;&]|, |(?<=\.\d+),(?=\d))\s*(?=[-–—+.\d])/y) !== undefined) return true;
    // Blanks alone stand between numbers written alike, such as `53.0 70.1`.
    const last = this.#numbers.at(-1)?.text ?? '';
    const decimals = last.split('.')[1]?.length;
    const next = /\s+(?=\d+\.(\d+)(?:\s|$))/y;
    next.lastIndex = this.#at;
    if (decimals === undefined || next.exec(this.#text)?.[1]?.length !== decimals) return false;
    this.#at = next.lastIndex;
    return true;
  }

  /** What a sticky pattern matches here; none of them is asked for at the end of the text. */
  #match(pattern: RegExp): string | undefined {
    if (this.#at >= this.#text.length) return undefined;
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text)?.[0];
    if (match !== undefined) this.#at = pattern.lastIndex;
    return match;
  }

  /** One number; digits, letters, points or underscores that would have to be left over mean that it is none. */
  #number(): WrittenNumber | undefined {
    const sign = this.#match(/[+-]\s?/y)?.charAt(0) ?? '';
    const digits = this.#digits();
    if (digits === undefined) return undefined;
    const exponent = this.#match(/e[+-]?\d{1,3}(?![\p{L}\d])/iuy) ?? '';
    if (this.#match(/[_\d]|\.\d|e\d|\^/iy) !== undefined) return undefined;
    this.#plus ||= sign === '+';
    const text = (sign === '-' ? '-' : '') + digits + exponent;
    return { value: Number(text), text };
  }

  #digits(): string | undefined {
    const start = this.#at;
    const plain = this.#match(PLAIN_DIGITS);
    const next = this.#text.charAt(this.#at);
    const isInCommaStyle = this.#style.decimalComma && (next === ' ' || plain?.includes('.') === true);
    if (next === ',' || next === "'" || isInCommaStyle) {
      this.#at = start;
      const marked = this.#markedDigits();
      if (marked !== undefined) return marked;
      this.#match(PLAIN_DIGITS);
    }
    return plain?.startsWith('.') === true ? `0${plain}` : plain;
  }

  /** Digits with marks between their groups, or a comma before the decimals. */
  #markedDigits(): string | undefined {
    if (this.#style.decimalComma) {
      const grouped = this.#match(/[1-9]\d{0,2}(?:(?:\.\d{3})+|(?: \d{3})+)(?:,\d+)?(?![\d.,]*\d)/y);
      if (grouped !== undefined) return grouped.replace(/[. ]/g, '').replace(',', '.');
      const decimal = this.#match(/\d+,\d+(?![\d.,]*\d)/y);
      if (decimal !== undefined) return decimal.replace(',', '.');
    }
    const grouped = this.#match(/[1-9]\d{0,2}(?:(?:,\d{3})+|(?:'\d{3})+)(?:\.\d+)?(?!\d|,\d)/y);
    if (grouped !== undefined) return grouped.replace(/[,']/g, '');
    const comma = this.#match(/\d+,(?:\d{1,2}|\d{4,})(?![\d.,]*\d)|0,\d+(?![\d.,]*\d)/y);
    return comma?.replace(',', '.');
  }

  #quantity(): SkippedCell['reason'] | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const rest = this.#text.slice(this.#at).trimStart();
    if (!/^[\p{L}×µ]/u.test(rest)) return undefined;
    return QUANTITY_UNITS.find(([, unit]) => unit.test(rest))?.[0];
  }

  /** Percent signs, errors, marks and brackets, in any order. */
  #surroundings(): void {
    for (let before = -1; before !== this.#at && this.#at < this.#text.length;) {
      before = this.#at;
      if (this.#match(/\s*%/y) !== undefined) this.#percent = true;
      this.#error();
      this.#match(/\s*[*†‡§¶^↑↓▲▼△▽↗↘⬆⬇\p{Extended_Pictographic}]+(?!\d)/uy);
      this.#bracket();
    }
  }

  #error(): void {
    if (this.#match(/\s*(?:±|\+\/-|\+-)\s*/y) === undefined) return;
    this.#uncertainty ??= this.#digits();
    this.#match(/[%?]/y);
  }

  #bracket(): void {
    const bracket = this.#match(/\s*(?:\([^()]*\)|\[[^[\]]*\])/y);
    if (bracket === undefined) return;
    const content = bracket.trim().slice(1, -1).trim();
    const error = /^(?:±|\+\/-|\+-)\s*(\d+(?:[.,]\d+)?)/.exec(content)?.[1];
    if (error !== undefined) this.#uncertainty ??= error.replace(',', '.');
    else if (PLAIN_NUMBER.test(content)) this.#bracketed ??= plainNumber(content).numbers[0];
    else this.#takeNote(content);
  }

  /** Words after the number: its shots or its metric. */
  #takeNote(note: string): boolean {
    const { shots, rest } = takeShots(note);
    this.#shots ??= shots;
    if (shots !== undefined && rest === '') return true;
    if (/^(?:dB|pts?|points?|点|分)\.?$/i.test(rest)) return true;
    if (!METRIC_NOTE.test(rest)) return false;
    this.#metric ??= rest;
    return true;
  }

  #content(): CellContent {
    const [first, second] = this.#numbers;
    const fraction =
      this.#numbers.length === 2 && first !== undefined && second !== undefined && isFraction(first, second);
    const content: Mutable<NumberContent> = {
      kind: 'numbers',
      numbers: fraction ? [first] : this.#numbers,
      percent: this.#percent,
      plus: this.#plus,
    };
    if (this.#uncertainty !== undefined) content.uncertainty = this.#uncertainty;
    if (this.#bracketed !== undefined) content.bracketed = this.#bracketed;
    if (this.#shots !== undefined) content.shots = this.#shots;
    if (this.#metric !== undefined) content.metric = this.#metric;
    if (fraction) content.outOf = second.value;
    if (this.#count > this.#numbers.length) content.places = { of: this.#places, count: this.#count };
    return content;
  }
}

/** `pass@1`, `R@5`, `F1`, `acc`: a metric's name, not the name of whoever reached the number. */
const METRIC_NOTE =
  /^(?:[\p{L}-]{1,12}\s?@\s?\d+k?|(?:macro|micro)?[-\s]?f1|acc(?:uracy)?\.?|em|exact match|wer|cer|bleu|rouge-?\w?|m?ap\d*|mrr|ndcg|auc)$/iu;

/** `12/15` and `8.5/10` are parts of a whole; `92.8/86.7` and `84/86` are two scores. */
function isFraction(part: WrittenNumber, whole: WrittenNumber): boolean {
  if (part.value < 0 || part.value > whole.value || whole.text.includes('.')) return false;
  return whole.value % 5 === 0 && whole.value >= 5 && (whole.value <= 60 || whole.value % 100 === 0);
}
