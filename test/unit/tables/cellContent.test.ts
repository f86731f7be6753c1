import assert from 'node:assert/strict';
import { findNumberStyle, readCellContent } from '../../../src/tables/cellContent';

const POINT = { decimalComma: false };
const COMMA = { decimalComma: true };

/** The content in short: numbers as texts, or its kind. */
function short(text: string, style = POINT): string {
  const content = readCellContent(text, style);
  if (content.kind === 'quantity') return `quantity: ${content.of}`;
  if (content.kind !== 'numbers') return content.kind;
  const { numbers, percent, uncertainty, outOf, shots, metric } = content;
  return [
    numbers.map((number) => number.text).join(' and ') + (percent ? '%' : ''),
    uncertainty === undefined ? '' : `± ${uncertainty}`,
    outOf === undefined ? '' : `of ${outOf}`,
    shots === undefined ? '' : `${shots}-shot`,
    metric ?? '',
  ]
    .filter((part) => part !== '')
    .join(' ');
}

describe('readCellContent', () => {
  const cases: readonly (readonly [text: string, content: string])[] = [
    ['85.2', '85.2'],
    ['85.20', '85.20'],
    ['.852', '0.852'],
    ['-1.5', '-1.5'],
    ['−1.5', '-1.5'],
    ['+1.5', '1.5'],
    ['85.2%', '85.2%'],
    ['72.5 %', '72.5%'],
    ['８５.２', '85.2'],
    ['٨٥٫٢', '85.2'],
    ['1,287', '1287'],
    ['41,746,686.63', '41746686.63'],
    ['85,2', '85.2'],
    ['0,853', '0.853'],
    ['85.2 ± 0.3', '85.2 ± 0.3'],
    ['72.5±1.1', '72.5 ± 1.1'],
    ['85.2% ± 0.3%', '85.2% ± 0.3'],
    ['85.2 +/- 0.3', '85.2 ± 0.3'],
    ['0.141 (+- 0.082)', '0.141 ± 0.082'],
    ['82.5±?', '82.5'],
    ['85.2 (5-shot)', '85.2 5-shot'],
    ['85.2 (5-shot, CoT)', '85.2 5-shot'],
    ['72.5 (pass@1)', '72.5 pass@1'],
    ['39.7 R@5', '39.7 R@5'],
    ['27.6% (Other model)', '27.6%'],
    ['72.5 (↑2.1)', '72.5'],
    ['72.8 (+0.1)', '72.8'],
    ['85.2 ↑', '85.2'],
    ['🥇 85.2', '85.2'],
    ['85.2 🏆', '85.2'],
    ['85.2 ✅ 👑', '85.2'],
    ['72.5*', '72.5'],
    ['72.5 †', '72.5'],
    ['85.2²', '85.2'],
    ['85.2①', '85.2'],
    ['97.10 [2]', '97.10'],
    ['85.2 / 83.1', '85.2 and 83.1'],
    ['92.8/86.7', '92.8 and 86.7'],
    ['84/86', '84 and 86'],
    ['1.28 | 2.42', '1.28 and 2.42'],
    ['55.25%|60.00%|52.83%', '55.25 and 60.00 and 52.83%'],
    ['98.91 [6], 96.71 [3]', '98.91 and 96.71'],
    ['12/15', '12 of 15'],
    ['8.5/10', '8.5 of 10'],
    ['~85', '85'],
    ['32.1 dB', '32.1'],
    ['1.5e-2', '1.5e-2'],
    ['', 'empty'],
    ['-', 'missing'],
    ['—', 'missing'],
    ['-----', 'missing'],
    ['/', 'missing'],
    ['N/A', 'missing'],
    ['n/a', 'missing'],
    ['NaN', 'missing'],
    ['inf', 'missing'],
    ['TO-DO', 'missing'],
    ['?', 'missing'],
    ['✓', 'check'],
    ['Yes', 'check'],
    ['✔/✘', 'check'],
    ['1_000', 'text'],
    ['1.2.3', 'text'],
    ['4e2e13', 'text'],
    ['e4e2e13', 'text'],
    ['>90', 'text'],
    ['80-85', 'text'],
    ['50,257 (same tokenizer)', '50257'],
    ['2/128 (Tiny)', '2 and 128'],
    ['No support', 'text'],
    ['GPT-4', 'text'],
    ['10^-4', 'text'],
    ['7B', 'quantity: size'],
    ['13.5 B', 'quantity: size'],
    ['128k', 'quantity: size'],
    ['159Mb', 'quantity: size'],
    ['4.9 GB', 'quantity: size'],
    ['17B (Activated) 109B (Total)', 'quantity: size'],
    ['2.5T tokens', 'quantity: size'],
    ['3.3x', 'quantity: speed'],
    ['45 ms', 'quantity: speed'],
    ['120 tokens/s', 'quantity: speed'],
    ['6.7G / 1.0s/it', 'quantity: size'],
    ['$0.006', 'quantity: other'],
    ['2024-05-13', 'quantity: date'],
    ['May 2024', 'quantity: date'],
    ['13 May 2024', 'quantity: date'],
    ['1st', 'quantity: rank'],
    ['#3', 'quantity: rank'],
  ];
  for (const [text, content] of cases) it(`reads "${text}"`, () => assert.equal(short(text), content));

  const comma: readonly (readonly [text: string, content: string])[] = [
    ['85,2', '85.2'],
    ['85,213', '85.213'],
    ['1.287', '1287'],
    ['1.287,5', '1287.5'],
    ['1 287', '1287'],
    ['0.5', '0.5'],
    ['85,2 / 83,1', '85.2 and 83.1'],
    ['85,2 ± 0,3', '85.2 ± 0.3'],
  ];
  for (const [text, content] of comma) {
    it(`reads "${text}" among decimal commas`, () => assert.equal(short(text, COMMA), content));
  }

  it('is not slowed down by long cells', () => {
    for (const piece of ['1', '1,', '1 ', '(', '1/', ' ', '±', '1e']) {
      readCellContent(piece.repeat(1_000_000 / piece.length), POINT);
    }
  });
});

describe('findNumberStyle', () => {
  const styleOf = (...texts: readonly string[]) => findNumberStyle(texts);

  it('sees decimal commas', () => {
    assert.deepEqual(styleOf('MMLU', '85,2', '1.287'), COMMA);
    assert.deepEqual(styleOf('0,853'), COMMA);
  });

  it('takes groups of three for thousands', () => {
    assert.deepEqual(styleOf('1,287', '2,029', '91.3'), POINT);
    assert.deepEqual(styleOf('1,287'), POINT);
  });

  it('goes by what most numbers show', () => {
    assert.deepEqual(styleOf('85.2', '91.3', '70.1', '85,2'), POINT);
    assert.deepEqual(styleOf('85,2', '91,3', '70.1'), COMMA);
  });
});
