import type { ContentCounts } from './contentCounts';
import type { Grid } from './grid';
import type { NoScoresReason, Score, SkippedCell } from './reading';
import type { Column } from './columns';
import type { Part } from './parts';
import { announcesOther, announcesScores, type OtherContent } from './vocabulary/headings';
import { isAverage, isMetricName, isSplitName, isValueWord, mentionsMetric } from './vocabulary/metrics';
import { modelLikeness } from './vocabulary/modelNames';
import { isHyperParameter, isTrainingProgress, noScoreReason } from './vocabulary/quantities';
import type { LabelRole } from './vocabulary/roles';

/** What was found in a table before it is told whether those are scores. */
export interface Findings {
  readonly grid: Grid;
  readonly parts: readonly Part[];
  readonly scores: readonly Score[];
  readonly skipped: readonly SkippedCell[];
  readonly titleWords: ReadonlySet<string>;
}

/** Why a table holds no scores; undefined where it does. */
export function whyNoScores(findings: Findings): NoScoresReason | undefined {
  const { grid, scores, skipped } = findings;
  const survey = surveyTable(findings);
  const { headers, rowLabels, count } = survey;
  const settings = headers.filter(isHyperParameter).length;
  const rowSettings = rowLabels.filter(isHyperParameter).length;
  if (survey.filled === 0) return grid.rows.length > 1 ? 'layout' : 'empty';
  if (areMost(settings, headers.length) || areMost(settings + rowSettings, headers.length + rowLabels.length))
    return 'hyper-parameters';
  if (survey.announced === 'hyper-parameters' && settings + rowSettings > 0) return 'hyper-parameters';
  if (headers.some((header) => /^(?:hyper-?parameters?|超参数?)$/i.test(header))) return 'hyper-parameters';
  if (findings.parts.some(isTrainingLog)) return 'training-log';
  if (count('numbers') === 0) return withoutNumbers(survey);
  if (scores.length === 0) return withoutScores(survey, skipped);
  if (count('prose') > count('numbers')) return 'prompts';
  if (speaksForScores(findings, survey)) return undefined;
  return survey.announced === 'downloads' || survey.announced === 'hardware' || survey.announced === 'speed'
    ? survey.announced
    : 'other-numbers';
}

/** How many labels are looked at: as many as a reader would to know what a table is about. */
const LABELS_READ = 50;
const LONGEST_LABEL = 100;

/** What kinds of cells a table holds, and the texts by which it is labelled. */
interface Survey {
  readonly cells: number;
  readonly filled: number;
  /** How many cells hold that. */
  readonly count: (content: keyof ContentCounts) => number;
  readonly headers: readonly string[];
  readonly valueHeaders: readonly string[];
  /** The texts of the first column of labels. */
  readonly rowLabels: readonly string[];
  readonly announced: OtherContent | undefined;
}

function surveyTable({ grid, parts }: Findings): Survey {
  const columns = parts.flatMap((part) => part.columns);
  const count = (content: keyof ContentCounts) => columns.reduce((sum, { counts }) => sum + counts[content], 0);
  const cells = parts.reduce((sum, part) => sum + part.rows.length * part.columns.length, 0);
  const headers = leavesOf(columns);
  const announced = [grid.headings.at(-1) ?? '', grid.caption ?? ''].map(announcesOther);
  return {
    cells,
    filled: cells - count('empty'),
    count,
    headers,
    valueHeaders: leavesOf(columns.filter(({ use }) => use === 'value')),
    rowLabels: parts.flatMap(labelsOfRows),
    announced: announced.find((content) => content !== undefined),
  };
}

function leavesOf(columns: readonly Column[]): readonly string[] {
  return columns.slice(0, LABELS_READ).flatMap(({ path }) => path.slice(-1));
}

function labelsOfRows({ columns, rows }: Part): readonly string[] {
  const first = columns.find(({ use }) => use === 'label');
  if (first === undefined) return [];
  const texts = rows.slice(0, LABELS_READ).map(({ cells }) => cells[first.index]?.text ?? '');
  return texts.filter((text) => text !== '' && text.length <= LONGEST_LABEL);
}

/** Whether so many labels are settings that the table is about them. */
function areMost(settings: number, labels: number): boolean {
  return settings >= 2 && 4 * settings >= labels;
}

