import { isWhitespace, trimRange } from './whitespace';

const BACKSLASH = 92;
const PIPE = 124;
const DASH = 45;
const COLON = 58;
const SPACE = 32;
const TAB = 9;

/**
 * The cells of one row of a pipe table, each made of its trimmed range and its place in the row. A pipe at either end of the
 * row opens or closes it; a pipe after a backslash belongs to its cell, in code spans too.
 */
export function splitRow<Made>(
  text: string,
  start: number,
  end: number,
  make: (start: number, end: number, column: number) => Made,
): Made[] {
  const row = trimRange(text, start, end);
  const cells: Made[] = [];
  let first = row.start;
  // Behind the last character of the cell that is no white space; its start where there is none.
  let last = first;
  let previous = 0;
  for (let position = row.start; position < row.end; position++) {
    const code = text.charCodeAt(position);
    if (code === PIPE && previous !== BACKSLASH) {
      if (position > row.start) cells.push(make(first, last, cells.length));
      first = last = position + 1;
    } else if (!isWhitespace(code)) last = position + 1;
    else if (last === first) first = last = position + 1;
    previous = code;
  }
  if (first < row.end) cells.push(make(first, last, cells.length));
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
