import assert from 'node:assert/strict';
import type { TableSummary } from '../../../src/editor/analysis/cardOverview';
import { extractTitle, standingTitle } from '../../../src/editor/lenses/lensText';

const table: TableSummary = {
  number: 1,
  line: 12,
  endLine: 20,
  title: 'Evaluation',
  header: 'Benchmark | A | B',
  checksum: 'x',
  evaluation: true,
  reason: '',
  models: 3,
  benchmarks: 12,
  standing: null,
};

describe('the texts of lenses', () => {
  it('count models and benchmarks', () => {
    assert.equal(extractTitle(table), 'Extract to model-index: 3 models × 12 benchmarks');
  });

  it('leave a sole model out', () => {
    assert.equal(extractTitle({ ...table, models: 1, benchmarks: 1 }), 'Extract to model-index: 1 benchmark');
  });

  it('say why no scores were seen', () => {
    assert.equal(
      extractTitle({ ...table, evaluation: false, reason: 'hyper-parameters' }),
      'No scores seen: hyper-parameters',
    );
  });

  it('say how a table stands against model-index', () => {
    assert.equal(standingTitle({ scores: 12, present: 12, different: 0 }), '12 of 12 in model-index');
    assert.equal(standingTitle({ scores: 12, present: 9, different: 2 }), '9 of 12 in model-index, 2 values differ');
    assert.equal(standingTitle({ scores: 12, present: 0, different: 1 }), '0 of 12 in model-index, 1 value differs');
    assert.equal(standingTitle({ scores: 12, present: 0, different: 0 }), 'none in model-index yet');
  });
});
