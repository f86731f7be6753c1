import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseCard } from '../../../src/results/analysis';

const MARKDOWN =
  '| Benchmark | Anvil-7B | Other-7B |\n| --- | --- | --- |\n| MMLU | 61.0 | 85.2 |\n| GSM8K | 50.0 | 71.5 |\n';
const HTML =
  '<table><tr><th>Model</th><th colspan=2>MMLU</th></tr>\n<tr><td>Anvil-7B</td><td>61.0</td><td>62</td></tr></table>\n';
const SETTINGS = '| Setting | Value |\n| --- | --- |\n| learning rate | 0.001 |\n';

const block = fc.constantFrom(
  ...[
    MARKDOWN,
    HTML,
    SETTINGS,
    '# Anvil-7B\n',
    '## Results on ARC-C\n',
    '## MMLU\n',
    'Results, 5-shot:\n',
    'Some text.\n',
  ],
  ...[
    '> | a | b |\n> | --- | --- |\n> | MMLU | 61.0 |\n',
    '---\nlicense: mit\n---\n',
    '<details>\n',
    '```\n',
    '<!--\n',
    '\n',
  ],
);
const card = fc.array(block, { maxLength: 12 }).map((blocks) => blocks.join('\n'));
const piece = fc.oneof(block, fc.constantFrom('', '\n', ' ', '|', '7', 'x', '#', '<table>', '</table>', '\r\n'));
const edit = fc.record({ from: fc.nat(1000), length: fc.nat(30), piece });

describe('the tables of the next version of a card', function () {
  this.timeout(60_000);

  it('are read as if there had been no version before', () => {
    fc.assert(
      fc.property(card, fc.array(edit, { minLength: 1, maxLength: 3 }), (first, edits) => {
        let before = parseCard(first);
        for (const { from, length, piece: text } of edits) {
          const at = Math.min(from, before.text.length);
          const next = before.text.slice(0, at) + text + before.text.slice(at + length);
          before = parseCard(next, before);
          assert.deepEqual(before.analysis, parseCard(next).analysis);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('are not read again where they stand as they stood', () => {
    const text = `# Anvil-7B\n\n${MARKDOWN}\nThe end.\n`;
    const before = parseCard(text);
    const reading = (next: string) => parseCard(next, before).analysis.tables[0]?.reading;
    assert.equal(reading(`${text}More.\n`), before.analysis.tables[0]?.reading);
    assert.deepEqual(
      reading(`\n${text}`)?.models[0]?.scores.map(({ line }) => line),
      [6, 7],
    );
    assert.notEqual(reading(text.replace('61.0', '62.0')), before.analysis.tables[0]?.reading);
  });
});
