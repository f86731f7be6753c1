import { BEGIN, END } from '../../../results/runs/resultLines';

/** A part of a log that can be folded, by its first and last line from 0 on. */
export interface LogSection {
  readonly start: number;
  readonly end: number;
}

const TRACEBACK = 'Traceback (most recent call last):';
/** What uv and pip say of packages, line by line. */
const PACKAGES = /^(?:Downloading|Downloaded|Building|Built|Prepared|Resolved|Installed|Updated|Updating)\b|^ [+-] /;

/** The foldable parts of a log: the results as JSON, tracebacks of Python, and what was installed. */
export function logSections(text: string): readonly LogSection[] {
  const lines = text.split('\n');
  const sections: LogSection[] = [];
  for (let at = 0; at < lines.length; at++) {
    const end = endOfSection(lines, at);
    if (end <= at) continue;
    sections.push({ start: at, end });
    at = end;
  }
  return sections;
}

/** The last line of the section that begins at a line; that line itself where none does. */
function endOfSection(lines: readonly string[], at: number): number {
  const line = lines[at] ?? '';
  if (line === BEGIN) {
    const end = lastWhile(lines, at, (one) => one !== BEGIN && one !== END) + 1;
    return end < lines.length ? end : at;
  }
  if (line.endsWith(TRACEBACK)) return lastWhile(lines, at, (one) => /^\s+\S/.test(one));
  if (PACKAGES.test(line)) return lastWhile(lines, at, (one) => PACKAGES.test(one));
  return at;
}

function lastWhile(lines: readonly string[], at: number, belongs: (line: string) => boolean): number {
  let last = at;
  while (last + 1 < lines.length && belongs(lines[last + 1] ?? '')) last++;
  return last;
}
