import assert from 'node:assert/strict';
import { readBenchmarkFile } from '../../../../src/results/evalResults/benchmarkFile';
import { lines } from '../support';

describe('the eval.yaml of a benchmark', () => {
  it('tells tasks and framework', () => {
    const text = lines('name: Sums', 'evaluation_framework: inspect-ai', 'tasks:', '  - id: easy', '  - id: hard');
    assert.deepEqual(readBenchmarkFile(text), { framework: 'inspect-ai', tasks: ['easy', 'hard'] });
  });

  it('is nothing without a task that has an id, or where it cannot be read', () => {
    for (const text of ['', 'name: Sums', 'tasks: none', 'tasks:\n  - config: main\n', 'tasks: [', '- id: x']) {
      assert.equal(readBenchmarkFile(text), null, text);
    }
    assert.deepEqual(readBenchmarkFile('tasks: [{ id: 1 }, { id: "" }, null, { id: one }]'), { tasks: ['one'] });
  });
});
