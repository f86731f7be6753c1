import assert from 'node:assert/strict';
import { draftIdentity, editDrafts } from '../../../src/editor/extract/draftEdits';
import type { ScoreDraft } from '../../../src/results/types';

function draft(id: string, name: string, value: string): ScoreDraft {
  const none = { datasetId: 'x', config: '', split: '', metricName: '', shots: '', uncertainty: '', notes: [] };
  return { id, include: true, name, value, metricType: 'accuracy', unit: '', line: 1, row: 1, column: 1, ...none };
}

const mmlu = draft('1:1', 'MMLU', '68.4');
const gsm8k = draft('2:1', 'GSM8K', '71.9');
const rename = { id: '1:1', of: draftIdentity(mmlu), changes: { name: 'MMLU (ours)' } };

describe('edits of scores', () => {
  it('change the score they were made for', () => {
    assert.deepEqual(
      editDrafts([mmlu, gsm8k], [rename]).map(({ name }) => name),
      ['MMLU (ours)', 'GSM8K'],
    );
  });

  it('follow it when a row is put above it', () => {
    const moved = [draft('1:1', 'ARC', '63.9'), { ...mmlu, id: '2:1' }];
    assert.deepEqual(
      editDrafts(moved, [rename]).map(({ name }) => name),
      ['ARC', 'MMLU (ours)'],
    );
  });

  it('are dropped when the score is gone or has another value', () => {
    assert.deepEqual(
      editDrafts([{ ...mmlu, value: '70.0' }], [rename]).map(({ name }) => name),
      ['MMLU'],
    );
  });

  it('are dropped when nobody can tell which score is meant', () => {
    const twice = [
      { ...mmlu, id: '5:1' },
      { ...mmlu, id: '6:1' },
    ];
    assert.deepEqual(
      editDrafts(twice, [rename]).map(({ name }) => name),
      ['MMLU', 'MMLU'],
    );
  });
});
