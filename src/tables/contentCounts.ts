import type { CellContent } from './cellContent';
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
}

const PROSE_LENGTH = 60;

/** None of anything. */
const NO_CONTENT: ContentCounts = {
  ...{ empty: 0, missing: 0, check: 0, text: 0, quantity: 0, numbers: 0 },
  ...{ 'not-a-number': 0, size: 0, rank: 0, speed: 0, shots: 0, date: 0, delta: 0, other: 0 },
  ...{ prose: 0, percent: 0, plus: 0, unsigned: 0 },
};

/** Counts what the cells of a column hold. */
export function countContent(rows: readonly SheetRow[], column: number): ContentCounts {
  const counts = { ...NO_CONTENT };
  for (const { cells } of rows) {
    const cell = cells[column];
    const content = cell?.content ?? EMPTY;
    counts[content.kind]++;
    if (content.kind === 'numbers') {
      if (content.percent) counts.percent++;
      if (content.plus) counts.plus++;
      else if (!content.numbers[0]?.text.startsWith('-')) counts.unsigned++;
    } else if (content.kind === 'quantity') counts[content.of]++;
    else if (content.kind === 'text' && (cell?.text.length ?? 0) > PROSE_LENGTH) counts.prose++;
  }
  return counts;
}
const EMPTY: CellContent = { kind: 'empty' };
