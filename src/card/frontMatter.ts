import type { TextRange } from './text';

/**
 * Where the front matter of a card stands, by the same rule as the Hub's server:
 * `^(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(\r\n|\n|$))`, after an optional BOM.
 */
export type FrontMatter =
  | { readonly kind: 'none' }
  /** `block` runs from the opening `---` to the end of the closing line; `yaml` is what stands between. */
  | { readonly kind: 'present'; readonly block: TextRange; readonly yaml: TextRange; readonly bom: boolean }
  /** A metadata block that the Hub does not see: `before` stands above it, or blanks follow its opening dashes. */
  | { readonly kind: 'hidden'; readonly block: TextRange; readonly yaml: TextRange; readonly before: TextRange }
  /** An opening `---` at the top, with metadata below it, that is never closed. */
  | { readonly kind: 'unclosed'; readonly start: number };

const LF = 10;
const CR = 13;

/** Top-level keys that only a model card's metadata has: prose between two `---` lines has none of them. */
const METADATA_KEY =
  /^(?:license|license_name|tags|model-index|language|library_name|pipeline_tag|datasets|metrics|base_model|base_model_relation|widget|inference|thumbnail|co2_eq_emissions|new_version|extra_gated_prompt)[ \t]*:(?:[ \t]|$)/;
/** A line of dashes, with blanks that the Hub takes at the end of a block only. */
const DASHES = /^---[ \t]*$/;
const ANY_KEY = /^(?:[\w.-]+|"[^"]*"|'[^']*')[ \t]*:(?:[ \t]|$)/;

/** Finds the front matter of a card in one pass over it. */
export function locateFrontMatter(text: string): FrontMatter {
  const start = skipSpace(text, 0);
  if (!text.startsWith('---', start)) return findBlock(text, 0) ?? { kind: 'none' };
  const yamlStart = start + 3 + lineBreakLength(text, start + 3);
  if (yamlStart === start + 3) return findBlock(text, 0) ?? { kind: 'none' };

  const bom = text.charCodeAt(0) === 0xfeff;
  const end = findClosing(text, yamlStart);
  if (end) return { kind: 'present', block: { start, end: end.after }, yaml: { start: yamlStart, end: end.at }, bom };

  // The Hub's expression may also take `\r\n` as two line breaks: the second one then opens the closing line.
  const second = yamlStart - 1;
  const closing = text.charCodeAt(second - 1) === CR && closingAt(text, second);
  if (closing) return { kind: 'present', block: { start, end: closing }, yaml: { start: second, end: second }, bom };

  return beginsLikeMetadata(text, yamlStart) ? { kind: 'unclosed', start } : (findBlock(text, 0) ?? { kind: 'none' });
}

/** A second metadata block below the front matter, of which the Hub sees nothing; null where there is none. */
export function secondBlock(text: string, frontMatter: FrontMatter): TextRange | null {
  if (frontMatter.kind !== 'present') return null;
  const second = findBlock(text, frontMatter.block.end);
  return second?.kind === 'hidden' ? second.block : null;
}

/** Where the closing line of a front matter that is never closed seems to belong: behind its last key or item. */
export function likelyEnd(text: string, { start }: FrontMatter & { readonly kind: 'unclosed' }): number {
  let end = start;
  let blank = false;
  for (const line of linesOf(text, start)) {
    const content = text.slice(line.start, line.end);
    if (line.start > start && (!mayBeMetadata(content) || (blank && content.startsWith('#')))) break;
    blank = content.trim() === '';
    if (!blank && !content.startsWith('#')) end = line.end;
  }
  return end;
}

/** Why the Hub does not see a hidden block, and what to do about it, as parts of a sentence. */
export function whyHidden(
  text: string,
  { before }: FrontMatter & { readonly kind: 'hidden' },
): { readonly why: string; readonly remedy: string } {
  const isTop = text.slice(before.start, before.end).trim() === '';
  return isTop
    ? { why: 'blanks follow its opening dashes', remedy: 'take them away' }
    : { why: 'something stands before it', remedy: 'move it to the top of the card' };
}

/** Why a front matter has no end, and what to do about it, as a sentence. */
export function whyUnclosed(text: string, { start }: FrontMatter & { readonly kind: 'unclosed' }): string {
  return /\r---[ \t]*\r(?!\n)/.test(text.slice(start))
    ? 'The Hub does not see where the front matter ends, because its lines end in a lone carriage return; save the card with other line endings first.'
    : 'The front matter is never closed; end it with a line of three dashes (---) first.';
}

/** Where the card's Markdown begins: after the front matter, or at 0 where the Hub sees none. */
export function bodyStart(frontMatter: FrontMatter): number {
  return frontMatter.kind === 'present' ? frontMatter.block.end : 0;
}

