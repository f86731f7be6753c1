import assert from 'node:assert/strict';
import { besideCardScale, onCardScale } from '../../../src/results/cardScale';
import { cardScale } from '../../../src/results/scale';
import type { ResultDraft } from '../../../src/results/types';
import { merge, metadataOf, result } from './support';

function draft(name: string, value: string, more: Partial<ResultDraft> = {}): ResultDraft {
  return {
    ...{ id: name, include: true, name, datasetId: 'x', config: '', split: '', metricType: 'accuracy', metricName: '' },
    ...{ shots: '', value, uncertainty: '', unit: '', notes: [] },
    ...more,
  };
}

/** What beside-the-scale offers for a card with these values. */
const beside = (drafts: readonly ResultDraft[], ...values: readonly string[]) =>
  besideCardScale(
    drafts,
    cardScale(
      metadataOf(
        merge(
          '',
          values.map((value, index) => result({ name: `B${index}`, value })),
        ).text,
      ),
    ),
  );

describe('the scale of a card', () => {
  it('stands beside what was measured on the other one, never in its place', () => {
    const drafts = [
      draft('GSM8K', '0.4166666666666667', { uncertainty: '0.0136' }),
      draft('WikiText-2', '0.9', { metricType: 'perplexity' }),
    ];
    const [gsm8k, wikitext] = beside(drafts, '85.2', '61.3');
    assert.equal(gsm8k?.value, '0.4166666666666667');
    assert.deepEqual(gsm8k.converted, {
      value: '41.66666666666667',
      uncertainty: '1.36',
      note: "The card's results are percentages and this is a fraction: on their scale it is 41.66666666666667.",
    });
    assert.equal(wikitext?.converted, undefined);
    const taken = onCardScale(gsm8k);
    assert.deepEqual([taken.value, taken.uncertainty, 'converted' in taken], ['41.66666666666667', '1.36', false]);

    const [back] = beside([draft('GSM8K', '41.65')], '0.85');
    assert.equal(back?.converted?.value, '0.4165');
  });

  it('is offered nowhere where the scales agree, or the card has none or both', () => {
    const drafts = [draft('GSM8K', '0.5')];
    for (const values of [['0.85'], [], ['0.85', '61.3'], ['5']]) {
      assert.equal(beside(drafts, ...values)[0]?.converted, undefined);
    }
  });

  it('is no question where the scores are on both scales, or say their unit', () => {
    const mixed = [draft('GSM8K', '0.5'), draft('MMLU', '61.3')];
    assert.deepEqual(beside(mixed, '85.2'), mixed);
    const percent = [draft('GSM8K', '50', { unit: '%' })];
    assert.deepEqual(beside(percent, '0.85'), percent);
  });
});
