import { parse } from 'papaparse';
import { CellMarkdown } from './cellMarkdown';
import { type PastedCell, pastedCell, type PastedTable } from './pastedTable';

/** What parts the cells of a line, the most certain first. */
const DELIMITERS = ['\t', ';', ','] as const;

/** Reads text whose cells are parted by tabs, semicolons or commas; null where that makes no table of it. */
export function readDelimited(
  text: string,
): { readonly delimiter: (typeof DELIMITERS)[number]; readonly table: PastedTable } | null {
  for (const delimiter of DELIMITERS) {
    if (!text.includes(delimiter)) continue;
    const rows = split(text, delimiter);
    const fits = delimiter === '\t' ? rows.filter(isNamed).length > 1 : isRegular(rows);
    if (fits) return { delimiter, table: { rows: rows.map((row) => row.map(cellOf)), headerRows: 0 } };
  }
  return null;
}

function split(text: string, delimiter: string): readonly (readonly string[])[] {
  const options = { delimiter, skipEmptyLines: 'greedy' } as const;
  const { data, errors } = parse<string[]>(text, options);
  // Quotes that do not pair are inches, or part of a name.
  const isQuoted = errors.every(({ type }) => type !== 'Quotes');
  return isQuoted ? data : parse<string[]>(text, { ...options, quoteChar: '\0' }).data;
}

/** More than one cell says something: indented lines begin with tabs, too. */
function isNamed(row: readonly string[]): boolean {
  return row.filter((cell) => cell.trim() !== '').length > 1;
}

/** Prose has commas, too: a table has as many in each line, names its columns and holds a number. */
function isRegular(rows: readonly (readonly string[])[]): boolean {
  const width = rows[0]?.length ?? 0;
  const named = rows.find(isNamed);
  return (
    rows.length > 1 &&
    width > 1 &&
    rows.every((row) => row.length === width) &&
    named?.slice(1, -1).every((cell) => cell.trim() !== '') === true &&
    rows.some((row) => row.some((cell) => NUMBER.test(cell)))
  );
}

const NUMBER = /^\s*[-+−]?\d[\d.,]*\s*%?\s*(?:$|[(±])/;

function cellOf(text: string): PastedCell | null {
  const cell = new CellMarkdown();
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (index > 0) cell.lineBreak();
    cell.text(line);
  }
  return pastedCell(cell.finish());
}
