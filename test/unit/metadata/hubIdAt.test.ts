import assert from 'node:assert/strict';
import { hubIdAt } from '../../../src/metadata/hubIdAt';

/** What is being written where `|` stands. */
function at(...lines: readonly string[]): string | null {
  const marked = lines.join('\n');
  const offset = marked.indexOf('|');
  const yaml = marked.replace('|', '');
  const begun = hubIdAt(yaml, offset);
  if (begun === null) return null;
  assert.equal(yaml.slice(begun.start, begun.end), begun.text);
  return `${begun.kind} ${begun.text}`;
}

describe('the id of the Hub that is being written', () => {
  it('is the value of a key that holds ids, in a list or alone', () => {
    assert.equal(at('license: mit', 'base_model: acme/an|'), 'model acme/an');
    assert.equal(at('base_model:', '- acme/one', '# why', '- "acme/t|"'), 'model acme/t');
    assert.equal(at('base_model:', '  - acme/one', '  - t|'), 'model t');
    assert.equal(at('new_version: acme/anvil-2|.1'), 'model acme/anvil-2');
    assert.equal(at('datasets: squ|'), 'dataset squ');
    assert.equal(at('datasets:', '- |'), 'dataset ');
  });

  it('is the dataset of a result, also where the YAML is broken elsewhere', () => {
    const results = ['tags: [', 'model-index:', '- name: x', '  results:', '  - task:', '      type: text-generation'];
    assert.equal(at(...results, '    dataset:', '      name: GSM8K', '      type: openai/gs|'), 'dataset openai/gs');
    assert.equal(at('- dataset:', '    id: cais/h|'), 'dataset cais/h');
    assert.equal(at(...results, '    metrics:', '    - type: acc|'), null);
    assert.equal(at('model-index:', '- results:', '  - task:', '      type: te|'), null);
  });

  it('is no other value', () => {
    assert.equal(at('license: mi|'), null);
    assert.equal(at('tags:', '- a|'), null);
    assert.equal(at('widget:', '  base_model: a|'), null);
    assert.equal(at('base_model: acme/an # no|'), null);
    assert.equal(at('type: a|'), null);
    assert.equal(at('constructor: a|'), null);
    assert.equal(at('base_mod|'), null);
  });
});