/** Steps or epochs first, or beside losses. */
function isTrainingLog({ columns, rows }: Part): boolean {
  const headers = columns.map(({ path }) => path.at(-1) ?? '');
  if (rows.length === 0 || !headers.some(isTrainingProgress)) return false;
  return isTrainingProgress(headers[0] ?? '') || headers.some((header) => /\bloss\b|_loss$/i.test(header));
}

const DOWNLOAD = /download|link|hugging ?face|checkpoint|url|file ?name|下载|链接/i;

function withoutNumbers(survey: Survey): NoScoresReason {
  const { count, headers, announced, cells, filled } = survey;
  if (announced === 'downloads' || headers.some((header) => DOWNLOAD.test(header)))
    return quantityReason(survey) ?? 'downloads';
  if (announced === 'hardware' || announced === 'hyper-parameters') return announced;
  if (count('prose') > 0 && 3 * count('prose') >= cells) return cells <= 4 ? 'layout' : 'prompts';
  if (cells === 1 || 2 * filled < cells) return 'layout';
  return quantityReason(survey) ?? (count('check') > 0 ? 'no-numbers' : 'text');
}

/** What quantities say of a table that holds no other numbers, where they are more than an aside. */
function quantityReason({ count, filled }: Survey): NoScoresReason | undefined {
  if (5 * (count('size') + count('speed') + count('other')) < filled)
    return count('date') + count('rank') > 0 ? 'no-numbers' : undefined;
  if (count('speed') > count('size')) return 'speed';
  return count('size') > 0 ? 'model-specs' : 'other-numbers';
}

function withoutScores({ announced }: Survey, skipped: readonly SkippedCell[]): NoScoresReason {
  if (announced === 'hardware' || announced === 'downloads' || announced === 'hyper-parameters') return announced;
  const count = (reason: SkippedCell['reason']) => skipped.filter((cell) => cell.reason === reason).length;
  const sizes = count('size');
  const speeds = count('speed');
  const others = count('other');
  if (sizes + speeds + others === 0) return skipped.length === 0 ? 'no-numbers' : 'other-numbers';
  if (speeds > sizes && speeds >= others) return 'speed';
  return sizes >= others ? 'model-specs' : 'other-numbers';
}

/** Whole numbers up to here are counts more often than scores. */
const SMALL_COUNT = 16;

/** A sign for or against scores. */
type Sign = readonly [weight: number, holds: () => boolean];

/**
 * Whether enough speaks for scores: words of evaluation in headers, headings and names, and the shape of the numbers.
 * What speaks against them is looked at first.
 */
function speaksForScores({ grid, parts, scores, titleWords }: Findings, survey: Survey): boolean {
  const { headers, rowLabels, valueHeaders, announced } = survey;
  const labels = [...valueHeaders, ...rowLabels];
  const isWhole = scores.every(({ numbers }) => numbers.every(({ text }) => !text.includes('.')));
  const hasRole = (...roles: readonly (LabelRole | undefined)[]) =>
    parts.some(({ columns }) => columns.some(({ use, role }) => use === 'label' && roles.includes(role)));
  const specifications = () => [...headers, ...rowLabels].filter((label) => noScoreReason(label) !== undefined).length;
  const signs: readonly Sign[] = [
    [-3, () => announced !== undefined],
    [-2, () => 2 * specifications() >= headers.length + rowLabels.length],
    [isWhole ? -1 : 1, () => true],
    [-1, () => isWhole && scores.every(({ numbers }) => numbers.every(({ value }) => value <= SMALL_COUNT))],
    [-2, () => isWhole && valueHeaders.every(isSplitName)],
    [1, () => hasRole('model', 'benchmark')],
    [1, () => scores.some(({ unit }) => unit === '%')],
    [1, () => [...grid.headings.slice(announced === undefined ? -2 : -1), grid.caption ?? ''].some(announcesScores)],
    [1, () => hasRole('metric') || labels.some(isMetricName)],
    [1, () => labels.some(saysScore)],
    [1, () => labels.some((label) => modelLikeness(label, titleWords) >= 1)],
  ];
  const lastAgainst = 4;
  let sum = 0;
  for (const [index, [weight, holds]] of signs.entries()) {
    if (holds()) sum += weight;
    if (index >= lastAgainst && sum >= 1) return true;
  }
  return false;
}

function saysScore(label: string): boolean {
  return isValueWord(label) || isAverage(label) || mentionsMetric(label) || /[↑↓]|-shot/i.test(label);
}
