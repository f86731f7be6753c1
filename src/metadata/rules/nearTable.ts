import type { TextRange } from '../../card/text';
import { Link } from '../documentation';
import type { Rule } from '../rule';
import type { CardView } from '../views';

/** Rows that look like a table and are shown as text. */
export const nearTable: Rule<CardView, null> = {
  code: 'tables.not-a-table',
  severity: 'warning',
  link: Link.tables,

  *find({ text, analysis }) {
    for (const { start, end, message } of analysis.nearTables) {
      yield { range: firstLine(text, start, end), message, data: null };
    }
  },
};

function firstLine(text: string, start: number, end: number): TextRange {
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length < 0 ? end : start + length };
}
