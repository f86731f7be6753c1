/** A piece of LaTeX source and where what follows it begins. */
export interface Taken {
  readonly text: string;
  readonly end: number;
}

const OPTION = /\s{0,9}\[[^\]]{0,200}\]/y;
const BLANKS = /\s*/y;

/** The source without its comments; a line that one ends goes on in the next. */
export function withoutComments(source: string): string {
  return source.replace(/\\[^]|%[^\r\n]*(?:\r\n|\r|\n|$)[ \t]*/g, (found) => (found.startsWith('%') ? '' : found));
}

/** The argument at `at`: what stands in braces, or one character or command; null at the end. */
export function takeArgument(source: string, at: number): Taken | null {
  const start = skipBlanks(source, at);
  if (start >= source.length) return null;
  if (source.charAt(start) === '{') {
    const end = endOfGroup(source, start);
    return { text: source.slice(start + 1, end), end: Math.min(end + 1, source.length) };
  }
  const [text = ''] = /^(?:\\(?:[A-Za-z]+|[^])|[^])/u.exec(source.slice(start, start + 64)) ?? [];
  return { text, end: start + text.length };
}

/** The arguments in braces from `at` on, at most so many. */
export function takeGroups(
  source: string,
  at: number,
  most: number,
): { readonly texts: string[]; readonly end: number } {
  const texts: string[] = [];
  let end = at;
  while (texts.length < most && source.charAt(skipBlanks(source, end)) === '{') {
    const taken = takeArgument(source, end);
    if (taken === null) break;
    texts.push(taken.text);
    end = taken.end;
  }
  return { texts, end };
}

/** Where the options in brackets that may stand at `at` end. */
export function skipOptions(source: string, at: number): number {
  let end = at;
  for (OPTION.lastIndex = end; OPTION.test(source); OPTION.lastIndex = end) end = OPTION.lastIndex;
  return end;
}

/** Where the brace that closes the one at `start` stands; the end of the source where none does. */
function endOfGroup(source: string, start: number): number {
  let depth = 0;
  for (let at = start; at < source.length; at++) {
    const char = source.charAt(at);
    if (char === '\\') at++;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at;
  }
  return source.length;
}

function skipBlanks(source: string, at: number): number {
  BLANKS.lastIndex = at;
  BLANKS.test(source);
  return BLANKS.lastIndex;
}
