import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/card/text';
import { analyzeCard } from '../../../src/results/analysis';
import { claimLines } from '../../../src/results/claimLines';
import type { EvaluationResult } from '../../../src/results/evaluationResult';
import { planResultsTable } from '../../../src/results/resultsTable';
import { cards, results as anyResults } from './arbitraries';
import { BENCHMARKS, claimsOf, lines, merge, plan, result } from './support';

const GSM8K: EvaluationResult = {
  ...result({
    name: 'GSM8K',
    value: '0.42150000000000004',
    shots: 5,
    metric: 'exact_match',
    metricName: 'em (lighteval)',
  }),
  standardError: '0.013601',
};
const PPL = result({ name: 'WikiText-2', value: '12.3456', metric: 'perplexity' });

function withTable(text: string, ...wanted: readonly EvaluationResult[]): string {
  return applyEdits(text, planResultsTable(text, analyzeCard(text), wanted));
}

describe('the table of results', () => {
  it('stands under the heading of the results, before its subsections', () => {
    const card = lines(
      '# Anvil',
      '',
      '```',
      '## Evaluation',
      '```',
      '',
      '## Evaluation',
      'Words.',
      '',
      '### More',
      '',
      'End.',
    );
    assert.equal(
      withTable(card, GSM8K, PPL),
      lines(
        ...['# Anvil', '', '```', '## Evaluation', '```', '', '## Evaluation', 'Words.', ''],
        '| Benchmark | Metric | Shots | Value |',
        '| --- | --- | ---: | ---: |',
        '| GSM8K | em (lighteval) | 5 | 0.4215 ± 0.0136 |',
        '| WikiText-2 | perplexity | – | 12.35 |',
        ...['', '### More', '', 'End.'],
      ),
    );
  });

  it('gets a heading of its own at the end where the card has none, in the line breaks of the card', () => {
    const added = [
      '',
      '## Evaluation results',
      '',
      '| Benchmark | Metric | Shots | Value |',
      '| --- | --- | ---: | ---: |',
    ];
    const row = '| GSM8K | em (lighteval) | 5 | 0.4215 ± 0.0136 |';
    assert.equal(withTable('# Anvil\r\n', GSM8K), lines('# Anvil', ...added, row).replaceAll('\n', '\r\n'));
    assert.equal(withTable('# Anvil', GSM8K), lines('# Anvil', ...added, row));
    assert.equal(withTable('---\nlicense: mit\n---\n', GSM8K), lines('---', 'license: mit', '---', ...added, row));
    assert.equal(withTable('', GSM8K), lines(...added.slice(1), row));
  });

  it('is refreshed where it stands: other rows, notes and widths stay', () => {
    const card = lines(
      'Text.',
      '',
      '> | Benchmark |  Metric | Shots | Value |',
      '> |:--|---|---|---|',
      '> | GSM8K | em (lighteval)   | 5 | 0.1 |',
      '> | Other | acc | 0 | 0.5 (by hand) |',
      '',
      'After.',
    );
    assert.equal(
      withTable(card, GSM8K, PPL),
      card
        .replace('0.1 |', '0.4215 ± 0.0136 |')
        .replace('(by hand) |\n', '(by hand) |\n> | WikiText-2 | perplexity | – | 12.35 |\n'),
    );
    const once = withTable(card, GSM8K, PPL);
    assert.equal(withTable(once, GSM8K, PPL), once);
  });

  it('writes numbers as people read them and texts as they are', () => {
    const cell = (value: string, standardError?: string) => {
      const one = result({ name: 'a|b *c* _d_ e_f <x>', value });
      const text = withTable('', standardError === undefined ? one : { ...one, standardError });
      assert.match(text, /\| a\\\|b \\\*c\\\* \\_d\\_ e_f \\<x> \|/);
      return /([^|]*) \|\n$/.exec(text)?.[1]?.trim();
    };
    assert.equal(cell('0.5'), '0.5');
    assert.equal(cell('85.20', '0.4'), '85.20 ± 0.4');
    assert.equal(cell('41.66666666666667', '1.1111'), '41.67 ± 1.11');
    assert.equal(cell('1e-7'), '1.0e-7');
    assert.equal(cell('1287'), '1287');
  });

  it('says what model-index says, so that both are seen as one', () => {
    const wanted = [
      GSM8K,
      PPL,
      result({ name: 'MMLU', value: '0.61238', shots: 0, config: 'all', metricName: 'acc (lm-eval)' }),
    ];
    const text = withTable(merge('# Anvil\n', wanted).text, ...wanted);
    const found = claimLines(analyzeCard(text), [], BENCHMARKS);
    assert.deepEqual(
      [...found.values()].map(({ same }) => same),
      [true, true, true],
    );
    assert.equal(merge(text, wanted).edits.length, 0);
  });

  it('goes into any card together with the metadata, and is found again', function () {
    this.timeout(20_000);
    fc.assert(
      fc.property(cards, anyResults, (card, wanted) => {
        const planned = plan(card, wanted);
        if (planned.kind !== 'merge' || wanted.length === 0) return;
        const table = planResultsTable(card, analyzeCard(card), wanted);
        for (const { start, end } of table) assert.equal(start, end);
        const text = applyEdits(card, [...planned.edits, ...table]);
        assert.deepEqual(
          claimsOf(text).map(({ result: one }) => one),
          claimsOf(planned.text).map(({ result: one }) => one),
        );
        const again = planResultsTable(text, analyzeCard(text), wanted);
        assert.deepEqual(
          again.filter(({ start, end }) => start === end),
          [],
        );
      }),
      { numRuns: 80 },
    );
  });
});
