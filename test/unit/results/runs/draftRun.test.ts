import assert from 'node:assert/strict';
import { toResults } from '../../../../src/results/draftResults';
import { draftRun } from '../../../../src/results/runs/draftRun';
import type { Run, RunResult } from '../../../../src/results/runs/readRun';
import { merge, result } from '../support';

const COMMON = {
  taskType: 'text-generation',
  sourceUrl: 'https://huggingface.co/acme/anvil',
  sourceName: 'lm-eval 0.4.13',
};

function run(...results: readonly RunResult[]): Run {
  return { kind: 'run', sourceName: COMMON.sourceName, results, warnings: [], reproduce: '' };
}

function row(parts: Parameters<typeof result>[0], more: Partial<RunResult> = {}): RunResult {
  return { result: result(parts), notes: [], ...more };
}

describe('drafts of a run', () => {
  it('keep what the run states, also what nobody edits', () => {
    const measured = {
      ...result({
        name: 'GSM8K',
        type: 'openai/gsm8k',
        value: '0.5',
        shots: 5,
        config: 'main',
        metricName: 'em (lm-eval)',
      }),
      standardError: '0.01',
      samples: 1319,
      date: '2026-11-20',
      run: { framework: 'lm-eval', version: '0.4.13', modelRevision: 'abc1234', notes: 'bfloat16' },
      origin: { file: 'results.json' },
    };
    const withRevision = { ...measured, dataset: { ...measured.dataset, revision: '0123456' } };
    const drafts = draftRun(run({ result: withRevision, notes: [] }));
    assert.deepEqual(toResults(drafts, COMMON), [
      { ...withRevision, source: { url: COMMON.sourceUrl, name: COMMON.sourceName } },
    ]);
  });

  it('include averages for their parts, and nothing that is partial without a word', () => {
    const drafts = draftRun(
      run(
        row({ name: 'MMLU', value: '0.5' }),
        row({ name: 'MMLU Astronomy', value: '0.4' }, { partOf: 'mmlu' }),
        row({ name: 'GSM8K', value: '0.4' }, { extent: '10 of 1319 samples' }),
      ),
    );
    assert.deepEqual(
      drafts.map(({ name, include }) => [name, include]),
      [
        ['MMLU', true],
        ['MMLU Astronomy', false],
        ['GSM8K (10 of 1319 samples)', false],
      ],
    );
    assert.deepEqual(
      drafts.map(({ notes, partOf }) => [notes.length, partOf]),
      [
        [0, undefined],
        [1, 'mmlu'],
        [1, undefined],
      ],
    );
    const ticked = toResults(
      drafts.slice(2).map((draft) => ({ ...draft, include: true })),
      COMMON,
    );
    assert.match(merge('', ticked).text, /name: GSM8K \(10 of 1319 samples\)\n/);
  });
});
