import assert from 'node:assert/strict';
import * as core from '../../../src/core';
import { changeSummary } from '../../../src/editor/publish/changeSummary';
import { metadataEnd, touchesMetadata } from '../../../src/editor/publish/metadataDiff';

const lines = (...all: readonly string[]) => `${all.join('\n')}\n`;
const result = (dataset: string, value: string) => [
  '  - task: { type: text-generation }',
  `    dataset: { name: ${dataset}, type: ${dataset} }`,
  `    metrics: [{ type: acc, value: ${value} }]`,
];
const card = (results: readonly string[], body = 'Drop it.', license = 'mit') =>
  lines(
    ...['---', `license: ${license}`, 'model-index:', '- name: Anvil', '  results:', ...results, '---', '# Anvil'],
    ...['', '## Usage', '', body],
  );
const before = card(result('gsm8k', '55.0'));
const title = (after: string) => changeSummary(before, after, core).title;

describe('the summary of a change', () => {
  it('counts results that were added, changed and removed', () => {
    assert.equal(title(card([...result('gsm8k', '55.0'), ...result('mmlu', '61')])), 'Add 1 evaluation result');
    assert.equal(title(card(result('gsm8k', '55.1'))), 'Change 1 evaluation result');
    assert.equal(title(card(result('mmlu', '61'))), 'Add 1 evaluation result, remove 1 evaluation result');
  });

  it('names keys and sections', () => {
    const after = card(result('gsm8k', '55.0'), 'Drop it twice.', 'apache-2.0');
    assert.equal(title(after), 'Update license in the metadata, edit "Usage"');
    assert.equal(changeSummary(before, after, core).description, '- Update license in the metadata\n- Edit "Usage"');
  });

  it('tells of files for leaderboards that go with the card, or alone', () => {
    const added = card([...result('gsm8k', '55.0'), ...result('mmlu', '61')]);
    const both = changeSummary(before, added, core, 2).title;
    assert.equal(both, 'Add 1 evaluation result, update 2 files of .eval_results');
    assert.equal(changeSummary('', '', core, 1).title, 'Update 1 file of .eval_results');
  });

  it('has words for anything else', () => {
    assert.equal(title(`${before}\n\n`), 'Update the model card');
  });
});

describe('whether a pull request changes metadata', () => {
  const diff = (hunk: string) =>
    lines('diff --git a/README.md b/README.md', '--- a/README.md', '+++ b/README.md', hunk);

  it('is told by the lines of its diff', () => {
    const end = metadataEnd(before);
    assert.equal(before.split('\n')[end - 1], '---');
    assert.equal(
      touchesMetadata(diff('@@ -1,3 +1,3 @@\n ---\n-license: mit\n+license: isc\n model-index:'), end),
      true,
    );
    assert.equal(touchesMetadata(diff('@@ -9,3 +9,4 @@\n ---\n # Anvil\n+More.\n '), end), false);
    assert.equal(touchesMetadata('diff --git a/config.json b/config.json\n@@ -1 +1 @@\n-{}\n+[]\n', end), false);
  });
});
