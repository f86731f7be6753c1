import type { Grid } from './grid';
import type { NoScoresReason, SkippedCell } from './reading';
import type { Part } from './structure';
import {
  announcesOther,
  announcesScores,
  headerRole,
  isAverage,
  isHyperParameter,
  isMetricName,
  isTrainingProgress,
  isValueWord,
  mentionsMetric,
  modelLikeness,
  noScoreReason,
} from './vocabulary';

/** What was found in a table before it is told whether those are scores. */
export interface Findings {
  readonly grid: Grid;
  readonly parts: readonly Part[];
  /** Numbers taken as scores, and those left out with their reasons. */
  readonly scores: number;
  readonly whole: number;
  readonly percents: number;
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
  if (settings >= 2 && settings >= 0.25 * labels.length) return 'hyper-parameters';
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

function withoutNumbers({ parts, skipped }: Findings, other: ReturnType<typeof announcesOther>): NoScoresReason {
  const cells = parts.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
  const headers = parts.flatMap(({ columns }) => columns.flatMap(({ path }) => path));
  if (
    other === 'downloads' ||
    headers.some((header) => /download|link|hugging ?face|checkpoint|url|下载|链接/i.test(header))
  )
    return 'downloads';
  if (other === 'hardware') return 'hardware';
  if (other === 'hyper-parameters') return 'hyper-parameters';
  if (skipped.length > 0 || cells.some(({ content }) => content.kind === 'quantity'))
    return withoutScores(skipped, other);
  const long = cells.filter(({ text }) => text.length > 80).length;
  if (long > 0 && 3 * long >= cells.length) return cells.length <= 4 ? 'layout' : 'prompts';
  const filled = cells.filter(({ content }) => content.kind !== 'empty').length;
  if (cells.length === 1 || 2 * filled < cells.length) return 'layout';
  return cells.some(({ content }) => content.kind === 'check') ? 'no-numbers' : 'text';
}

function withoutScores(skipped: readonly SkippedCell[], other: ReturnType<typeof announcesOther>): NoScoresReason {
  if (other === 'hardware' || other === 'downloads' || other === 'hyper-parameters') return other;
  const count = (reason: SkippedCell['reason']) => skipped.filter((cell) => cell.reason === reason).length;
  if (count('speed') > count('size') && count('speed') >= count('other')) return 'speed';
  return count('size') >= count('other') ? 'model-specs' : 'other-numbers';
}

/** How much speaks for scores: words of evaluation in headers, headings and names, and the shape of the numbers. */
function evidence(
  { grid, parts, scores, whole, percents, titleWords }: Findings,
  labels: readonly string[],
  other: ReturnType<typeof announcesOther>,
): number {
  const roles = parts.flatMap(({ columns }) => columns.map(({ path }) => headerRole(path.at(-1) ?? '')));
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
  else sum -= 1;
  if (other !== undefined) sum -= 2;
  const specs = labels.filter((label) => noScoreReason(label) !== undefined).length;
  if (2 * specs >= labels.length) sum -= 2;
  return sum;
}
