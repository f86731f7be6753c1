import { countContent, type ContentCounts } from './contentCounts';
import type { SheetRow } from './sheet';
import { isShotsHeader, shotsOfCell, statesShots } from './shots';
import { isMetricName } from './vocabulary/metrics';
import { headerRole, type LabelRole } from './vocabulary/roles';

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
  readonly counts: ContentCounts;
}

/** A column as it is counted through, before its use is known. */
interface Profile {
  readonly path: readonly string[];
  readonly counts: ContentCounts;
  /** Whether it only continues cells from its left. */
  readonly isContinued: boolean;
  readonly role: LabelRole | undefined;
  /** The texts of its cells, blank ones left out. */
  readonly texts: () => readonly string[];
}

/** Tells the columns of a body by their headers and content. */
export function findColumns(paths: readonly (readonly string[])[], rows: readonly SheetRow[]): readonly Column[] {
  const profiles = paths.map((path, column) => profileOf(path, rows, column));
  const isValue = profiles.map(holdsValues);
  const hasLabel = profiles.some(
    ({ counts, role }, column) => isValue[column] !== true && role !== 'index' && counts.text + counts.quantity > 0,
  );
  if (!hasLabel && numbersRows(profiles)) isValue[0] = false;
  const firstValue = isValue.indexOf(true);
  const firstOther = isValue.indexOf(false);
  let hasNames = false;
  return profiles.map((profile, index): Column => {
    const { path, role, counts } = profile;
    let use = isValue[index] === true ? 'value' : useBeside(profile, index < firstValue, hasNames);
    // A first column of sizes or check marks names the rows where nothing else does.
    if (use === 'property' && index < firstValue && index === firstOther) use = 'label';
    if (use === 'label') hasNames = true;
    return { index, use, path, ...(role !== undefined && { role }), counts };
  });
}

function profileOf(path: readonly string[], rows: readonly SheetRow[], column: number): Profile {
  const counts = countContent(rows, column);
  const isContinued = rows.every(({ cells }) => (cells[column]?.cell?.column ?? column) < column);
  const texts = () => rows.map(({ cells }) => cells[column]?.text ?? '').filter((text) => text !== '');
  const profile = { path, counts, isContinued, texts };
  return { ...profile, role: roleOf(profile) };
}

/** 0, 1, 2, … or 1, 2, 3, … */
function countsUp(texts: readonly string[]): boolean {
  const first = Number(texts[0]);
  return (
    texts.length > 1 && (first === 0 || first === 1) && texts.every((text, index) => text === String(first + index))
  );
}

function roleOf({ path, texts, counts }: Omit<Profile, 'role'>): LabelRole | undefined {
  const header = path.at(-1) ?? '';
  const stated = isShotsHeader(header) && areShots(texts()) ? 'shots' : headerRole(header);
  if (stated === 'shots') return stated;
  if (counts.numbers > 0 && counts.numbers >= counts.text) {
    if (stated === 'error' || LINK.test(header)) return stated ?? 'ignored';
    if (stated === 'ignored' && (counts.years === counts.numbers || !/date$/i.test(header))) return stated;
    if (stated === 'index' && texts().every((text) => /^\d+$/.test(text))) return stated;
    if (SETTING.test(header) || (RUN.test(header) && counts.whole === counts.numbers)) return 'config';
    return header === '' && counts.empty === 0 && countsUp(texts()) ? 'index' : undefined;
  }
  const all = texts();
  if (all.length > 0 && all.every((text) => /^[±↑↓+\-/\s]*$/.test(text))) return 'ignored';
  if (SCALE.test(header) && all.length > 0 && all.every(isFactor)) return 'part';
  const mayBeShots = stated === undefined || stated === 'config' || stated === 'group';
  if (mayBeShots && all.some(namesShots) && areShots(all)) return 'shots';
  if (header === '' && all.length > 0 && all.every(isMetricName)) return 'metric';
  // Versions with names are models.
  if (/^versions?$/i.test(header) && all.some((text) => /\p{L}{3,}.*\d/u.test(text))) return undefined;
  return stated;
}

/** Images are measured at each scale by itself: `2x`, `4×`. */
const SCALE = /^(?:up|super)?-?scal(?:e|ing)(?: factor)?$|^factor$/i;

function isFactor(text: string): boolean {
  return /^\d+(?:\.\d+)?\s?[x×]$/i.test(text);
}

/** Rows with such numbers are runs or settings of one measurement. */
const SETTING = /^(?:(?:\S+ )?thresholds?|temperature)$/i;
const RUN = /^(?:(?:random )?seeds?|folds?|runs?)$/i;
/** Numbers under such a header are the texts of links. */
const LINK = /^(?:ckpts?|checkpoints?|downloads?|links?|urls?|weights|logs?)$/i;
function areShots(texts: readonly string[]): boolean {
  return texts.length > 0 && 3 * texts.filter(statesShots).length >= 2 * texts.length;
}

function namesShots(text: string): boolean {
  return /\D/.test(text) && shotsOfCell(text) !== undefined;
}

const NO_VALUES: ReadonlySet<LabelRole | undefined> = new Set<LabelRole | undefined>([
  'shots',
  'index',
  'ignored',
  'error',
  'config',
]);

function holdsValues({ counts, role, isContinued }: Profile): boolean {
  if (isContinued || NO_VALUES.has(role)) return false;
  return counts.numbers > 0 && counts.numbers >= counts.text + counts.quantity + counts.check;
}

/** Where nothing else names the rows, a first column of different whole numbers does: years, sizes, lengths. */
function numbersRows(profiles: readonly Profile[]): boolean {
  const [first, ...others] = profiles;
  if (first === undefined || !holdsValues(first) || !others.some(holdsValues)) return false;
  const header = first.path.at(-1) ?? '';
  const texts = first.texts();
  const areNumbers = texts.every((text) => /^\d+$/.test(text)) && new Set(texts).size === texts.length;
  return texts.length > 1 && areNumbers && header !== '' && !isMetricName(header);
}

const NAMES: ReadonlySet<LabelRole | undefined> = new Set<LabelRole | undefined>([
  'model',
  'benchmark',
  'metric',
  'split',
]);

/** The use of a column without values: labels stand before the values, or name the rows from behind where none does. */
function useBeside({ counts, role, isContinued }: Profile, isBefore: boolean, hasNames: boolean): ColumnUse {
  if (role === 'error') return 'error';
  if (role === 'shots' || (role === 'part' && isBefore)) return 'label';
  const isEmpty = counts.text + counts.quantity + counts.check + counts.numbers === 0;
  if (isEmpty || isContinued || role === 'index' || role === 'ignored') return 'none';
  const isText = counts.text >= counts.quantity + counts.check;
  return isText && (isBefore || (NAMES.has(role) && !hasNames)) ? 'label' : 'property';
}
