import { CellMarkdown } from './cellMarkdown';
import { skipOptions, takeArgument, takeGroups, withoutComments } from './latexSource';
import { writeLatex } from './latexText';
import { type PastedCell, pastedCell, type PastedTable } from './pastedTable';
import { splitRows } from './latexRows';

/** The environments of tables, and how many arguments stand before their rows. */
const ENVIRONMENTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ tabular: 1, array: 1, longtable: 1, supertabular: 1, tblr: 1, NiceTabular: 1 },
    ...{ 'tabular*': 2, tabularx: 2, tabulary: 2, xltabular: 2 },
  }),
);
const BEGIN = /\\begin\s*\{([a-zA-Z]+\*?)\}/g;
/** Places that spans may fill, so that a small text cannot make a huge table. */
const MOST_SPANNED = 100_000;
/** A cell may span columns and rows, and stand in a box. */
const MOST_WRAPPED = 4;

/** The tables of a piece of LaTeX; bare rows of one, too. */
export function readLatexTables(text: string): readonly PastedTable[] {
  const source = withoutComments(text);
  if (hasBareRows(source)) return [readRows(source)];
  const bodies = bodiesOf(source);
  const caption = bodies.length === 1 ? captionOf(source) : '';
  return bodies.map((body) => ({ ...readRows(body), ...(caption !== '' && { caption }) }));
}

/** What stands in each table; tables inside a cell of one are part of it. */
function bodiesOf(source: string): readonly string[] {
  const bodies: string[] = [];
  let from = 0;
  for (const { 0: begin, 1: name = '', index } of source.matchAll(BEGIN)) {
    const args = ENVIRONMENTS.get(name);
    if (index < from || args === undefined) continue;
    const start = takeGroups(source, skipOptions(source, index + begin.length), args).end;
    const end = endOf(name, source, start);
    bodies.push(source.slice(skipOptions(source, start), end));
    from = end;
  }
  return bodies;
}

/** Rows that were copied without what stands around them. */
function hasBareRows(source: string): boolean {
  const cells = source.search(/(?<!\\)&/);
  const begin = source.search(/\\begin\s*\{(?:tabular|array|longtable|supertabular|tblr|NiceTabular|xltabular)/);
  return cells >= 0 && (begin < 0 || cells < begin) && source.split(/[\r\n]/).some(isRow);
}

/** One search from the first cell on: a line of other code may be as long as a whole program. */
function isRow(line: string): boolean {
  const cells = line.indexOf('&');
  return cells >= 0 && ROW_END.test(line.slice(cells));
}
const ROW_END = /\\\\[ \t]*(?:\[[^\]]{0,200}\][ \t]*)?(?:\\[a-z]+(?:rule|line)\b.*)?$/;

function endOf(name: string, source: string, start: number): number {
  let depth = 1;
  const parts = new RegExp(`\\\\(begin|end)\\s*\\{${name.replace('*', '\\*')}\\}`, 'g');
  parts.lastIndex = start;
  for (let part = parts.exec(source); part; part = parts.exec(source)) {
    depth += part[1] === 'begin' ? 1 : -1;
    if (depth === 0) return part.index;
  }
  return source.length;
}

function captionOf(source: string): string {
  const start = /\\caption\*?/.exec(source);
  if (start === null) return '';
  const at = skipOptions(source, start.index + start[0].length);
  return markdownOf(takeArgument(source, at)?.text ?? '');
}

/** A cell with how far it reaches; a negative number of rows reaches up. */
interface LatexCell {
  readonly cell: PastedCell | null;
  readonly rows: number;
  readonly columns: number;
}

/** LaTeX leaves the places empty that a cell reaches down to, so they are filled when all stands. */
function readRows(body: string): PastedTable {
  const { rows, headerRows } = splitRows(body);
  const places: (PastedCell | null)[][] = rows.map(() => []);
  const reaching: (() => void)[] = [];
  let spare = MOST_SPANNED;
  for (const [row, cells] of rows.entries()) {
    const line = places[row] ?? [];
    for (const read of cells.map((source) => readCell(source))) {
      spare -= Math.abs(read.rows) * read.columns - 1;
      const { cell, rows: reach, columns } = spare < 0 ? { ...read, rows: 1, columns: 1 } : read;
      const start = line.length;
      for (let column = 0; column < columns; column++) line.push(cell);
      const [from, to] = reach < 0 ? [row + reach + 1, row] : [row, row + reach - 1];
      reaching.push(() => {
        for (const reached of places.slice(Math.max(0, from), to + 1)) {
          for (let column = start; column < start + columns; column++) reached[column] ??= cell;
        }
      });
    }
  }
  for (const reach of reaching) reach();
  return { rows: places.map((line) => Array.from(line, (cell) => cell ?? null)), headerRows };
}

const SPAN = /^\s*(?:\\(?:cellcolor|rowcolor)\s*(?:\[[^\]]*\])?\s*\{[^}]*\}\s*)*\\(multicolumn|multirow)\b\*?/;

/** A cell whose spans stand around it. */
function readCell(source: string, wrapped = 0): LatexCell {
  const span = wrapped < MOST_WRAPPED ? SPAN.exec(source) : null;
  const number = span && takeArgument(source, skipOptions(source, span[0].length));
  const width = number && takeArgument(source, skipOptions(source, number.end));
  const content = width && takeArgument(source, skipOptions(source, width.end));
  if (!content || source.slice(content.end).trim() !== '') {
    return { cell: pastedCell(markdownOf(source)), rows: 1, columns: 1 };
  }
  const read = readCell(content.text, wrapped + 1);
  const reach = Math.trunc(Number(number.text)) || 1;
  return span[1] === 'multirow' ? { ...read, rows: reach } : { ...read, columns: Math.max(1, reach) };
}

function markdownOf(source: string): string {
  const cell = new CellMarkdown();
  writeLatex(source, cell);
  return cell.finish();
}
