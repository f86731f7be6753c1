import type { Standing } from '../../results/types';
import type { TableSummary } from '../analysis/cardOverview';
import { count } from '../../plural';

/** What a table holds, in the words of a lens or a list: `3 models × 12 benchmarks`, `no scores seen: downloads`. */
export function tableFacts({ evaluation, reason, models, benchmarks }: TableSummary): string {
  if (!evaluation) return reason === '' ? 'no scores seen' : `no scores seen: ${reason}`;
  return models === 1
    ? count(benchmarks, 'benchmark')
    : `${count(models, 'model')} × ${count(benchmarks, 'benchmark')}`;
}

/** The lens that opens a table in the panel. */
export function extractTitle(table: TableSummary): string {
  const facts = tableFacts(table);
  return table.evaluation ? `Extract to model-index: ${facts}` : `N${facts.slice(1)}`;
}

/** How a table stands against model-index. */
export function standingTitle({ scores, present, different }: Standing): string {
  if (present === 0 && different === 0) return 'none in model-index yet';
  const held = `${present} of ${scores} in model-index`;
  return different === 0 ? held : `${held}, ${count(different, 'value')} ${different === 1 ? 'differs' : 'differ'}`;
}
