import { applyEdits, type TextEdit, type TextRange } from '../card/text';
import { type MetadataProblem, parseYaml } from '../results/modelIndex/document';
import type { Mending } from './yamlCause';

/** What the fix for such lines is called. */
export const INDENT = 'Indent the lines that go on';

/** A value that begins with a quote or a bracket: what stands before it, and the sign. */
const OPENING = /^([ \t]*(?:- +)*(?:[\w-]+:[ \t]+)?)(["'[{])/;

/**
 * Lines of a text in quotes, or of a list in brackets, that are not indented below their key. The Hub's reader and the
 * Python client's take them, the YAML standard and this program's parser do not. null where something else is wrong.
 */
export function looseLines(
  text: string,
  yaml: TextRange,
  problem: MetadataProblem,
): { readonly range: TextRange; readonly mending: Mending } | null {
  if (!/MISSING_CHAR|BAD_INDENT/.test(problem.reason)) return null;
  const opening = openingBefore(text, yaml, problem.offset);
  if (opening === null) return null;
  const close = closingOf(text, opening.at, yaml.end);
  if (close === null) return null;

  const edits: TextEdit[] = [];
  for (let start = nextLine(text, opening.at, close); start !== null; start = nextLine(text, start, close)) {
    const indent = /^[ ]*/.exec(text.slice(start, close))?.[0].length ?? 0;
    if (/^[ \t]*(?:\r|\n|$)/.test(text.slice(start, close + 1)) || indent > opening.column) continue;
    edits.push({ start, end: start, text: ' '.repeat(opening.column + 2 - indent) });
  }
  const [first] = edits;
  if (first === undefined) return null;
  const added = edits.reduce((sum, edit) => sum + edit.text.length, 0);
  const parsed = parseYaml(applyEdits(text, edits), { start: yaml.start, end: yaml.end + added }, '');
  if (parsed.kind === 'problem' && parsed.problem.offset <= close + added) return null;
  const lineEnd = text.slice(first.start, close + 1).search(/[\r\n]/);
  const end = lineEnd < 0 ? close + 1 : first.start + lineEnd;
  return { range: { start: first.start, end }, mending: { title: INDENT, edits } };
}

/** The nearest line at or above `offset` whose value opens with a quote or bracket; `column` is that of its key. */
function openingBefore(
  text: string,
  yaml: TextRange,
  offset: number,
): { readonly at: number; readonly column: number } | null {
  let start = lineStart(text, offset);
  for (let lines = 0; lines < 500 && start >= yaml.start; lines++) {
    const [, before] = OPENING.exec(text.slice(start, yaml.end)) ?? [];
    if (before !== undefined && start + before.length < offset) {
      return { at: start + before.length, column: /^[ \t]*(?:- +)*/.exec(before)?.[0].length ?? 0 };
    }
    if (start === yaml.start) return null;
    start = lineStart(text, start - 1);
  }
  return null;
}

/** Where the quote or bracket at `at` is closed. */
function closingOf(text: string, at: number, end: number): number | null {
  const open = text.charAt(at);
  if (open === '"' || open === "'") {
    const rest = open === '"' ? /"(?:[^"\\]|\\[^])*"/y : /'(?:[^']|'')*'/y;
    rest.lastIndex = at;
    const match = rest.exec(text);
    return match && at + match[0].length <= end ? at + match[0].length - 1 : null;
  }
  let depth = 0;
  for (let position = at; position < end; position++) {
    const sign = text.charAt(position);
    if (sign === '[' || sign === '{') depth++;
    if (sign === ']' || sign === '}') depth--;
    if (depth === 0) return position;
  }
  return null;
}

function lineStart(text: string, position: number): number {
  return Math.max(text.lastIndexOf('\n', position - 1), text.lastIndexOf('\r', position - 1)) + 1;
}

function nextLine(text: string, from: number, end: number): number | null {
  const at = text.slice(from, end).search(/\r\n|\r|\n/);
  if (at < 0) return null;
  return from + at + (text.startsWith('\r\n', from + at) ? 2 : 1);
}
