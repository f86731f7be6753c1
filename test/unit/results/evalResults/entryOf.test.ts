import assert from 'node:assert/strict';
import { convertModelIndex } from '../../../../src/results/evalResults/convert';
import { entryOf } from '../../../../src/results/evalResults/entryOf';
import { lines, merge, metadataOf, result } from '../support';
import { entry, knowing, REGISTERED } from './support';

const HLE = new Map([['cais/hle', 'hle']]);

describe('results for a leaderboard', () => {
  it('say in their notes what the format has no field for', () => {
    const measured = {
      ...result({
        name: 'GSM8K',
        value: '0.4215',
        shots: 5,
        metric: 'exact_match',
        metricName: 'extractive_match (lighteval)',
      }),
      dataset: { type: 'openai/gsm8k', name: 'GSM8K', config: 'main', split: 'test', revision: '0123456' },
      standardError: '0.0136',
      date: '2026-11-20',
      source: { url: 'https://huggingface.co/acme/anvil', name: 'lighteval 0.13.0' },
      run: { framework: 'lighteval', version: '0.13.0', notes: 'bfloat16' },
    };
    const converted = entry(measured);
    assert.equal(converted.path, '.eval_results/gsm8k.yaml');
    assert.deepEqual(converted.entry, {
      dataset: { id: 'openai/gsm8k', taskId: 'main', revision: '0123456' },
      value: { number: 0.4215, text: '0.4215' },
      date: '2026-11-20',
      source: { url: 'https://huggingface.co/acme/anvil', name: 'lighteval 0.13.0' },
      notes: 'lighteval 0.13.0, 5-shot, extractive_match, bfloat16, ±0.0136',
    });
  });

  it('tell what was measured with tools, in notes and file', () => {
    const withTools = entry(result({ name: 'HLE (with tools)', type: 'cais/hle', value: '30.1' }), { taskIds: HLE });
    assert.deepEqual([withTools.path, withTools.entry.notes], ['.eval_results/hle_with_tools.yaml', 'with tools']);
    const without = entry(result({ name: 'HLE (no tools)', type: 'cais/hle', value: '20.1' }), { taskIds: HLE });
    assert.deepEqual([without.path, without.entry.notes], ['.eval_results/hle.yaml', 'no tools']);
  });

  it('never hide that only a part was measured', () => {
    const partial = { ...result({ name: 'GSM8K', value: '0.5' }), samples: 10, partial: true };
    assert.equal(entry(partial).entry.notes, '10 samples only');
    const { samples: _none, ...unknown } = partial;
    assert.equal(entry(unknown).entry.notes, 'incomplete');
    const named = { ...partial, dataset: { ...partial.dataset, name: 'GSM8K (10 of 1319 samples)' } };
    assert.equal(entry(named).entry.notes, '10 of 1319 samples');
  });

  it('take the scale of the leaderboard, where it is sure, and say what they were', () => {
    const fraction = { ...result({ name: 'GSM8K', value: '0.4215' }), standardError: '0.0136' };
    const on = (...values: readonly number[]) => entry(fraction, { leaderboards: new Map([['openai/gsm8k', values]]) });
    const moved = on(96.1, 50.5, 40.2);
    assert.deepEqual([moved.entry.value.text, moved.convertedFrom, moved.entry.notes], ['42.15', '0.4215', '±1.36']);
    assert.deepEqual(moved.leaderboard, { scale: 'percent', top: 96.1, median: 50.5 });
    for (const values of [[0.9, 0.5], [0.9, 50.5], [5]]) {
      assert.deepEqual([on(...values).entry.value.text, on(...values).convertedFrom], ['0.4215', undefined]);
    }
    assert.equal(entry(fraction).leaderboard, undefined);
  });

  it('are refused with the reason', () => {
    const refusal = (name: string, parts: Partial<Parameters<typeof result>[0]> = {}) => {
      const conversion = entryOf(result({ name, value: '1', ...parts }), knowing());
      return conversion.kind === 'refused' ? `${conversion.reason}: ${conversion.message}` : 'none';
    };
    assert.match(
      refusal('MMLU'),
      /^no-leaderboard: no leaderboard of the Hub is known for cais\/mmlu \(list of 20\d\d-/,
    );
    assert.match(
      refusal('Arguana', { type: 'mteb/arguana' }),
      /^task: the id of its task is not known here; look it up in https:.*mteb\/arguana\/blob\/main\/eval\.yaml$/,
    );
    assert.match(refusal('HLE', { type: 'cais/hle' }), /^task: the id of its task may be hle, default; look it up/);
    assert.match(
      refusal('MMLU-Pro', { config: 'math' }),
      /^part: its configuration math is a part of TIGER-Lab\/MMLU-Pro/,
    );
    assert.match(refusal('GSM8K', { value: 'high' }), /^value: its value "high" is no number/);
    assert.equal(refusal('GSM8K'), 'none');
  });
});

describe('the list of leaderboards', () => {
  it('holds ids that the Hub takes, and is dated', () => {
    assert.match(REGISTERED.date, /^20\d\d-\d\d-\d\d$/);
    assert.deepEqual(REGISTERED.of('OpenAI/GSM8K')?.tasks, ['main']);
    assert.equal(REGISTERED.of('gsm8k'), undefined);
  });
});

describe('converting model-index', () => {
  it('takes what has a leaderboard, and says of the rest why not', () => {
    const { text } = merge('', [
      result({ name: 'GSM8K', value: '0.42150', shots: 5, config: 'main', url: 'https://huggingface.co/acme/anvil' }),
      result({ name: 'MMLU', value: '61.2' }),
      result({ name: 'MMLU-Pro', value: '41.0', metric: 'exact_match' }),
      result({ name: 'MMLU-Pro', value: '42.0', metric: 'f1' }),
    ]);
    const [only] = metadataOf(text).entries;
    const converted = convertModelIndex(only!, knowing()).map(({ claim, conversion }) =>
      conversion.kind === 'entry'
        ? [conversion.entry.value.text, conversion.entry.notes, conversion.entry.source?.url]
        : [claim.result.metric.value.text, conversion.reason, conversion.message.split(' ')[0]],
    );
    assert.deepEqual(converted, [
      ['0.42150', '5-shot', 'https://huggingface.co/acme/anvil'],
      ['61.2', 'no-leaderboard', 'no'],
      ['41.0', 'value', 'line'],
      ['42.0', 'value', 'line'],
    ]);
  });

  it('reads numbers out of texts', () => {
    const card = lines(
      '---',
      'model-index:',
      '- name: anvil',
      '  results:',
      '  - task: {type: text-generation}',
      '    dataset: {name: GSM8K (5-shot), type: openai/gsm8k}',
      '    metrics: [{type: accuracy, value: "20.0 ± 1.2"}]',
      '---',
    );
    const [converted] = convertModelIndex(metadataOf(card).entries[0]!, knowing());
    assert.equal(converted?.conversion.kind === 'entry' && converted.conversion.entry.value.text, '20');
  });
});
