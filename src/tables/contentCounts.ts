import type { CellContent, WrittenNumber } from './cellContent';
import type { SkippedCell } from './reading';
import type { SheetRow } from './sheet';

/** How many cells of a column hold what. Quantities are counted by what they are of, too. */
export interface ContentCounts extends Readonly<Record<CellContent['kind'] | SkippedCell['reason'], number>> {
  /** Texts as long as a whole sentence. */
  readonly prose: number;
  /** Numbers with a percent sign. */
  readonly percent: number;
  /** Numbers with a plus sign, as differences are written, and those without any sign. */
  readonly plus: number;
  readonly unsigned: number;
  /** Numbers without decimals, and those of them that are round for a machine: 224, 512, 32000. */
  readonly whole: number;
  readonly machineSize: number;
  /** Years and dates, in numbers: 2024, 20240131, 3/2024. */
  readonly years: number;
  /** The sum of the numbers, as a column of shares has it. */
  readonly sum: number;
}

const PROSE_LENGTH = 60;

/** None of anything. */
export const NO_CONTENT: ContentCounts = {
  ...{ empty: 0, missing: 0, check: 0, text: 0, quantity: 0, numbers: 0 },
  ...{ 'not-a-number': 0, size: 0, rank: 0, speed: 0, shots: 0, date: 0, delta: 0, other: 0 },
  ...{ prose: 0, percent: 0, plus: 0, unsigned: 0, whole: 0, machineSize: 0, years: 0, sum: 0 },
};

/** Counts what the cells of a column hold. */
export function countContent(rows: readonly SheetRow[], column: number): ContentCounts {
  const counts = { ...NO_CONTENT };
  for (const { cells } of rows) {
    const cell = cells[column];
    const content = cell?.content ?? EMPTY;
    counts[content.kind]++;
    if (content.kind === 'numbers') {
      const [first] = content.numbers;
      const isWhole = content.numbers.every(({ text }) => !text.includes('.'));
      if (isWhole) counts.whole++;
      if (isWhole && content.numbers.every(isMachineSize)) counts.machineSize++;
      if (isWhole && content.numbers.some(({ value }) => value >= FIRST_YEAR)) counts.years++;
      counts.sum += first?.value ?? 0;
      if (content.percent) counts.percent++;
      if (content.plus) counts.plus++;
      else if (first?.text.startsWith('-') === false) counts.unsigned++;
    } else if (content.kind === 'quantity') counts[content.of]++;
    else if (content.kind === 'text' && (cell?.text.length ?? 0) > PROSE_LENGTH) counts.prose++;
  }
  return counts;
}
const FIRST_YEAR = 1950;

/** Lengths, dimensions, resolutions and the like are multiples of 16 as a rule; scores are so by chance. */
function isMachineSize({ value }: WrittenNumber): boolean {
  return value >= 112 && value % 16 === 0;
}
const EMPTY: CellContent = { kind: 'empty' };

/** The counts of several columns together. */
export function sumContent(counts: readonly ContentCounts[]): ContentCounts {
  const sum = { ...NO_CONTENT };
  for (const some of counts) for (const key of Object.keys(sum) as (keyof ContentCounts)[]) sum[key] += some[key];
  return sum;
}
