import type { TextRange } from '../card/text';
import { trimRange } from './whitespace';

const BACKSLASH = 92;
const PIPE = 124;
const DASH = 45;
const COLON = 58;
const SPACE = 32;
const TAB = 9;

/**
 * The trimmed cells of one row of a pipe table. A pipe at either end of the row opens or closes it; a pipe after a
 * backslash belongs to its cell, in code spans too.
 */
export function splitRow(text: string, start: number, end: number): TextRange[] {
  const row = trimRange(text, start, end);
  const cells: TextRange[] = [];
  let cellStart = row.start;
  let previous = 0;
  for (let position = row.start; position < row.end; position++) {
    const code = text.charCodeAt(position);
    if (code === PIPE && previous !== BACKSLASH) {
      if (position > row.start) cells.push(trimRange(text, cellStart, position));
      cellStart = position + 1;
    }
    previous = code;
  }
  if (cellStart < row.end) cells.push(trimRange(text, cellStart, row.end));
  return cells;
}

/** How many columns a delimiter row (`|---|:-:|`) announces; 0 for any other line. */
export function delimiterWidth(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start);
  const second = text.charCodeAt(start + 1);
  if (start + 1 >= end || (first === DASH && isBlank(second))) return 0;

  let width = 0;
  let part: 'empty' | 'colon' | 'dashes' | 'end-colon' | 'done' = 'empty';
  let pipes = 0;
  for (let position = start; position < end; position++) {
    const code = text.charCodeAt(position);
    if (code === DASH) {
      if (part === 'end-colon' || part === 'done') return 0;
      part = 'dashes';
    } else if (code === COLON) {
      if (part === 'empty') part = 'colon';
      else if (part === 'dashes') part = 'end-colon';
      else return 0;
    } else if (code === PIPE) {
      if (part === 'colon') return 0;
      if (part !== 'empty') width++;
      else if (pipes > 0) return 0;
      pipes++;
      part = 'empty';
    } else if (isBlank(code)) {
      if (part === 'colon') return 0;
      if (part === 'dashes' || part === 'end-colon') part = 'done';
    } else return 0;
  }
  if (part === 'colon') return 0;
  return part === 'empty' ? width : width + 1;
}

function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}
