/** Deeper than any card goes; the YAML library recurses for each level and would overrun the stack. */
const MOST_LEVELS = 200;

/**
 * Where a YAML text nests deeper than it can be read, or null. Brackets within texts count as well, but only from the
 * last key that begins a line: no card has so many.
 */
export function tooDeepAt(yaml: string): number | null {
  const indents: number[] = [];
  let brackets = 0;
  for (let start = 0; start < yaml.length; start = lineEnd(yaml, start) + 1) {
    const end = lineEnd(yaml, start);
    let at = start;
    for (; at < end && (yaml[at] === ' ' || isIndicator(yaml, at)); at++) {
      if (yaml[at] !== ' ') enter(indents, at - start);
    }
    if (at === end) continue;
    enter(indents, at - start);
    if (at === start) brackets = 0;
    for (; at < end; at++) {
      if (yaml[at] === '[' || yaml[at] === '{') brackets++;
      else if ((yaml[at] === ']' || yaml[at] === '}') && brackets > 0) brackets--;
      if (brackets + indents.length > MOST_LEVELS) return at;
    }
  }
  return null;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** `- ` and `? ` open a level each, also several in one line. */
function isIndicator(yaml: string, at: number): boolean {
  return (yaml[at] === '-' || yaml[at] === '?') && yaml[at + 1] === ' ';
}

/** Leaves the levels that are indented as far or further, and enters one. */
function enter(indents: number[], indent: number): void {
  while ((indents.at(-1) ?? -1) >= indent) indents.pop();
  indents.push(indent);
}
