import type { Grid } from './grid';
import type { NoScoresReason, SkippedCell } from './reading';
import type { SheetCell } from './sheet';
import type { Part } from './structure';
import { announcesOther, announcesScores } from './vocabulary/headings';
import { isAverage, isMetricName, isSplitName, isValueWord, mentionsMetric } from './vocabulary/metrics';
import { modelLikeness } from './vocabulary/modelNames';
import { isHyperParameter, isTrainingProgress, noScoreReason } from './vocabulary/quantities';
import { headerRole } from './vocabulary/roles';

/** What was found in a table before it is told whether those are scores. */
export interface Findings {
  readonly grid: Grid;
  readonly parts: readonly Part[];
  /** Numbers taken as scores, and those left out with their reasons. */
  readonly scores: number;
  readonly whole: number;
  readonly percents: number;
  readonly largest: number;
  readonly skipped: readonly SkippedCell[];
  readonly titleWords: ReadonlySet<string>;
}

/** Why a table holds no scores; undefined where it does. */
export function whyNoScores(findings: Findings): NoScoresReason | undefined {
  const { parts, grid } = findings;
  const cells = parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const labels = labelsOf(parts);
  if (cells.every(({ content }) => content.kind === 'empty')) return grid.rows.length > 1 ? 'layout' : 'empty';
  const settings = labels.filter(isHyperParameter).length;
  const headers = parts.flatMap(({ columns }) => columns.flatMap(({ path }) => path.slice(-1)));
  if (isMostlySettings(labels) || isMostlySettings(headers)) return 'hyper-parameters';
  const headings = [...grid.headings.slice(-1), grid.caption ?? ''];
  const other = headings.map(announcesOther).find((reason) => reason !== undefined);
  if (settings > 0 && other === 'hyper-parameters') return 'hyper-parameters';
  if (settings > 0 && labels.some((label) => headerRole(label) === undefined && /hyper-?parameter|超参/i.test(label)))
    return 'hyper-parameters';
  if (isTrainingLog(parts)) return 'training-log';
  const numbers = cells.filter(({ content }) => content.kind === 'numbers').length;
  if (numbers === 0) return withoutNumbers(findings, other);
  if (findings.scores === 0) return withoutScores(findings.skipped, other);
  const texts = cells.filter(({ content, text }) => content.kind === 'text' && text.length > 60).length;
  if (texts > numbers) return 'prompts';
  if (evidence(findings, labels, other) < 1) return other === 'downloads' ? 'downloads' : 'other-numbers';
  return undefined;
}

function isMostlySettings(labels: readonly string[]): boolean {
  const settings = labels.filter(isHyperParameter).length;
  return settings >= 2 && 4 * settings >= labels.length;
}

function labelsOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap(({ columns, rows }) => {
    const first = columns.find(({ use }) => use === 'label');
    const texts = first === undefined ? [] : rows.map(({ cells }) => cells[first.index]?.text ?? '');
    return [...columns.flatMap(({ path }) => path.slice(-1)), ...texts].filter(
      (text) => text !== '' && text.length < 100,
    );
  });
}

function isTrainingLog(parts: readonly Part[]): boolean {
  return parts.some(({ columns, rows }) => {
    const headers = columns.map(({ path }) => path.at(-1) ?? '');
    const progress = headers.filter(isTrainingProgress).length;
    const losses = headers.filter((header) => /\bloss\b|_loss$/i.test(header)).length;
    return rows.length > 0 && ((progress > 0 && losses > 0) || (progress > 0 && isTrainingProgress(headers[0] ?? '')));
  });
}

function withoutNumbers(findings: Findings, other: ReturnType<typeof announcesOther>): NoScoresReason {
  const { parts } = findings;
  const cells = parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const headers = parts.flatMap(({ columns }) => columns.flatMap(({ path }) => path));
  const filled = cells.filter(({ content }) => content.kind !== 'empty');
  if (other === 'downloads' || headers.some((header) => DOWNLOAD.test(header)))
    return quantityReason(cells, filled.length) ?? 'downloads';
  if (other === 'hardware' || other === 'hyper-parameters') return other;
  const long = cells.filter(({ text }) => text.length > 80).length;
  if (long > 0 && 3 * long >= cells.length) return cells.length <= 4 ? 'layout' : 'prompts';
  if (cells.length === 1 || 2 * filled.length < cells.length) return 'layout';
  return (
    quantityReason(cells, filled.length) ??
    (cells.some(({ content }) => content.kind === 'check') ? 'no-numbers' : 'text')
  );
}
const DOWNLOAD = /download|link|hugging ?face|checkpoint|url|file ?name|下载|链接/i;

/** What quantities say of a table that holds no other numbers, where they are more than an aside. */
function quantityReason(cells: readonly SheetCell[], filled: number): NoScoresReason | undefined {
  const count = (...reasons: readonly SkippedCell['reason'][]) =>
    cells.filter(({ content }) => content.kind === 'quantity' && reasons.includes(content.of)).length;
  if (5 * count('size', 'speed', 'other') < filled) return count('date', 'rank') > 0 ? 'no-numbers' : undefined;
  if (count('speed') > count('size')) return 'speed';
  return count('size') > 0 ? 'model-specs' : 'other-numbers';
}

function withoutScores(skipped: readonly SkippedCell[], other: ReturnType<typeof announcesOther>): NoScoresReason {
  if (other === 'hardware' || other === 'downloads' || other === 'hyper-parameters') return other;
  const count = (reason: SkippedCell['reason']) => skipped.filter((cell) => cell.reason === reason).length;
  if (skipped.length === 0) return 'no-numbers';
  if (count('speed') > count('size') && count('speed') >= count('other')) return 'speed';
  return count('size') >= count('other') ? 'model-specs' : 'other-numbers';
}

/** How much speaks for scores: words of evaluation in headers, headings and names, and the shape of the numbers. */
function evidence(findings: Findings, labels: readonly string[], other: ReturnType<typeof announcesOther>): number {
  const { grid, parts, scores, whole, percents, titleWords } = findings;
  const roles = parts.flatMap(({ columns }) => columns.filter(({ use }) => use === 'label').map(({ role }) => role));
  const headers = parts.flatMap(({ columns }) =>
    columns.filter(({ use }) => use === 'value').map(({ path }) => path.at(-1) ?? ''),
  );
  const isWhole = whole === scores;
  let sum = 0;
  if (roles.includes('model') || roles.includes('benchmark')) sum += 1;
  if (roles.includes('metric') || labels.some(isMetricName)) sum += 1;
  if (
    labels.some((label) => isValueWord(label) || isAverage(label) || mentionsMetric(label) || /[↑↓]|-shot/i.test(label))
  )
    sum += 1;
  if (percents > 0) sum += 1;
  if ([...grid.headings.slice(-2), grid.caption ?? ''].some(announcesScores)) sum += 1;
  if (labels.some((label) => modelLikeness(label, titleWords) >= 1)) sum += 1;
  if (!isWhole) sum += 1;
  else sum -= findings.largest > 16 ? 1 : 2;
  if (other !== undefined) sum -= 3;
  if (isWhole && headers.every(isSplitName)) sum -= 2;
  const specs = labels.filter((label) => noScoreReason(label) !== undefined).length;
  if (2 * specs >= labels.length) sum -= 2;
  return sum;
}
