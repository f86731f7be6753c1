import type { CellContent } from './cellContent';
import type { Sheet, SheetCell, SheetRow } from './sheet';
import { isShotsHeader, shotsOfCell } from './shots';
import { isMetricName } from './vocabulary/metrics';
import { type LabelRole, headerRole } from './vocabulary/roles';

/**
 * What a column is for: labels name the row, values may be scores, properties describe the row (size, licence, links),
 * errors belong to the value on their left.
 */
export type ColumnUse = 'label' | 'value' | 'property' | 'error' | 'none';

/** A column with its header texts from top to bottom, each level once, and the role its header or content shows. */
export interface Column {
  readonly index: number;
  readonly use: ColumnUse;
  readonly path: readonly string[];
  readonly role?: LabelRole;
}

/** A row of the body, under the section row above it. */
export interface BodyRow {
  readonly cells: readonly SheetCell[];
  readonly source: number;
  readonly section?: string;
}

/** A part of a table with one header: its columns and its rows. */
export interface Part {
  readonly columns: readonly Column[];
  readonly rows: readonly BodyRow[];
  /** A text that spans the whole width above the header. */
  readonly title?: string;
}

/** Splits a table where its header is repeated, and tells for each part which rows and columns are what. */
export function findParts(sheet: Sheet, markupHeaderRows: number): readonly Part[] {
  const rows = sheet.rows.filter(({ cells }) => cells.some((cell) => !isBlank(cell)));
  const markup = sheet.rows.slice(0, markupHeaderRows).filter((row) => rows.includes(row)).length;
  const starts = [0, ...repeatedHeaders(rows, markup)];
  return starts.map((start, index) =>
    readPart(rows.slice(start, starts[index + 1]), start === 0 ? markup : 1, sheet.columns),
  );
}

/** Whether a place only continues a cell from the left. */
function isContinued(cell: SheetCell | undefined, column: number): boolean {
  return (cell?.cell?.column ?? column) < column;
}

export const isBlank = ({ content }: SheetCell): boolean => content.kind === 'empty';
const isNumber = ({ content }: SheetCell): boolean => content.kind === 'numbers';

/** Rows that name the columns anew: no number, and the first cell of the header; a row of groups above them goes with them. */
function repeatedHeaders(rows: readonly SheetRow[], markup: number): readonly number[] {
  const firstData = rows.findIndex(({ cells }, index) => index >= markup && cells.some(isNumber));
  const corners = new Set(rows.slice(0, Math.max(0, firstData)).map(({ cells }) => cells[0]?.text ?? ''));
  const found: number[] = [];
  for (let index = firstData + 1; firstData > 0 && index < rows.length; index++) {
    const cells = rows[index]?.cells ?? [];
    const corner = cells[0]?.text ?? '';
    if (cells[0] === rows[index - 1]?.cells[0] || !corners.has(corner) || headerRole(corner) === undefined) continue;
    const rest = cells.slice(1).filter((cell) => !isBlank(cell));
    if (rest.length === 0 || !rest.every(({ content }) => content.kind === 'text')) continue;
    const above = rows[index - 1]?.cells ?? [];
    const hasGroups = above[0] !== undefined && isBlank(above[0]) && !above.some(isNumber);
    found.push(hasGroups ? index - 1 : index);
  }
  return found;
}

function readPart(rows: readonly SheetRow[], markup: number, width: number): Part {
  const numeric = numericColumns(rows.slice(markup), width);
  const { title, start, end } = findHeader(rows, markup, numeric);
  const header = rows.slice(start, end);
  const body = sections(rows.slice(end));
  const paths = headerPaths(header, width, numeric);
  return { columns: columnUses(paths, body), rows: body, ...(title !== undefined && { title }) };
}

