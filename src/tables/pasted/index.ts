import { readDelimited } from './delimited';
import { readHtmlTables } from './htmlTables';
import { readLatexTables } from './latexTables';
import { markdownTable } from './markdownTable';
import type { PastedTable } from './pastedTable';

/** What was pasted as Markdown, or a sentence on why there is none. */
export type Pasted =
  | {
      readonly kind: 'tables';
      /** What it was before, such as `a LaTeX table`. */
      readonly format: PastedFormat;
      /** The tables with their titles, blank lines between them. */
      readonly markdown: string;
    }
  | { readonly kind: 'problem'; readonly message: string };

/** What tables come as. */
export type PastedFormat =
  'an HTML table' | 'a LaTeX table' | 'a Markdown table' | 'cells of a spreadsheet' | 'comma-separated text';

/** Longer text is no table of scores, and would hold up the editor. */
const LONGEST = 1_000_000;
const MOST_PLACES = 100_000;

const NO_TABLE =
  'There is no table in this text; copy cells of a spreadsheet, a table of a web page, CSV, or a LaTeX tabular.';
const TOO_LONG = 'This text is too long for a table of scores; copy the table alone.';

/** Turns the tables of a pasted text, or of the HTML that was copied with it, into Markdown. */
export function readPasted(text: string, html = ''): Pasted {
  if (text.length > LONGEST || html.length > LONGEST) return { kind: 'problem', message: TOO_LONG };
  for (const [format, read] of readers(text, html)) {
    const tables = read();
    if (tables.some(isTooLarge)) return { kind: 'problem', message: TOO_LONG };
    const markdown = tables.flatMap((table) => markdownTable(table) ?? []);
    if (markdown.length > 0) return { kind: 'tables', format, markdown: markdown.join('\n') };
  }
  if (DELIMITER_ROW.test(text)) return { kind: 'tables', format: 'a Markdown table', markdown: text };
  const delimited = readDelimited(text);
  const markdown = delimited && !isTooLarge(delimited.table) ? markdownTable(delimited.table) : null;
  if (!delimited || markdown === null) return { kind: 'problem', message: NO_TABLE };
  const format = delimited.delimiter === '\t' ? 'cells of a spreadsheet' : 'comma-separated text';
  return { kind: 'tables', format, markdown };
}

function readers(
  text: string,
  html: string,
): readonly (readonly [format: PastedFormat, read: () => readonly PastedTable[]])[] {
  return [
    ['an HTML table', () => (HTML_TABLE.test(html) ? readHtmlTables(html) : [])],
    ['a LaTeX table', () => (text.includes('\\') && !HTML_TABLE.test(text) ? readLatexTables(text) : [])],
    ['an HTML table', () => (HTML_TABLE.test(text) ? readHtmlTables(text) : [])],
  ];
}

const HTML_TABLE = /<table[\s>]/i;
const DELIMITER_ROW =
  /^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+(?:\|[ \t]*)?$|^ {0,3}\|[ \t]*:?-+:?[ \t]*\|[ \t]*$/m;

function isTooLarge({ rows }: PastedTable): boolean {
  return rows.reduce((places, row) => places + row.length, 0) > MOST_PLACES;
}
