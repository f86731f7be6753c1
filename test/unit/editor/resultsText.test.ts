import assert from 'node:assert/strict';
import type { Claim, Claims } from '../../../src/editor/analysis/claims';
import { resultsText } from '../../../src/editor/results/resultsText';

const mmlu: Claim = {
  task: 'text-generation',
  dataset: 'MMLU',
  datasetId: 'cais/mmlu',
  metric: 'accuracy',
  shots: '5',
  value: '68.4',
  valueRange: { start: 300, end: 304 },
  source: 'Model card',
  verified: false,
  line: 12,
  inTable: { line: 40, value: { number: 85.2, text: '85.2' }, same: true },
};
const { inTable: _inTable, ...nowhere } = mmlu;

function text(claims: Claims): string {
  return resultsText('README.md', claims).text;
}

describe('the text of a card’s results', () => {
  it('lines the claims up, each with where it stands', () => {
    const claims: Claims = {
      entries: [
        {
          name: 'qwill-7b',
          claims: [
            mmlu,
            { ...nowhere, dataset: 'MT-Bench', shots: '', metric: 'score', value: '8.12', line: 20, verified: true },
            {
              ...mmlu,
              dataset: 'GSM8K',
              shots: '',
              value: '71',
              line: 28,
              source: '',
              inTable: { line: 44, value: { number: 71.5, text: '71.5' }, same: false },
            },
          ],
        },
      ],
    };
    assert.equal(
      text(claims),
      [
        '# What README.md claims now',
        '',
        '## qwill-7b: 3 results',
        '',
        '### text-generation',
        '',
        '    MMLU (5-shot)   accuracy   68.4   line 12   table line 40   from Model card',
        '    MT-Bench        score      8.12   line 20   in no table   verified   from Model card',
        '    GSM8K           accuracy     71   line 28   table line 44 has another value',
        '',
      ].join('\n'),
    );
  });

  it('makes each line number a link', () => {
    const results = resultsText('README.md', { entries: [{ name: 'x', claims: [mmlu] }] });
    const lines = results.text.split('\n');
    assert.deepEqual(
      results.links.map(({ line, start, end, target }) => [lines[line]?.slice(start, end), target]),
      [
        ['line 12', 12],
        ['table line 40', 40],
      ],
    );
  });

  it('says when there is nothing, and when the front matter cannot be read', () => {
    assert.match(text({ entries: [] }), /holds no results/);
    assert.match(
      text({ entries: [], problem: { message: 'Bad indentation.', line: 3 } }),
      /\(line 3\): Bad indentation\./,
    );
  });
});