/** Columns in which most of what stands is a number. */
function numericColumns(rows: readonly SheetRow[], width: number): readonly boolean[] {
  return Array.from({ length: width }, (_, column) => {
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

interface Header {
  readonly title?: string;
  readonly start: number;
  readonly end: number;
}

function findHeader(rows: readonly SheetRow[], markup: number, numeric: readonly boolean[]): Header {
  let start = 0;
  let title: string | undefined;
  while (start + 1 < rows.length && isTitleRow(rows[start])) {
    title = rows[start]?.cells.find((cell) => !isBlank(cell))?.text;
    start++;
  }
  let end = Math.max(start, markup);
  if (end === start && rows[start] !== undefined && !holdsData(rows[start], numeric)) end++;
  while (end < rows.length - 1 && continuesHeader(rows[end], rows[end - 1], numeric, rows.slice(end + 1))) end++;
  return { ...(title !== undefined && { title }), start, end };
}

function distinctCells(row: SheetRow): ReadonlySet<SheetCell> {
  return new Set(row.cells.filter((cell) => !isBlank(cell)));
}

function isTitleRow(row: SheetRow | undefined): boolean {
  if (row === undefined || row.cells.length < 2) return false;
  const [only, ...others] = distinctCells(row);
  return others.length === 0 && only?.content.kind === 'text' && (only.cell?.columnSpan ?? 1) === row.cells.length;
}

function holdsData(row: SheetRow | undefined, numeric: readonly boolean[]): boolean {
  return (
    row?.cells.some(
      (cell, column) => numeric[column] === true && (isNumber(cell) || cell.content.kind === 'missing'),
    ) ?? false
  );
}

/** A further header row: nothing before its column names but blanks, spans from above or a word such as "Dataset". */
function continuesHeader(
  row: SheetRow | undefined,
  above: SheetRow | undefined,
  numeric: readonly boolean[],
  below: readonly SheetRow[],
): boolean {
  if (row === undefined || above === undefined) return false;
  const firstValue = numeric.indexOf(true);
  if (firstValue < 0) return false;
  const labels = row.cells.slice(0, firstValue);
  const values = row.cells.slice(firstValue).filter((cell) => !isBlank(cell));
  if (values.length === 0 || isSectionRow(row)) return false;
  const unlabelled = firstValue > 0 && labels.every((cell, column) => isBlank(cell) || cell === above.cells[column]);
  // Rows without a label belong together: values among them are no header, so the words above them are none either.
  if (unlabelled && leadsToValues(row, below, firstValue)) return false;
  if (unlabelled) return below.some(({ cells }) => cells.slice(0, firstValue).some((cell) => !isBlank(cell)));
  if (labels.some(({ text }) => isShotsHeader(text)) && values.every(({ text }) => statesShots(text))) return true;
  const roles = labels.map(({ text }) => headerRole(text));
  if (roles.includes('metric') && values.every(({ text }) => isMetricName(text))) return true;
  const named = roles.some((role) => role !== undefined);
  const blanksAbove = above.cells
    .slice(firstValue)
    .some((cell, index) => isBlank(cell) || (cell.cell?.columnSpan ?? 1) > 1 || index < 0);
  return named && blanksAbove && !holdsData(row, numeric) && values.every(({ content }) => content.kind === 'text');
}

/** A row whose only content is one text, in one cell or in all of them, names the rows below it. */
function isSectionRow(row: SheetRow): boolean {
  const filled = row.cells.filter((cell) => !isBlank(cell));
  const [first] = filled;
  if (first?.content.kind !== 'text' || row.cells.length < 2) return false;
  const isOne = filled.every((cell) => cell === first);
  return isOne || (filled.length === row.cells.length && filled.every(({ text }) => text === first.text));
}

/** Whether this unlabelled row or one of those right below it holds a decimal number. */
function leadsToValues(row: SheetRow, below: readonly SheetRow[], firstValue: number): boolean {
  for (const { cells } of [row, ...below]) {
    if (cells.slice(0, firstValue).some((cell) => !isBlank(cell))) return false;
    if (cells.some((cell) => isNumber(cell) && cell.text.includes('.'))) return true;
  }
  return false;
}

function sections(rows: readonly SheetRow[]): readonly BodyRow[] {
  let section: string | undefined;
  const body: BodyRow[] = [];
  for (const row of rows) {
    if (isSectionRow(row)) section = row.cells.find((cell) => !isBlank(cell))?.text;
    else body.push({ ...row, ...(section !== undefined && { section }) });
  }
  return body;
}

/** The header texts over each column; a group's name goes on over the blank cells to its right. */
function headerPaths(
  header: readonly SheetRow[],
  width: number,
  numeric: readonly boolean[],
): readonly (readonly string[])[] {
  const firstValue = Math.max(0, numeric.indexOf(true));
  const paths: string[][] = Array.from({ length: width }, () => []);
  for (const [level, row] of header.entries()) {
    const below = header[level + 1];
    const isShots = row.cells.slice(0, firstValue).some(({ text }) => isShotsHeader(text));
    let group = '';
    for (let column = 0; column < width; column++) {
      const cell = row.cells[column];
      if (cell === undefined) continue;
      if (!isBlank(cell)) group = column >= firstValue ? cell.text : '';
      const under = below?.cells[column];
      const carried = isBlank(cell) && under !== undefined && !isBlank(under);
      const stated = isShots && column >= firstValue && /^\d+$/.test(cell.text) ? `${cell.text}-shot` : cell.text;
      const text = carried ? group : stated;
      const path = paths[column];
      if (path !== undefined && text !== '' && path.at(-1) !== text) path.push(text);
    }
  }
  return paths;
}

interface Profile {
  readonly counts: Readonly<Record<CellContent['kind'], number>>;
  readonly filled: number;
}

function profileOf(rows: readonly BodyRow[], column: number): Profile {
  const counts = { empty: 0, missing: 0, check: 0, text: 0, quantity: 0, numbers: 0 };
  for (const { cells } of rows) counts[cells[column]?.content.kind ?? 'empty']++;
  return { counts, filled: rows.length - counts.empty - counts.missing };
}

function columnUses(paths: readonly (readonly string[])[], rows: readonly BodyRow[]): readonly Column[] {
  const profiles = paths.map((_, column) => profileOf(rows, column));
  const roles = paths.map((path, column) => roleOf(path, rows, column, profiles[column]));
  const isValue = profiles.map(({ counts }, column) => {
    const role = roles[column];
    if (rows.every(({ cells }) => isContinued(cells[column], column))) return false;
    if (role === 'shots' || role === 'index' || role === 'ignored' || role === 'error') return false;
    return counts.numbers > 0 && counts.numbers >= counts.text + counts.quantity + counts.check;
  });
  if (!isValue.includes(false) || !hasLabel(profiles, isValue, roles)) numberedLabel(paths, rows, isValue);
  const firstValue = isValue.indexOf(true);
  const labelled = new Set<number>();
  return paths.map((path, index): Column => {
    const role = roles[index];
    const column = { index, path, ...(role !== undefined && { role }) };
    if (isValue[index] === true) return { ...column, use: 'value' };
    if (role === 'error') return { ...column, use: 'error' };
    const { counts, filled } = profiles[index] ?? { counts: undefined, filled: 0 };
    if (
      filled === 0 ||
      rows.every(({ cells }) => isContinued(cells[index], index)) ||
      role === 'index' ||
      role === 'ignored'
    )
      return { ...column, use: 'none' };
    const names = role === 'model' || role === 'benchmark' || role === 'shots' || role === 'metric' || role === 'split';
    const isLabel =
      role === 'shots' ||
      (counts !== undefined &&
        counts.text >= counts.quantity + counts.check &&
        (index < firstValue || (names && labelled.size === 0)));
    if (isLabel) labelled.add(index);
    const onlyLabel = index < firstValue && !isLabel && !isValue.some((value, other) => !value && other < index);
    return { ...column, use: isLabel || onlyLabel ? 'label' : 'property' };
  });
}

function hasLabel(
  profiles: readonly Profile[],
  isValue: readonly boolean[],
  roles: readonly (LabelRole | undefined)[],
): boolean {
  return profiles.some(
    ({ counts }, column) => isValue[column] !== true && roles[column] !== 'index' && counts.text + counts.quantity > 0,
  );
}

/** Where nothing else names the rows, a first column of different whole numbers does: years, sizes, lengths. */
function numberedLabel(paths: readonly (readonly string[])[], rows: readonly BodyRow[], isValue: boolean[]): void {
  if (isValue[0] !== true || rows.length < 2 || isValue.filter(Boolean).length < 2) return;
  const header = paths[0]?.at(-1) ?? '';
  const texts = rows.map(({ cells }) => cells[0]?.text ?? '');
  const numbered = texts.every((text) => /^\d+$/.test(text)) && new Set(texts).size === texts.length;
  if (numbered && header !== '' && !isMetricName(header)) isValue[0] = false;
}

/** A number of shots, or the dash of a benchmark without. */
function statesShots(text: string): boolean {
  return /^[-–—/]$/.test(text) || shotsOfCell(text) !== undefined;
}

function roleOf(
  path: readonly string[],
  rows: readonly BodyRow[],
  column: number,
  profile: Profile | undefined,
): LabelRole | undefined {
  const header = path.at(-1) ?? '';
  const counts = profile?.counts;
  if (counts === undefined || profile === undefined) return undefined;
  const texts = rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '');
  const shots = texts.filter(statesShots).length;
  const isShots = texts.length > 0 && 3 * shots >= 2 * texts.length;
  if (isShotsHeader(header) && isShots) return 'shots';
  const stated = headerRole(header);
  if (counts.numbers > 0 && counts.numbers >= counts.text) {
    if (stated === 'error' || stated === 'ignored') return stated;
    if (stated === 'index' && texts.every((text) => /^\d+$/.test(text))) return stated;
    return header === '' && isIndex(rows, column) ? 'index' : undefined;
  }
  if (texts.length > 0 && texts.every((text) => /^[±↑↓+\-/\s]*$/.test(text))) return 'ignored';
  const mayBeShots = header === '' || stated === undefined || stated === 'config' || stated === 'group';
  if (mayBeShots && isShots && texts.some((text) => /shot/i.test(text))) return 'shots';
  if (header === '' && texts.length > 0 && texts.every(isMetricName)) return 'metric';
  return stated;
}

/** 0, 1, 2, … or 1, 2, 3, …: a column of row numbers. */
function isIndex(rows: readonly BodyRow[], column: number): boolean {
  const first = Number(rows[0]?.cells[column]?.text);
  if (first !== 0 && first !== 1) return false;
  return rows.length > 1 && rows.every(({ cells }, index) => cells[column]?.text === String(first + index));
}
