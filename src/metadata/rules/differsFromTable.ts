import { claimLines } from '../../results/claimLines';
import { numberScalar } from '../../results/modelIndex/scalar';
import type { MetricValue } from '../../results/evaluationResult';
import { plainText } from '../../tables/plainText';
import { Link } from '../documentation';
import type { TextRange } from '../../card/text';
import type { Rule } from '../rule';
import type { CardView } from '../views';

interface OtherValue {
  readonly range: TextRange;
  readonly inTable: string;
}

/** A claim whose value is another one in the card's own table. */
export const differsFromTable: Rule<CardView, OtherValue> = {
  code: 'model-index.differs-from-table',
  severity: 'warning',
  link: Link.modelIndex,

  *find({ analysis, names, benchmarks }) {
    for (const [{ result, valueRange }, { line, same, value }] of claimLines(analysis, names, benchmarks)) {
      if (same || isRounded(result.metric.value, value)) continue;
      const { dataset, metric } = result;
      const message = `${plainText(dataset.name)} ${metric.name ?? metric.type} is ${metric.value.text} here and ${value.text} in the table (line ${line}): make them the same.`;
      yield { range: valueRange, message, data: { range: valueRange, inTable: value.text } };
    }
  },

  fixes({ data: { range, inTable } }, { text }) {
    const separator = text.charAt(range.start - 1) === ':' ? ' ' : '';
    const edits = [{ ...range, text: separator + numberScalar(inTable) }];
    return [{ title: `Take the table's value (${inTable})`, edits, safe: false }];
  },
};

/** The same number with fewer digits in one of the two places, or as a fraction there and in percent here. */
function isRounded(claimed: MetricValue, inTable: MetricValue): boolean {
  return [1, 100, 0.01].some((scale) => {
    const number = claimed.number * scale;
    const [fewest = 0] = [digitsAfterPoint(inTable.text), digitsAfterPoint(claimed.text) - Math.log10(scale)].sort(
      (a, b) => a - b,
    );
    return Math.abs(number - inTable.number) <= 0.5000001 * 10 ** -Math.max(0, fewest);
  });
}

function digitsAfterPoint(text: string): number {
  return /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
}
