import assert from 'node:assert/strict';
import { toResults } from '../../../../src/results/draftResults';
import { draftRun, onCardScale } from '../../../../src/results/runs/draftRun';
import type { Run, RunResult } from '../../../../src/results/runs/readRun';
import { cardScale } from '../../../../src/results/scale';
import { metadataOf, merge, result } from '../support';

const COMMON = {
  taskType: 'text-generation',
  sourceUrl: 'https://huggingface.co/acme/anvil',
  sourceName: 'lm-eval 0.4.13',
};

function run(...results: readonly RunResult[]): Run {
  return { kind: 'run', sourceName: COMMON.sourceName, results, warnings: [] };
}

function row(parts: Parameters<typeof result>[0], more: Partial<RunResult> = {}): RunResult {
  return { result: result(parts), notes: [], ...more };
}

const card = (...values: readonly string[]) =>
  metadataOf(
    merge(
      '',
      values.map((value, index) => result({ name: `B${index}`, value })),
    ).text,
  );

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
    const drafts = draftRun(run({ result: withRevision, notes: [] }), { scale: null });
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
      { scale: null },
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
      drafts.map(({ notes }) => notes.length),
      [0, 1, 1],
    );
    const ticked = toResults(
      drafts.slice(2).map((draft) => ({ ...draft, include: true })),
      COMMON,
    );
    assert.match(merge('', ticked).text, /name: GSM8K \(10 of 1319 samples\)\n/);
  });

  it('offer the value on the scale of the card beside their own, never in its place', () => {
    const measured = { ...result({ name: 'GSM8K', value: '0.4166666666666667' }), standardError: '0.0136' };
    const values = run(
      { result: measured, notes: [] },
      row({ name: 'WikiText-2', value: '0.9', metric: 'perplexity' }),
    );
    const [gsm8k, wikitext] = draftRun(values, { scale: cardScale(card('85.2', '61.3')) });
    assert.equal(gsm8k?.value, '0.4166666666666667');
    assert.deepEqual(gsm8k.converted, {
      value: '41.66666666666667',
      uncertainty: '1.36',
      note: "The card's results are percentages and this is a fraction: on their scale it is 41.66666666666667.",
    });
    assert.equal(wikitext?.converted, undefined);
    const taken = onCardScale(gsm8k);
    assert.deepEqual([taken.value, taken.uncertainty, 'converted' in taken], ['41.66666666666667', '1.36', false]);

    const [back] = draftRun(run(row({ name: 'GSM8K', value: '41.65' })), { scale: cardScale(card('0.85')) });
    assert.equal(back?.converted?.value, '0.4165');
  });

  it('offer nothing where the scales agree, or the card has none or both', () => {
    const values = run(row({ name: 'GSM8K', value: '0.5' }));
    for (const one of [card('0.85'), card(), card('0.85', '61.3'), card('5')]) {
      assert.equal(draftRun(values, { scale: cardScale(one) })[0]?.converted, undefined);
    }
  });
});
