import { count } from '../plural';
import type { NearTable } from '../tables/grid';
import type { CardTable } from '../results/types';
import { loadCore } from './core';
import { oneLine } from './terminal';

/** What a table holds, in a few words: `3 models × 12 benchmarks`, or why no scores were seen. */
export function describeTable({ reading }: CardTable): string {
  if (!reading.evaluation) {
    const reason = reading.noScores === undefined ? '' : `: ${loadCore().NO_SCORES_LABEL[reading.noScores]}`;
    return `no scores seen${reason}`;
  }
  const benchmarks = count(reading.benchmarks, 'benchmark');
  return reading.models.some(({ name }) => name !== '')
    ? `${count(reading.models.length, 'model')} × ${benchmarks}`
    : `${benchmarks} of one model`;
}

/** The table's place: `table 2, line 14, under "Evaluation"`. */
export function locateTable({ number, grid }: CardTable): string {
  const heading = grid.headings.at(-1);
  const under = heading === undefined || heading === '' ? '' : `, under "${oneLine(heading)}"`;
  return `table ${String(number)}, line ${String(grid.line)}${under}`;
}

/** A block that is nearly a table, with its place and the reason. */
export function describeNearTable({ line, message }: NearTable): string {
  return `line ${String(line)} is nearly a table: ${message}`;
}
