import type { TextRange } from '../card/text';

/** Whether `String.prototype.trim` would take this code unit away. */
export function isWhitespace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13);
  if (code < 0xa0) return false;
  return (
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000
  );
}

/** The range without white space at its ends; empty at its start where there is nothing else. */
export function trimRange(text: string, start: number, end: number): TextRange {
  let first = start;
  let last = end;
  while (first < last && isWhitespace(text.charCodeAt(first))) first++;
  if (first === last) return { start, end: start };
  while (last > first && isWhitespace(text.charCodeAt(last - 1))) last--;
  return { start: first, end: last };
}
