import { diffArrays } from 'diff';

/** Two changes of one text brought together; where both changed the same lines, both stand between git's marks. */
export interface ThreeWay {
  readonly text: string;
  readonly conflicts: number;
}

/** What each side is called in the marks. */
export interface SideNames {
  readonly ours: string;
  readonly theirs: string;
}

/** A run of lines of the base and what a side made of it. */
interface Change {
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** Merges line by line, as git does. Line endings count as part of a line, so nothing outside a change is touched. */
export function threeWay(base: string, ours: string, theirs: string, names: SideNames): ThreeWay {
  const lines = linesOf(base);
  const left = changesOf(lines, linesOf(ours));
  const right = changesOf(lines, linesOf(theirs));
  const merged: string[] = [];
  let conflicts = 0;
  let at = 0;
  while (left.length > 0 || right.length > 0) {
    const start = Math.min(left[0]?.start ?? Infinity, right[0]?.start ?? Infinity);
    let end = start;
    const ourChanges: Change[] = [];
    const theirChanges: Change[] = [];
    // Changes that touch belong together, as git has it.
    for (let grown = true; grown;) {
      grown = false;
      for (const [from, to] of [
        [left, ourChanges],
        [right, theirChanges],
      ] as const) {
        while (from[0] !== undefined && from[0].start <= end) {
          const change = from.shift() as Change;
          to.push(change);
          end = Math.max(end, change.end);
          grown = true;
        }
      }
    }
    merged.push(...lines.slice(at, start));
    const mine = applied(lines, ourChanges, start, end);
    const other = applied(lines, theirChanges, start, end);
    if (theirChanges.length === 0 || mine.join('') === other.join('')) merged.push(...mine);
    else if (ourChanges.length === 0) merged.push(...other);
    else {
      conflicts++;
      merged.push(...marked(mine, other, names, lineBreak(base)));
    }
    at = end;
  }
  merged.push(...lines.slice(at));
  return { text: merged.join(''), conflicts };
}

/** Whether a text still holds places where both sides stand between marks. */
export function hasConflictMarks(text: string): boolean {
  return /^<{7} /m.test(text) && /^={7}\r?$/m.test(text) && /^>{7} /m.test(text);
}

function marked(mine: readonly string[], other: readonly string[], names: SideNames, end: string): readonly string[] {
  return [
    `<<<<<<< ${names.ours}${end}`,
    ...ended(mine, end),
    `=======${end}`,
    ...ended(other, end),
    `>>>>>>> ${names.theirs}${end}`,
  ];
}

/** The last line of a text may lack its end, and a mark must begin a line. */
function ended(lines: readonly string[], end: string): readonly string[] {
  return lines.map((line) => (/[\r\n]$/.test(line) ? line : line + end));
}

function applied(base: readonly string[], changes: readonly Change[], start: number, end: number): readonly string[] {
  const lines: string[] = [];
  let at = start;
  for (const change of changes) {
    lines.push(...base.slice(at, change.start), ...change.lines);
    at = change.end;
  }
  return [...lines, ...base.slice(at, end)];
}

function changesOf(base: readonly string[], side: readonly string[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let open: { start: number; end: number; lines: string[] } | null = null;
  for (const { value, added, removed } of diffArrays([...base], [...side])) {
    if (!added && !removed) {
      if (open !== null) changes.push(open);
      open = null;
      at += value.length;
      continue;
    }
    open ??= { start: at, end: at, lines: [] };
    if (added) open.lines.push(...value);
    else open.end = at += value.length;
  }
  if (open !== null) changes.push(open);
  return changes;
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

function lineBreak(text: string): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
