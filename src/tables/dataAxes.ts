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
  const read = rows.slice(0, ROWS_READ);
  const labels = read.map(({ cells }) => cells[main.index]?.text ?? '');
  const last = rows.at(-1)?.cells[main.index]?.text ?? '';
  return {
    rows:
      (rows.length > 2 && namesAverage(last)) ||
      labels.every((label) => /^\d+$/.test(label)) ||
      columns.some((column) => column.use === 'value' && countsData(column) && differs(read, [column])),
    columns:
      (values.length > 1 && values.some(({ path }) => isAverage(readLabel(path.at(-1) ?? '').name))) ||
      read.some((row, index) => mayCountData(labels[index] ?? '') && differs([row], values)),
  };
}

/** The first rows tell what a table is about, however long it is. */
const ROWS_READ = 100;

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
