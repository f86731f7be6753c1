import assert from 'node:assert/strict';
import { runSource } from '../../../../src/results/runs/runSource';
import { isPanelState } from '../../../../src/editor/panel/protocol';
import { result } from '../support';

const run = {
  kind: 'run',
  sourceName: 'lm-eval 0.4.13',
  model: 'acme/Anvil-7B',
  results: [
    { result: result({ name: 'MMLU', value: '0.5' }), notes: [] },
    { result: result({ name: 'MMLU Astronomy', value: '0.4' }), partOf: 'mmlu', notes: [] },
    { result: { ...result({ name: 'GSM8K', value: '0.4' }), partial: true }, extent: 'at most 10 samples', notes: [] },
  ],
  warnings: ['The run ended as "error".'],
  reproduce: '### How to reproduce\n',
} as const;

describe('a run as a source', () => {
  const source = runSource(run, 'results.json', 'https://huggingface.co/acme/Anvil-7B');

  it('is named after framework, version and file, and speaks of the run’s own model', () => {
    assert.deepEqual([source.title, source.warnings], ['lm-eval 0.4.13, results.json', run.warnings]);
    const [model] = source.models;
    assert.deepEqual(
      [model?.name, model?.own, model?.sourceName, model?.sourceUrl],
      ['acme/Anvil-7B', undefined, 'lm-eval 0.4.13', 'https://huggingface.co/acme/Anvil-7B'],
    );
  });

  it('ticks neither parts of an average nor what was measured in part', () => {
    assert.deepEqual(
      source.models[0]?.drafts.map(({ name, include, partOf, facts }) => [name, include, partOf, facts?.partial]),
      [
        ['MMLU', true, undefined, undefined],
        ['MMLU Astronomy', false, 'mmlu', undefined],
        ['GSM8K (at most 10 samples)', false, undefined, true],
      ],
    );
  });

  it('is what a panel can keep over a window reload', () => {
    const choice = { edits: [], common: {}, decisions: {} };
    const state: unknown = JSON.parse(JSON.stringify({ uri: 'file:///README.md', from: source, choice }));
    assert.equal(isPanelState(state), true);
  });
});
