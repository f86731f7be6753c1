import type { CellContent, NumberContent, WrittenNumber } from './cellContent';
import type { Mutable } from './facet';
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
const NO_CONTENT: ContentCounts = {
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
    if (content.kind === 'numbers') countNumber(content, counts);
    else if (content.kind === 'quantity') counts[content.of]++;
    else if (content.kind === 'text' && (cell?.text.length ?? 0) > PROSE_LENGTH) counts.prose++;
  }
  return counts;
}
const EMPTY: CellContent = { kind: 'empty' };

function countNumber({ numbers, percent, plus }: NumberContent, counts: Mutable<ContentCounts>): void {
  const [first] = numbers;
  if (first === undefined) return;
  counts.sum += first.value;
  if (percent) counts.percent++;
  if (plus) counts.plus++;
  else if (!first.text.startsWith('-')) counts.unsigned++;
  if (numbers.some(hasPoint)) return;
  counts.whole++;
  if (numbers.every(isMachineSize)) counts.machineSize++;
  if (numbers.some(mayBeYear)) counts.years++;
}

function hasPoint({ text }: WrittenNumber): boolean {
  return text.includes('.');
}

/** Lengths, dimensions, resolutions and the like are multiples of 16 as a rule; scores are so by chance. */
function isMachineSize({ value }: WrittenNumber): boolean {
  return value >= 112 && value % 16 === 0;
}

function mayBeYear({ value }: WrittenNumber): boolean {
  return value >= 1950;
}
