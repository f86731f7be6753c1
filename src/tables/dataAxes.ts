import { readLabel } from './label';
import type { Column } from './columns';
import type { BodyRow, Part } from './parts';
import { isAverage, namesAverage } from './vocabulary/metrics';
import { mayCountData } from './vocabulary/quantities';

/** Which axes certainly name data, such as benchmarks, classes or lengths, and so no models. */
export interface DataAxes {
  readonly rows: boolean;
  readonly columns: boolean;
}

/**
 * Nobody averages over models, and models are measured on the same number of samples: an average, or counts that
 * differ, say that their axis is one of data. So do rows that are called by numbers alone.
 */
export function findDataAxes({ columns, rows }: Part, values: readonly Column[], main: Column): DataAxes {
  const labels = rows.map(({ cells }) => cells[main.index]?.text ?? '');
  const last = labels.findLast((label) => label !== '') ?? '';
  const [first] = labels;
  return {
    rows:
      (rows.length > 2 && first !== last && namesAverage(last)) ||
      labels.every((label) => /^\d+$/.test(label)) ||
      columns.some((column) => column.use === 'value' && countsData(column) && differs(rows, [column])),
    columns:
      (values.length > 1 && values.some(({ path }) => isAverage(readLabel(path.at(-1) ?? '').name))) ||
      rows.some((row, index) => mayCountData(labels[index] ?? '') && differs([row], values)),
  };
}

function countsData({ path, counts }: Column): boolean {
  return counts.whole === counts.numbers && mayCountData(path.at(-1) ?? '');
}

/** Whether the numbers there are whole and not all the same. */
function differs(rows: readonly BodyRow[], columns: readonly Column[]): boolean {
  const found = new Set<string>();
  for (const { cells } of rows) {
    for (const { index } of columns) {
      const content = cells[index]?.content;
      const text = content?.kind === 'numbers' ? (content.numbers[0]?.text ?? '') : '';
      if (text.includes('.')) return false;
      if (text !== '') found.add(text);
    }
  }
  return found.size > 1;
}
