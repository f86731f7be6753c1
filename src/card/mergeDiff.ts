import { structuredPatch } from 'diff';
import { applyEdits, LineIndex, type TextEdit } from './text';

/** A piece of a unified diff; each line begins with ` `, `+` or `-`. */
export interface DiffHunk {
  /** 1-based lines where it begins, before and after. */
  readonly oldLine: number;
  readonly newLine: number;
  readonly lines: readonly string[];
}

const CONTEXT = 3;

/** More lines make the panel slow; the diff editor shows them all. */
const MOST_LINES = 1000;

/** The beginning of a diff that is too long to be shown, and how many lines are left out. */
export function shortenDiff(diff: readonly DiffHunk[]): {
  readonly diff: readonly DiffHunk[];
  readonly linesLeftOut: number;
} {
  let room = MOST_LINES;
  let linesLeftOut = 0;
  const kept: DiffHunk[] = [];
  for (const hunk of diff) {
    const lines = hunk.lines.slice(0, room);
    room -= lines.length;
    linesLeftOut += hunk.lines.length - lines.length;
    if (lines.length > 0) kept.push({ ...hunk, lines });
  }
  return { diff: kept, linesLeftOut };
}

/** The unified diff of edits, worked out on the lines around them alone, so that a long card costs nothing. */
export function mergeDiff(text: string, edits: readonly TextEdit[]): readonly DiffHunk[] {
  if (edits.length === 0) return [];
  const lines = new LineIndex(text);
  const first = Math.max(1, lines.lineAt(Math.min(...edits.map(({ start }) => start))) - CONTEXT);
  const last = lines.lineAt(Math.max(...edits.map(({ end }) => end))) + CONTEXT + 1;
  const start = lines.startOf(first);
  const end = last > lines.count ? text.length : lines.startOf(last);
  const before = text.slice(start, end);
  const moved = edits.map((edit) => ({ start: edit.start - start, end: edit.end - start, text: edit.text }));
  const patch = structuredPatch('', '', plainBreaks(before), plainBreaks(applyEdits(before, moved)), '', '', {
    context: CONTEXT,
  });
  return patch.hunks.map((hunk) => ({
    oldLine: hunk.oldStart + first - 1,
    newLine: hunk.newStart + first - 1,
    lines: hunk.lines.filter((line) => !line.startsWith('\\')),
  }));
}

function plainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
