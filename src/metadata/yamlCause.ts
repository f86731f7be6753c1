import type { TextEdit, TextRange } from '../card/text';
import type { MetadataProblem } from '../results/modelIndex/document';

/** Why a YAML text most likely cannot be read, and what would mend it, if that is known. */
export interface YamlCause {
  readonly range: TextRange;
  readonly message: string;
  readonly mending?: Mending;
}

/** Edits that mend one line, and what they do. */
export interface Mending {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** A line of the YAML that cannot be read. */
interface Line extends TextRange {
  readonly text: string;
  /** What the parser reported. */
  readonly problem: MetadataProblem;
}

/** Each knows one mistake; the first that sees its own in the line speaks. */
const CAUSES: readonly ((line: Line) => YamlCause | null)[] = [
  conflictMark,
  tabIndent,
  repeatedKey,
  missingSpace,
  colonInValue,
  reservedBeginning,
  textBehindQuotes,
  openQuote,
  openBracket,
  missingColon,
  wrongIndent,
];

/** Looks at the line where the parser stopped, then at the one before, for a mistake that people make. */
export function likelyCause(text: string, yaml: TextRange, problem: MetadataProblem): YamlCause {
  const here = lineAt(text, yaml, problem.offset, problem);
  const before = here.start > yaml.start ? lineAt(text, yaml, here.start - 1, problem) : null;
  const after = here.end < yaml.end ? lineAt(text, yaml, nextLine(text, here.end), problem) : null;
  // A key without a colon is noticed at its beginning, together with the next line.
  const lines = problem.reason === 'MULTILINE_IMPLICIT_KEY' ? [here, after] : [here, before];
  for (const cause of CAUSES) {
    for (const line of lines) {
      const found = line && cause(line);
      if (found) return found;
    }
  }
  const message = problem.message.replace(/^The (?:front matter|file) (?:is not valid YAML: )?/, '').replace(/\.$/, '');
  return { range: contentOf(here), message: `${message.charAt(0).toLowerCase()}${message.slice(1)}; mend this line.` };
}

function conflictMark(line: Line): YamlCause | null {
  if (!/^(?:<{7}|={7}|>{7})(?: |$)/.test(line.text)) return null;
  return { range: line, message: 'a merge conflict is left in it; choose one side and remove the marks.' };
}

function tabIndent(line: Line): YamlCause | null {
  const tabs = /^ *\t[ \t]*/.exec(line.text)?.[0];
  if (tabs === undefined) return null;
  const end = line.start + tabs.length;
  const edits = [{ start: line.start, end, text: tabs.replaceAll('\t', '  ') }];
  return {
    range: { start: line.start, end },
    message: 'a tab cannot indent; use spaces.',
    mending: { title: 'Use spaces', edits },
  };
}

function repeatedKey(line: Line): YamlCause | null {
  const key = /^[\s-]*([^\s:]+)\s*:/.exec(line.text)?.[1];
  if (line.problem.reason !== 'DUPLICATE_KEY' || key === undefined) return null;
  const start = line.start + line.text.indexOf(key);
  return {
    range: { start, end: start + key.length },
    message: `the key "${key}" stands twice (duplicated mapping key); keep one.`,
  };
}

function missingSpace(line: Line): YamlCause | null {
  const key = /^[\s-]*[\w-]+:(?=[^\s:/])/.exec(line.text)?.[0];
  if (key === undefined || !/IMPLICIT_KEY|MISSING_CHAR|UNEXPECTED/.test(line.problem.reason)) return null;
  const end = line.start + key.length;
  const message = 'a space is missing behind the colon.';
  const mending = { title: 'Put a space behind the colon', edits: [{ start: end, end, text: ' ' }] };
  return { range: { start: end - 1, end }, message, mending };
}

function colonInValue(line: Line): YamlCause | null {
  if (line.problem.reason !== 'BLOCK_AS_IMPLICIT_KEY') return null;
  const value = plainValue(line);
  if (value === null || !/:(?:\s|$)/.test(value.text)) return null;
  return quoted(value, 'the value holds a colon; put it in quotes.');
}

function reservedBeginning(line: Line): YamlCause | null {
  const value = plainValue(line);
  const sign = value?.text.charAt(0) ?? '';
  if (value === null || !/[@`%*&!|>]/.test(sign)) return null;
  if (!/BAD_SCALAR_START|UNEXPECTED_TOKEN|alias/.test(line.problem.reason)) return null;
  return quoted(value, `a value that begins with ${sign} must be in quotes.`);
}

function textBehindQuotes(line: Line): YamlCause | null {
  const match = /^([\s-]*(?:[\w-]+:\s+)?)((["'])(?:(?!\3).)*\3\s*[^\s#,\]}].*?)\s*$/.exec(line.text);
  if (!match || line.problem.reason !== 'UNEXPECTED_TOKEN') return null;
  const [, before = '', text = ''] = match;
  const start = line.start + before.length;
  return quoted(
    { start, end: start + text.length, text },
    'something stands behind the closing quote; put all of it in quotes.',
  );
}

function openQuote(line: Line): YamlCause | null {
  if (line.problem.reason !== 'MISSING_CHAR' || !/[ :-]\s*["'](?!.*["'])/.test(line.text)) return null;
  return { range: contentOf(line), message: 'a quote is opened and never closed.' };
}

function openBracket(line: Line): YamlCause | null {
  const open = /[[{][^\]}]*$/.exec(line.text);
  if (!open || !/BAD_INDENT|MISSING_CHAR|UNEXPECTED/.test(line.problem.reason)) return null;
  const closing = open[0].startsWith('[') ? ']' : '}';
  const end = line.start + line.text.trimEnd().length;
  return {
    range: { start: line.start + open.index, end },
    message: `a bracket is opened and never closed; end it with ${closing}.`,
    mending: { title: `Close it with ${closing}`, edits: [{ start: end, end, text: closing }] },
  };
}

function missingColon(line: Line): YamlCause | null {
  if (!/IMPLICIT_KEY|MISSING_CHAR|UNEXPECTED/.test(line.problem.reason)) return null;
  const match = /^(\s*)([a-z][\w-]*)(\s+)(\S.*)$/.exec(line.text);
  if (match) {
    const [, indent = '', key = ''] = match;
    const end = line.start + indent.length + key.length;
    const message = 'the line is no key with a value, since it has no colon.';
    const mending = { title: `Put a colon behind ${key}`, edits: [{ start: end, end, text: ':' }] };
    return { range: contentOf(line), message, mending };
  }
  if (line.text.trim() === '' || /[:#]/.test(line.text) || /^\s*- /.test(line.text)) return null;
  return { range: contentOf(line), message: 'the line is no key with a value; give it a colon, or remove it.' };
}

function wrongIndent(line: Line): YamlCause | null {
  if (!/^\s+\S/.test(line.text) && !/IMPLICIT_KEY|BAD_INDENT/.test(line.problem.reason)) return null;
  if (!/IMPLICIT_KEY|BAD_INDENT|UNEXPECTED/.test(line.problem.reason)) return null;
  return {
    range: contentOf(line),
    message: 'the indentation does not fit the lines above; align keys and items that belong together.',
  };
}

/** The value behind the key or dash of a line, if it has no quotes or brackets. */
function plainValue(line: Line): (TextRange & { readonly text: string }) | null {
  const match = /^([\s-]*(?:[\w-]+:\s+|- ))([^\s"'[{#].*?)\s*$/.exec(line.text);
  if (!match) return null;
  const [, before = '', text = ''] = match;
  const start = line.start + before.length;
  return { start, end: start + text.length, text };
}

function quoted({ start, end, text }: TextRange & { readonly text: string }, message: string): YamlCause {
  const edits = [{ start, end, text: `'${text.replaceAll("'", "''")}'` }];
  return { range: { start, end }, message, mending: { title: 'Put it in quotes', edits } };
}

function contentOf(line: Line): TextRange {
  const indent = line.text.length - line.text.trimStart().length;
  const end = line.start + line.text.trimEnd().length;
  return { start: Math.min(line.start + indent, end), end };
}

function lineAt(text: string, yaml: TextRange, offset: number, problem: MetadataProblem): Line {
  const at = Math.min(Math.max(offset, yaml.start), yaml.end);
  let start = at;
  while (start > yaml.start && !/[\r\n]/.test(text.charAt(start - 1))) start--;
  let end = at;
  while (end < yaml.end && !/[\r\n]/.test(text.charAt(end))) end++;
  return { start, end, text: text.slice(start, end), problem };
}

function nextLine(text: string, end: number): number {
  return end + (text.startsWith('\r\n', end) ? 2 : 1);
}
