import assert from 'node:assert/strict';
import { locateFrontMatter } from '../../../src/card/frontMatter';
import { navigationOf, type Navigation } from '../../../src/metadata/navigation';
import type { OutlineItem } from '../../../src/metadata/outline';
import { parseMetadata } from '../../../src/results/modelIndex/document';

function navigate(card: string): Navigation {
  const frontMatter = locateFrontMatter(card);
  assert.equal(frontMatter.kind, 'present');
  const metadata = parseMetadata(card, frontMatter);
  assert.equal(metadata.kind, 'document');
  return navigationOf(metadata);
}

const card = `---
license: [mit, "apache-2.0"]
license_link: LICENSE
base_model:
- grove/alder-1b
- ./checkpoints/best
datasets: leaves
new_version: grove/alder-2b
model-index:
- name: alder
  results:
  - task: {type: translation, name: To Leaf}
    dataset:
      type: grove/leaves
      name: Leaves (5-shot)
    metrics:
    - type: accuracy
      name: Accuracy
      value: 41.50
    - type: f1
      value: 20.0 ± 1.2
    source:
      url: https://example.org/leaves
  - task:
      type: translation
    dataset:
      type: a b
    metrics: []

---
# Alder
`;

describe('the links of front matter', () => {
  it('are the models, datasets, licences and addresses that it names', () => {
    const links = navigate(card).links.map(({ kind, value, start, end }) => [kind, value, card.slice(start, end)]);
    assert.deepEqual(links, [
      ['license', 'mit', 'mit'],
      ['license', 'apache-2.0', '"apache-2.0"'],
      ['address', 'LICENSE', 'LICENSE'],
      ['model', 'grove/alder-1b', 'grove/alder-1b'],
      ['dataset', 'leaves', 'leaves'],
      ['model', 'grove/alder-2b', 'grove/alder-2b'],
      ['dataset', 'grove/leaves', 'grove/leaves'],
      ['address', 'https://example.org/leaves', 'https://example.org/leaves'],
    ]);
  });
});

describe('the outline of front matter', () => {
  it('has the results of each model with their metrics', () => {
    const lines = (items: readonly OutlineItem[], depth = 0): readonly string[] =>
      items.flatMap(({ kind, name, detail, children }) => [
        `${' '.repeat(depth)}${kind} ${name}: ${detail}`,
        ...lines(children, depth + 1),
      ]);
    assert.deepEqual(lines(navigate(card).outline), [
      'model alder: ',
      ' result Leaves (5-shot): To Leaf',
      '  metric Accuracy: 41.50',
      '  metric f1: 20.0 ± 1.2',
      ' result a b: translation',
    ]);
  });

  it('has ranges that end with their text', () => {
    const { outline, topLevel } = navigate(card);
    const [model] = outline;
    assert.ok(model);
    assert.match(card.slice(model.start, model.end), /^name: alder\n[^]*metrics: \[\]$/);
    assert.match(card.slice(model.children[0]?.start, model.children[0]?.end), /^task: [^]*org\/leaves$/);
    assert.deepEqual(
      topLevel.map(({ start, end }) => card.slice(start, end).split('\n').length),
      [1, 1, 3, 1, 1, 20],
    );
  });

  it('is empty where there are no results', () => {
    for (const yaml of ['license: mit', 'model-index: foo', 'model-index:\n- name', '']) {
      assert.equal(navigate(`---\n${yaml}\n---\n`).outline.flatMap(({ children }) => children).length, 0, yaml);
    }
  });
});
