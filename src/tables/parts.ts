import { findColumns, type Column } from './columns';
import { findHeader, headerPaths, isSectionRow } from './header';
import { isBlank, isNumber, type Sheet, type SheetRow } from './sheet';
import { headerRole } from './vocabulary/roles';

/** A row of the body, under the section row above it. */
export interface BodyRow extends SheetRow {
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
  // Rows of dashes only draw a line.
  const isFilled = ({ cells }: SheetRow) => cells.some((cell) => !isBlank(cell) && cell.content.kind !== 'missing');
  const rows = sheet.rows.filter(isFilled);
  const markup = sheet.rows.slice(0, markupHeaderRows).filter(isFilled).length;
  const starts = [0, ...repeatedHeaders(rows, markup)];
  return starts.flatMap((start, index) =>
    readParts(rows.slice(start, starts[index + 1]), start === 0 ? markup : 1, sheet.columns),
  );
}

function readParts(rows: readonly SheetRow[], markup: number, width: number): readonly Part[] {
  const header = findHeader(rows, markup);
  const body = sections(rows.slice(header.end));
  const columns = findColumns(headerPaths(header, width), body);
  const title = header.title !== undefined && { title: header.title };
  return sideBySide(columns).map((some) => ({ columns: some, rows: body, ...title }));
}

/** Splits columns where they begin anew: a second column that names rows, with as many values behind it as before it. */
function sideBySide(columns: readonly Column[]): readonly (readonly Column[])[] {
  const first = columns.find(({ use }) => use === 'label');
  const second = columns.find((column) => column.use === 'property' && isSameKind(column, first));
  if (second === undefined) return [columns];
  const [left, right] = [columns.slice(0, second.index), columns.slice(second.index)];
  const values = [left, right].map((half) => half.filter(({ use }) => use === 'value').length);
  if (values[0] === 0 || values[0] !== values[1]) return [columns];
  return [left, right.map((column) => (column === second ? { ...column, use: 'label' } : column))];
}

function isSameKind({ role, path }: Column, first: Column | undefined): boolean {
  const header = path.at(-1) ?? '';
  if (first === undefined || header === '') return false;
  return header === first.path.at(-1) || (role === 'model' && first.role === 'model');
}

/** Rows that name the columns anew: no number, and the first cell of the header; a row of groups above goes with them. */
function repeatedHeaders(rows: readonly SheetRow[], markup: number): readonly number[] {
  const firstData = rows.findIndex(({ cells }, index) => index >= markup && cells.some(isNumber));
  const corners = new Set(rows.slice(0, Math.max(0, firstData)).map(({ cells }) => cells[0]?.text ?? ''));
  const found: number[] = [];
  for (let index = firstData + 1; firstData > 0 && index < rows.length; index++) {
    const cells = rows[index]?.cells ?? [];
    const above = rows[index - 1]?.cells ?? [];
    const [[corner], [cornerAbove]] = [cells, above];
    if (corner === undefined || corner === cornerAbove || !corners.has(corner.text)) continue;
    const rest = cells.slice(1);
    if (headerRole(corner.text) === undefined || rest.every(isBlank)) continue;
    if (!rest.every((cell) => isBlank(cell) || cell.content.kind === 'text')) continue;
    const hasGroups = cornerAbove !== undefined && isBlank(cornerAbove) && !above.slice(1).some(isNumber);
    found.push(hasGroups ? index - 1 : index);
  }
  return found;
}

/** Takes the section rows out and gives their texts to the rows below. */
function sections(rows: readonly SheetRow[]): readonly BodyRow[] {
  let section: string | undefined;
  const body: BodyRow[] = [];
  for (const row of rows) {
    if (isSectionRow(row)) section = row.cells.find((cell) => !isBlank(cell))?.text;
    else body.push(section === undefined ? row : { ...row, section });
  }
  return body;
}
