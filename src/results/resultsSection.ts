import { dominantLineBreak, type LineBreak } from '../card/text';

const HEADING = /^ {0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;
/** Headings under which a table of results belongs, the likeliest first. */
const WANTED = [/^(?:evaluation|benchmark|test) results\b/i, /^results\b/i, /^evaluations?\b/i, /^benchmarks?\b/i];

/** Where a new block goes, and what parts it from what stands there. */
export interface Place {
  readonly at: number;
  readonly before: string;
  readonly after: string;
}

/**
 * The end of what stands under the heading of a card's results, before its first subsection; where no heading is one,
 * the end of the card, under a heading of its own.
 */
export function placeOfResults(text: string, bodyStart: number): Place {
  const lineBreak: LineBreak = dominantLineBreak(text) ?? '\n';
  const sections = sectionsOf(text, bodyStart);
  const section = WANTED.map((wanted) => sections.find(({ title }) => wanted.test(title))).find(
    (one) => one !== undefined,
  );
  const limit = section?.end ?? text.length;
  const top = Math.max(bodyStart, text.startsWith('\ufeff') ? 1 : 0);
  const at = Math.max(top, text.slice(0, limit).trimEnd().length);
  const isTop = at === top && bodyStart === 0;
  const startsLine = /[\r\n]/.test(text.charAt(at - 1));
  const gap = isTop ? '' : startsLine ? lineBreak : lineBreak.repeat(2);
  const heading = section ? '' : `## Evaluation results${lineBreak.repeat(2)}`;
  return { at, before: gap + heading, after: /^[\r\n]/.test(text.slice(at)) ? '' : lineBreak };
}

interface Section {
  readonly title: string;
  /** Where the next heading begins, of whatever level. */
  readonly end: number;
}

/** The card's sections by their `#` headings; what looks like one inside a code fence is none. */
function sectionsOf(text: string, start: number): readonly Section[] {
  const starts: { readonly title: string; readonly at: number }[] = [];
  let fence: string | null = null;
  let at = start;
  for (const line of text.slice(start).split(/(?<=\n)|(?<=\r)(?!\n)/)) {
    const content = line.replace(/[\r\n]+$/, '');
    const mark = FENCE.exec(content)?.[1];
    if (fence === null) {
      const title = HEADING.exec(content)?.[1];
      if (mark !== undefined) fence = mark;
      else if (title !== undefined) starts.push({ title, at });
    } else if (mark?.startsWith(fence) === true && content.trim() === mark) fence = null;
    at += line.length;
  }
  return starts.map(({ title }, index) => ({ title, end: starts[index + 1]?.at ?? text.length }));
}
