import assert from 'node:assert/strict';
import { analyzeCard } from '../../../src/results/analysis';
import { parseBenchmarks } from '../../../src/results/benchmarks';
import { pastedSource } from '../../../src/results/pastedSource';

const noBenchmarks = parseBenchmarks([]);

describe('the scores of a pasted table', () => {
  const [table] = analyzeCard(
    [
      'Results',
      '',
      '| Benchmark | A | B |',
      '| --- | --- | --- |',
      '| MMLU | 1.5 | 2.5 |',
      '| ARC | - | 3.5 |',
      '',
    ].join('\n'),
  ).tables;
  assert.ok(table);
  const source = pastedSource(table, 'a LaTeX table', noBenchmarks);

  it('are the same score for every model, without lines of another text', () => {
    const [a, b] = source.models;
    assert.deepEqual(
      a?.drafts.map(({ id }) => id),
      [b?.drafts[0]?.id],
    );
    assert.deepEqual(
      b?.drafts.map(({ value, line }) => [value, line]),
      [
        ['2.5', undefined],
        ['3.5', undefined],
      ],
    );
  });

  it('name no source and no model as the card’s, and say so', () => {
    assert.ok(source.models.every(({ sourceUrl, own }) => sourceUrl === '' && own === undefined));
    assert.match(source.warnings.join(), /from a LaTeX table that was pasted; name the page or paper/);
    assert.equal(source.title, 'Results');
  });
});
