import type { ContentCounts } from './contentCounts';
import type { SkippedCell } from './reading';
import { remember } from './remember';
import type { Column } from './columns';
import type { BodyRow, Part } from './parts';
import { isMetricName } from './vocabulary/metrics';
import {
  isHyperParameter,
  isLayerSize,
  isTrainingProgress,
  mayBeShare,
  mayCountData,
  nameLayerSizes,
  namesWholeNumbers,
  noScoreReason,
} from './vocabulary/quantities';

type Reason = SkippedCell['reason'];

/** Leaves such as `Min.` or `p99` are measures of what the header above them names. */
const STATISTIC = /^(?:min|max|avg|mean|median|std|total|sum|average|p\d{2})\.?$/i;
const STANDARD_ERROR = /[ _](?:std_?err|stdev)\b/i;
const LOSS = /.[ _]loss$/i;
const EVALUATED = /eval|val|test|dev/i;

/** Whether every row is one of a metric or of counts: then columns are what was measured on, even where they are called `TIME`. */
function hasMetricRows({ columns, rows }: Part): boolean {
  const main = columns.find(({ use }) => use === 'label');
  if (main === undefined || rows.length < 2) return false;
  return rows.every(({ cells }) => {
    const label = cells[main.index]?.text ?? '';
    return isMetricName(label) || mayCountData(label);
  });
}

/** What the labels of a part say of all its columns. */
export interface PartSigns {
  readonly ofMetrics: boolean;
  readonly ofLayers: boolean;
}

/** Whether the rows of a part are metrics, and whether its columns are sizes of networks. */
export function signsOf(part: Part): PartSigns {
  const ofLayers = nameLayerSizes(part.columns.map(({ path }) => path.at(-1) ?? ''));
  return { ofMetrics: hasMetricRows(part), ofLayers };
}

/** Why no number of a column is a score; a percent sign among its cells says otherwise. */
export function columnReason({ path, counts }: Column, { ofMetrics, ofLayers }: PartSigns): Reason | undefined {
  const leaf = path.at(-1) ?? '';
  if (ofLayers && counts.whole === counts.numbers && isLayerSize(leaf)) return 'size';
  if (ofMetrics) return counts.plus > counts.unsigned ? 'delta' : undefined;
  const reason = labelReason(leaf) ?? (STATISTIC.test(leaf) ? labelReason(path.at(-2) ?? '') : undefined);
  if (reason === 'date') return counts.years === counts.numbers ? reason : undefined;
  if (reason === undefined) return contentReason(leaf, counts);
  if (counts.whole < counts.numbers && namesWholeNumbers(leaf)) return undefined;
  return reason === 'delta' || counts.percent === 0 ? reason : undefined;
}

/** What the numbers of a column are by themselves, where its header may mean that but need not. */
function contentReason(leaf: string, counts: ContentCounts): Reason | undefined {
  const { numbers, whole, machineSize, sum, plus, unsigned, percent } = counts;
  if (plus > unsigned) return 'delta';
  if (numbers >= 2 && machineSize === numbers && percent === 0) return 'size';
  if (whole === numbers && percent === 0 && mayCountData(leaf)) return 'other';
  const addsUp = numbers >= 4 && percent === numbers && Math.abs(sum - WHOLE) <= ROUNDING && !isMetricName(leaf);
  return addsUp || (numbers >= 2 && sum <= WHOLE + ROUNDING && mayBeShare(leaf)) ? 'other' : undefined;
}
/** Shares in percent add up to this, but for the rounding of each. */
const WHOLE = 100;
const ROUNDING = 0.6;

/** Why no number of a row is a score: by its label or metric, unless some value is a percentage. */
export function rowReason(label: string, metric: string, row: BodyRow, values: readonly Column[]): Reason | undefined {
  const isError = STANDARD_ERROR.test(label) || STANDARD_ERROR.test(metric);
  const isTrainingLoss = LOSS.test(label) && !EVALUATED.test(label);
  const reason = isError || isTrainingLoss ? 'other' : labelReason(label);
  if (reason === undefined || reason === 'delta') return undefined;
  // Entities are called `DATE` or `TIME` and measured by the same metrics as others.
  if (!isError && !isTrainingLoss && values.every(({ path }) => isMetricName(path.at(-1) ?? ''))) return undefined;
  return values.some(({ index }) => isPercent(row, index)) ? undefined : reason;
}

const labelReason = remember((label): Reason | undefined => {
  return noScoreReason(label) ?? (isHyperParameter(label) || isTrainingProgress(label) ? 'other' : undefined);
});

function isPercent({ cells }: BodyRow, column: number): boolean {
  const content = cells[column]?.content;
  return content?.kind === 'numbers' && content.percent;
}
