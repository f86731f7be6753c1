import { unbracketed } from './label';
import { isBlank, isNumber, type SheetCell, type SheetRow } from './sheet';
import { isShotsHeader, statesShots } from './shots';
import { isMetricName } from './vocabulary/metrics';
import { headerRole } from './vocabulary/roles';

/** Where the header of a table ends, and the title that may stand above it. */
export interface Header {
  /** A text that spans the whole width above the header. */
  readonly title?: string;
  readonly rows: readonly SheetRow[];
  /** How many rows title and header take. */
  readonly end: number;
  /** The first column of numbers: those before it hold labels. */
  readonly firstValue: number;
}

/** More rows than this before the first values are no header. */
const MOST_HEADER_ROWS = 8;

/** Finds the header; `markup` leading rows are one by the markup, and further rows may continue it. */
export function findHeader(rows: readonly SheetRow[], markup: number): Header {
  const isNumeric = numericColumns(rows.slice(markup));
  const firstValue = isNumeric.indexOf(true);
  let start = 0;
  while (start + 1 < rows.length && isTitleRow(rows[start])) start++;
  const title = rows[start - 1]?.cells.find((cell) => !isBlank(cell))?.text;
  let end = Math.max(start, markup);
  // Sections are marked up as headers, too.
  while (end > start + 1 && isTitleRow(rows[end - 1])) end--;
  const first = rows[start];
  if (end === start && first !== undefined && !holdsData(first, isNumeric)) end++;
  while (end < rows.length - 1 && end - start < MOST_HEADER_ROWS && continuesHeader(rows, end, isNumeric)) end++;
  return {
    ...(title !== undefined && { title }),
    rows: rows.slice(start, end),
    end,
    firstValue: Math.max(0, firstValue),
  };
}

/** The header texts over each column; a group's name goes on over the blank cells to its right. */
export function headerPaths({ rows, firstValue }: Header, width: number): readonly (readonly string[])[] {
  const paths: string[][] = Array.from({ length: width }, () => []);
  for (const [level, { cells }] of rows.entries()) {
    const below = rows[level + 1]?.cells ?? [];
    const isShots = cells.slice(0, firstValue).some(({ text }) => isShotsHeader(text));
    let group = '';
    for (const [column, path] of paths.entries()) {
      const cell = cells[column];
      if (cell === undefined) continue;
      if (!isBlank(cell)) group = column >= firstValue ? cell.text : '';
      const under = below[column];
      let text = isBlank(cell) && under !== undefined && !isBlank(under) ? group : cell.text;
      if (isShots && /^\d+$/.test(text)) text = `${text}-shot`;
      if (text !== '' && path.at(-1) !== text) path.push(text);
    }
  }
  return paths;
}

/** Columns in which most of what stands is a number. */
function numericColumns(rows: readonly SheetRow[]): readonly boolean[] {
  return (rows[0]?.cells ?? []).map((_, column) => {
    let numbers = 0;
    let others = 0;
    for (const { cells } of rows) {
      const kind = cells[column]?.content.kind;
      if (kind === 'numbers') numbers++;
      else if (kind === 'text' || kind === 'quantity' || kind === 'check') others++;
    }
    return numbers > 0 && 2 * numbers >= others;
  });
}

/** A row of one text that spans it from end to end. */
function isTitleRow(row: SheetRow | undefined): boolean {
  if (row === undefined || row.cells.length < 2) return false;
  const first = row.cells.find((cell) => !isBlank(cell));
  if (first === undefined || !mayBeTitle(first) || first.cell?.columnSpan !== row.cells.length) return false;
  return row.cells.every((cell) => cell === first);
}

/** A title is a text; over several columns it may be a size, such as that of the models below. */
function mayBeTitle({ content, cell }: SheetCell): boolean {
  return content.kind === 'text' || (content.kind === 'quantity' && (cell?.columnSpan ?? 1) > 1);
}

function holdsData({ cells }: SheetRow, isNumeric: readonly boolean[]): boolean {
  return cells.some(
    (cell, column) => isNumeric[column] === true && (isNumber(cell) || cell.content.kind === 'missing'),
  );
}

/** A further header row: nothing before its column names but blanks, spans from above, or what the row is about. */
function continuesHeader(rows: readonly SheetRow[], index: number, isNumeric: readonly boolean[]): boolean {
  const row = rows[index];
  const above = rows[index - 1];
  const firstValue = isNumeric.indexOf(true);
  if (row === undefined || above === undefined || firstValue < 0 || isSectionRow(row)) return false;
  const labels = row.cells.slice(0, firstValue);
  const values = row.cells.slice(firstValue).filter((cell) => !isBlank(cell));
  if (values.length === 0) return false;
  if (firstValue > 0 && labels.every((cell, column) => isBlank(cell) || cell === above.cells[column]))
    return leadsToLabels(rows, index, firstValue);
  if (labels.some(({ text }) => isShotsHeader(text)) && values.every(({ text }) => statesShots(text))) return true;
  const roles = labels.map(({ text }) => headerRole(unbracketed(text)));
  if (roles.includes('metric') && values.every(({ text }) => isMetricName(text))) return true;
  const hasGroupsAbove = above.cells
    .slice(firstValue)
    .some((cell) => isBlank(cell) || (cell.cell?.columnSpan ?? 1) > 1);
  const isNamed = hasGroupsAbove && roles.some((role) => role !== undefined);
  return isNamed && !holdsData(row, isNumeric) && values.every(({ content }) => content.kind === 'text');
}

/**
 * Whether labelled rows follow this unlabelled one. Unlabelled rows belong together: a decimal number among them means
 * that they are values, and the words above it no header.
 */
function leadsToLabels(rows: readonly SheetRow[], index: number, firstValue: number): boolean {
  for (let at = index; at < rows.length; at++) {
    const cells = rows[at]?.cells ?? [];
    if (at > index && cells.slice(0, firstValue).some((cell) => !isBlank(cell))) return true;
    if (cells.some((cell) => isNumber(cell) && cell.text.includes('.'))) return false;
  }
  return false;
}

/** A row whose only content is one text, in one cell or in all of them, names the rows below it. */
export function isSectionRow({ cells }: SheetRow): boolean {
  const first = cells.find((cell) => !isBlank(cell));
  if (first === undefined || !mayBeTitle(first) || cells.length < 2) return false;
  if (cells.every((cell) => cell === first || isBlank(cell))) return true;
  return cells.every(({ text }) => text === first.text);
}
