import assert from 'node:assert/strict';
import { change, changed, lines } from './support';

const TABLE = lines(
  '| Benchmark | Anvil-7B | Hammer 8B |',
  '| --- | --- | --- |',
  '| MMLU (5-shot) | 71.5 | 70.9 |',
  '| GSM8K | 55.25 | 61.25 |',
);
const CLAIMED = lines(
  '---',
  'license: mit # ours',
  'model-index:',
  '- name: Anvil',
  '  results:',
  '  - task: { type: text-generation }',
  '    dataset: { name: GSM8K, type: openai/gsm8k, config: main, split: test }',
  '    metrics: [{ type: accuracy, value: 54.0 }]',
  '---',
);

describe('what a batch changes in a card', () => {
  it("is the scores of its own model's column", () => {
    const { results, fixes, text } = changed(`# Anvil\n\n${TABLE}`);
    assert.deepEqual(
      results.map(({ dataset, metric }) => [dataset.type, metric.value.text]),
      [
        ['cais/mmlu', '71.5'],
        ['openai/gsm8k', '55.25'],
      ],
    );
    assert.deepEqual(fixes, []);
    assert.ok(text.startsWith('---\nmodel-index:\n- name: Anvil-7B\n'));
    assert.ok(text.endsWith(`---\n# Anvil\n\n${TABLE}`));
    assert.doesNotMatch(text.replace(TABLE, ''), /70\.9|61\.25/);
  });

  it('keeps what the card claims otherwise, and every other byte', () => {
    const { results, text } = changed(`${CLAIMED}# Anvil\n\n${TABLE}`);
    assert.deepEqual(
      results.map(({ dataset }) => dataset.type),
      ['cais/mmlu'],
    );
    assert.ok(text.startsWith(CLAIMED.slice(0, -'---\n'.length)));
    assert.match(text, /value: 54\.0/);
    assert.doesNotMatch(text.replace(TABLE, ''), /55\.25/);
  });

  it('is nothing where no column is surely its own, or all is there', () => {
    const others = TABLE.replace('Anvil-7B', 'Anvil 7B Chat');
    assert.deepEqual(change(`# Anvil\n\n${others}`), { kind: 'none', message: null });
    const { text } = changed(`# Anvil\n\n${TABLE}`);
    assert.deepEqual(change(text), { kind: 'none', message: null });
  });

  it('takes no score where the tables of a card contradict each other', () => {
    const other = TABLE.replace('71.5', '72.5');
    const none = change(`# Anvil\n\n${TABLE}\n## Again\n\n${other}`);
    assert.equal(none.kind, 'none');
    assert.match(none.message ?? '', /tables give 71\.5 and 72\.5 for MMLU/);
    // The same in two tables is no contradiction.
    assert.equal(changed(`# Anvil\n\n${TABLE}\n## Again\n\n${TABLE}`).results.length, 2);
  });

  it('is a conflict with the card, not with another table, where both tables say the same', () => {
    const twice = `${CLAIMED}# Anvil\n\n${TABLE}\n## Again\n\n${TABLE}`;
    assert.deepEqual(
      changed(twice).results.map(({ dataset }) => dataset.type),
      ['cais/mmlu'],
    );
  });

  it('mends what says nothing new, beside the scores and alone', () => {
    const { fixes, results, text } = changed(lines('---', 'language: no', '---', '# Anvil', '', TABLE));
    assert.deepEqual(
      fixes.map(({ code, line }) => [code, line]),
      [['language.boolean', 2]],
    );
    assert.equal(results.length, 2);
    assert.match(text, /^---\nlanguage: 'no'\nmodel-index:/);
    // A licence takes a decision, and while there is an error the Hub takes nothing.
    const refused = change(lines('---', 'license: aparche-2.0', 'language: no', '---', '# Anvil'));
    assert.equal(refused.kind, 'none');
    assert.match(refused.message ?? '', /decided first: .*aparche-2\.0/);
  });

  it('does not touch front matter that cannot be read', () => {
    const broken = change(lines('---', 'license: [mit', '---', '# Anvil', '', TABLE));
    assert.equal(broken.kind, 'none');
    assert.notEqual(broken.message, null);
  });

  it('has a name that depends on what it says alone', () => {
    const one = changed(`# Anvil\n\n${TABLE}`);
    assert.equal(changed(`# Anvil\n\nMore.\n\n${TABLE}`).id, one.id);
    assert.notEqual(changed(`# Anvil\n\n${TABLE.replace('71.5', '71.6')}`).id, one.id);
  });
});
