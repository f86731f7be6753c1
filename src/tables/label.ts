import { remember } from './remember';
import { takeShots } from './shots';
import { isMetricName, isSplitName, isValueWord, mentionsMetric } from './vocabulary/metrics';

/** The label of a row or column taken apart: its name, and what else it states. */
export interface Label {
  /** The name without shots, arrows, footnote marks and a percent sign in brackets; may be empty. */
  readonly name: string;
  readonly shots?: number;
  readonly percent: boolean;
  readonly higherIsBetter?: boolean;
}

const ARROWS = /[↑↓▲▼⬆⬇↗↘]+/gu;
const LOWER = /[↓▼⬇↘]|lower(?: is|=)? better|越低越好|越小越好|niedriger|plus bas/iu;
const HIGHER = /[↑▲⬆↗]|higher(?: is|=)? better|越高越好|越大越好|höher|plus haut/iu;
const DIRECTION_NOTE = /[([]\s*(?:the )?(?:lower|higher)(?: is|=)?(?: the)? better\s*[)\]]/giu;

/** Takes a row's or column's label apart. */
export const readLabel = remember((text): Label => {
  if (PLAIN.test(text) && !STATES_MORE.test(text)) return { name: text, percent: false };
  const { shots, rest } = takeShots(text);
  const lower = LOWER.test(rest);
  const higher = HIGHER.test(rest);
  return {
    name: cleanName(rest.replace(DIRECTION_NOTE, ' ').replace(ARROWS, ' ')),
    percent: /[([,]\s*(?:in )?%\s*[)\]]|%\s*\)?$|\bpercent/i.test(text),
    ...(shots !== undefined && { shots }),
    ...(lower !== higher && { higherIsBetter: higher }),
  };
});
const PLAIN = /^[A-Za-z0-9](?:[\w ./+&-]*[A-Za-z0-9+])?$/;
const STATES_MORE = /shot|better|percent/i;

/** Links beside a model's name: `(config, checkpoint)`. */
const LINKS =
  /\s*[([](?:(?:configs?|checkpoints?|ckpt|download|links?|paper|code|logs?|weights|model|hf|github|demo|blog)[\s,|/]*)+[)\]]$/i;

/** Takes a model's label apart, without links beside the name. */
export function readModelLabel(text: string): Label {
  return readLabel(/[)\]]$/.test(text) ? text.replace(LINKS, '') : text);
}

/** A name without footnote marks, citations, empty brackets and a closing colon. */
export function cleanName(text: string): string {
  return text
    .replace(/[([]\s*(?:in )?%\s*[)\]]/g, ' ')
    .replace(/(?<=[\p{L}\p{N})\]"'])\s?[*†‡§¶^]+(?=$|[\s),;:(])/gu, '')
    .replace(/^\s*[*†‡§¶]+(?=[\p{L}\p{N}])/u, '')
    .replace(/\s*\[\d{1,2}(?:,\s?\d{1,2})*\]/g, '')
    .replace(/[\p{Extended_Pictographic}\u{fe0f}]/gu, (emoji) => (/[\d#*©®]/.test(emoji) ? emoji : ' '))
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/\s(?=[)\],;])/g, '')
    .replace(/^[\s:,;]+|[\s:,;]+$/g, '');
}

/** A text without the brackets around all of it: `(PPL)` below a header is a metric. */
export function unbracketed(text: string): string {
  return text.replace(/^\(([^()]+)\)$/, '$1');
}

/** The metric that the header of a column of values names: `WER` of `Performance (WER)`, none of `Score`. */
export function metricOfValueHeader(name: string): string | undefined {
  if (name === '' || isValueWord(name)) return undefined;
  const inner = /\(([^()]+)\)/.exec(name)?.[1];
  if (inner !== undefined && mentionsMetric(inner) && isValueWord(name.replace(/\([^()]*\)/, ''))) return inner.trim();
  return name;
}

/** Whether a label announces a second number in brackets: `Exam (+)`, `EM (F1)`, `dev (test)`. */
export function announcesBracket(label: string): boolean {
  const [, outer = '', inner = ''] = /^([^()]*[^()\s])\s*\(([^()]+)\)$/.exec(label) ?? [];
  if (inner === '+') return true;
  return (isMetricName(outer) && isMetricName(inner)) || (isSplitName(outer) && isSplitName(inner));
}

/**
 * What the numbers of a pair are, as the label says: the pieces of `(pass@1 / cons@64)`, `F1/EM` or `zh | en`;
 * undefined where it names no such number of pieces.
 */
export function partNames(label: string, count: number): readonly string[] | undefined {
  const bracketed = [...label.matchAll(/\(([^()]*)\)/g)].map((match) => match[1] ?? '');
  const assigned = label.match(/[\p{L}_]+\s?=\s?[\w.]+/gu) ?? [];
  if (assigned.length === count) return assigned;
  if (announcesBracket(label) && !label.includes('+')) return label.replace(')', '').split(/\s*\(/);
  const compact = label.split(/\s+/).filter((word) => word.includes('/') || word.includes('|'));
  for (const text of [...bracketed, ...compact, label]) {
    for (const separator of ['|', '/', ' & ', ',']) {
      const pieces = text.split(separator).map((piece) => piece.trim());
      if (pieces.length !== count || pieces.includes('')) continue;
      const first = pieces[0] ?? '';
      return text === label ? [first.split(' ').at(-1) ?? first, ...pieces.slice(1)] : pieces;
    }
  }
  return undefined;
}