function skipSpace(text: string, from: number): number {
  let position = from;
  // `trim` and `\s` agree on what white space is, the BOM included.
  while (position < text.length && text.charAt(position).trim() === '') position++;
  return position;
}

function lineBreakLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === CR) return text.charCodeAt(at + 1) === LF ? 2 : 1;
  return code === LF ? 1 : 0;
}

/** The first closing line whose line break stands at or after `from`: `at` is where that line break begins. */
function findClosing(text: string, from: number): { readonly at: number; readonly after: number } | null {
  for (let dashes = text.indexOf('---', from); dashes >= 0; dashes = text.indexOf('---', dashes + 1)) {
    const breakLength = lineBreakBefore(text, dashes, from);
    if (breakLength === 0) continue;
    const after = closingAt(text, dashes - breakLength);
    if (after !== null) return { at: dashes - breakLength, after };
  }
  return null;
}

function lineBreakBefore(text: string, position: number, from: number): number {
  if (position - 1 < from) return 0;
  const code = text.charCodeAt(position - 1);
  if (code === LF) return position - 2 >= from && text.charCodeAt(position - 2) === CR ? 2 : 1;
  return code === CR ? 1 : 0;
}

/** The end of a closing line whose preceding line break begins at `at`; null where there is none. */
function closingAt(text: string, at: number): number | null {
  const dashes = at + lineBreakLength(text, at);
  if (dashes === at || !text.startsWith('---', dashes)) return null;
  let position = dashes + 3;
  while (text.charAt(position) === ' ' || text.charAt(position) === '\t') position++;
  if (position === text.length) return position;
  // A lone `\r` does not close the front matter for the Hub.
  if (text.charCodeAt(position) === LF) return position + 1;
  return text.charCodeAt(position) === CR && text.charCodeAt(position + 1) === LF ? position + 2 : null;
}

function beginsLikeMetadata(text: string, from: number): boolean {
  for (const line of linesOf(text, from)) {
    const content = text.slice(line.start, line.end);
    if (content.trim() === '' || content.startsWith('#')) continue;
    return ANY_KEY.test(content);
  }
  return false;
}

/** A metadata block below other text: outside of fences and comments, with keys only, one of which is a known one. */
function findBlock(text: string, from: number): FrontMatter | null {
  const dashes = /^---[ \t]*$/gm;
  dashes.lastIndex = from;
  if (!dashes.test(text)) return null;
  let fence: string | null = null;
  let comment = false;
  let open: TextRange | null = null;
  let known = false;
  for (const line of linesOf(text, from)) {
    const content = text.slice(line.start, line.end);
    if (open !== null) {
      if (DASHES.test(content)) {
        if (known) return hiddenBlock(text, open, line);
        open = { start: line.start, end: line.next };
        continue;
      }
      known ||= METADATA_KEY.test(content);
      if (mayBeMetadata(content)) continue;
      open = null;
    }
    if (fence !== null) {
      if (content.trimStart().startsWith(fence) && content.trim().replaceAll(fence.charAt(0), '') === '') fence = null;
      continue;
    }
    if (comment) {
      comment = !content.includes('-->');
      continue;
    }
    fence = /^ {0,3}(`{3,}|~{3,})/.exec(content)?.[1] ?? null;
    comment = content.lastIndexOf('<!--') > content.lastIndexOf('-->');
    if (DASHES.test(content)) {
      open = { start: line.start, end: line.next };
      known = false;
    }
  }
  return null;
}

function hiddenBlock(text: string, open: TextRange, closing: Line): FrontMatter {
  const end = closing.start - (text.charCodeAt(closing.start - 2) === CR ? 2 : 1);
  return {
    kind: 'hidden',
    block: { start: open.start, end: closing.next },
    yaml: { start: open.end, end: Math.max(open.end, end) },
    before: { start: 0, end: open.start },
  };
}

/** A line as it may stand at any depth of YAML metadata: a key, an item, a comment, something indented, or nothing. */
function mayBeMetadata(line: string): boolean {
  return line === '' || /^(?:[ \t#-]|[\]}]+$)/.test(line) || ANY_KEY.test(line);
}

interface Line extends TextRange {
  /** Where the next line begins. */
  readonly next: number;
}

function* linesOf(text: string, from: number): Generator<Line> {
  let start = from;
  while (start <= text.length) {
    let end = start;
    while (end < text.length && lineBreakLength(text, end) === 0) end++;
    const next = end + lineBreakLength(text, end);
    yield { start, end, next };
    if (next === end) return;
    start = next;
  }
}
