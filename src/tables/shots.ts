import { isMetricName, isValueWord } from './vocabulary/metrics';

/** A text without the number of shots it states, and that number. */
export interface ShotsInText {
  readonly shots?: number;
  readonly rest: string;
}

const WORDS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  eight: 8,
  ten: 10,
};
const MAY_STATE_SHOTS = /shot|\d-?s[)）]|샷|ショット|样本|樣本/i;
const NUMBER =
  /(?<![\w.])(?<!\d ?(?:[-–~/]|to|or) ?)(\d{1,3})[\s-]*(?:shots?(?![a-z])|샷|ショット|样本|樣本)(?:@\d+)?/iu;
const ABBREVIATED = /(?<=[([（【,，]\s*)(\d{1,3})-?s(?=\s*[,，)\]）】])/i;
const ASSIGNED = /(?<![\w.])(?:n[-_ ]?|num[-_ ]?)?(?:few)?[-_ ]?shots?\s*[=:]\s*(\d{1,3})(?![\d.])/i;
const SPELLED = new RegExp(
  `(?<=[([（【]\\s*|^)(${Object.keys(WORDS).join('|')})[\\s-]shots?(?=\\s*[,，)\\]）】]|$)`,
  'i',
);
/** `Zero-shot accuracy` states shots, `Zero-shot classification` is a name. */
const LEADING = new RegExp(`^(${Object.keys(WORDS).join('|')})[\\s-]shots?\\s`, 'i');

/** Takes the number of shots out of a name such as `DROP (3-shot F1)`; a range such as `3-5 shot` stays where it is. */
export function takeShots(text: string): ShotsInText {
  if (!MAY_STATE_SHOTS.test(text)) return { rest: text };
  for (const pattern of [NUMBER, ABBREVIATED, ASSIGNED, SPELLED]) {
    const match = pattern.exec(text);
    const stated = match?.[1]?.toLowerCase();
    if (match === null || stated === undefined) continue;
    const rest = text.slice(0, match.index) + ' ' + text.slice(match.index + match[0].length);
    return { shots: WORDS[stated] ?? Number(stated), rest: closeGap(rest) };
  }
  const leading = LEADING.exec(text)?.[1];
  const rest = leading === undefined ? '' : text.slice(leading.length).replace(/^[\s-]shots?\s+/i, '');
  if (leading === undefined || !(isMetricName(rest) || isValueWord(rest))) return { rest: text };
  return { shots: WORDS[leading.toLowerCase()] ?? 0, rest };
}

/** The number of shots that a cell of a shots column or row states: `5`, `5-shot`, `n=5`, `zero-shot`. */
export function shotsOfCell(text: string): number | undefined {
  const number = /^(?:[nk]\s*=\s*)?(\d{1,3})$/i.exec(text)?.[1];
  return number === undefined ? takeShots(text).shots : Number(number);
}

/** Whether a cell of shots states a number, or by a dash that there is none. */
export function statesShots(text: string): boolean {
  return /^[-–—/]$/.test(text) || shotsOfCell(text) !== undefined;
}

const SHOTS_HEADER =
  /^(?:[#№]|n|k|no\.?|num(?:ber)?\.?(?: of)?)?[-_ ]*(?:few|in-context)?[-_ ]*shots?\.?(?: (?:number|count))?$|^(?:样本|示例)数?$/i;

/** Whether a header names a column or row of shots. */
export function isShotsHeader(text: string): boolean {
  return text.length < 40 && SHOTS_HEADER.test(text);
}

/** Whether a text is nothing but a range of shots, which says too little of each score: `3/0-shot`. */
export function isShotsRange(text: string): boolean {
  return /^\d+(?:\s?[-–~/]\s?\d+)+[\s-]*shots?$/i.test(text);
}

/** Mends the commas, brackets and blanks around a piece that was cut out. */
function closeGap(text: string): string {
  return text
    .replace(/([([（【])\s*[,;，；、]?\s+(?:[,;，；、]\s*)?/g, '$1')
    .replace(/\s*[,;，；、]?\s+(?=[)\]）】])/g, '')
    .replace(/[([（【][)\]）】]/g, '')
    .replace(/([,;，；、])\s*(?=[,;，；、])/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*[,;/|:·–-]?\s*$/, '')
    .replace(/^[,;/|:·\s]+/, '');
}
