import assert from 'node:assert/strict';
import { plainLines, plainText } from '../../../src/tables/plainText';

describe('plainText', () => {
  const cases: readonly (readonly [source: string, text: string])[] = [
    ['  plain   text ', 'plain text'],
    ['**85.2**', '85.2'],
    ['***85.2***', '85.2'],
    ['**_85.2_**', '85.2'],
    ['~~85.2~~', '85.2'],
    ['~ 11B', '~ 11B'],
    ['arc_easy_norm', 'arc_easy_norm'],
    ['_arc_easy_', 'arc_easy'],
    ['GPT-4*', 'GPT-4*'],
    ['Vanilla PTQ\\*\\*', 'Vanilla PTQ**'],
    ['`acc_norm`', 'acc_norm'],
    ['``a`b``', 'a`b'],
    ['MMLU\\|Pro', 'MMLU|Pro'],
    ['85\\.2', '85.2'],
    ['[GSM8K](https://example.org/a_(b)) test', 'GSM8K test'],
    ['[GSM8K](https://example.org "the paper")', 'GSM8K'],
    ['[**GSM8K**](<https://example.org/x>)', 'GSM8K'],
    ['[GSM8K][1]', 'GSM8K'],
    ['[1]', '[1]'],
    ['91.3[^1]', '91.3'],
    ['![logo](logo.png) My Model', 'My Model'],
    ['[![badge](b.svg)](https://example.org) **X**', 'X'],
    ['<https://example.org/x>', 'https://example.org/x'],
    ['<u>91.3</u>', '91.3'],
    ['<span title="a > b">x</span>', 'x'],
    ['a < b', 'a < b'],
    ['a<!-- <b>no</b> -->b', 'ab'],
    ['My-Model<br>7B', 'My-Model 7B'],
    ['85.2<sup>1</sup>', '85.2'],
    ['Gaokao-Bench<sup>1,2</sup>', 'Gaokao-Bench'],
    ['<b>94.4<sup>*</sup></b>', '94.4'],
    ['MMLU<sup>[1](#note)</sup>', 'MMLU'],
    ['R<sup>2</sup>', 'R2'],
    ['τ<sup>2</sup>-Bench', 'τ2-Bench'],
    ['AP<sub>50</sub><sup>val</sup>', 'AP50 val'],
    ['MMMU<sub>val</sub>', 'MMMU val'],
    ['85.2<sub>±0.3</sub>', '85.2±0.3'],
    ['85.2<sub>0.3</sub>', '85.2 0.3'],
    ['3.0 x 10<sup>-4</sup>', '3.0 x 10^-4'],
    ['1.5 × 10<sup>4</sup>', '1.5 × 10^4'],
    ['WER&darr;', 'WER↓'],
    ['&#10008', '✘'],
    ['A&amp;B, R&D', 'A&B, R&D'],
    ['$85.2$', '85.2'],
    ['$91.3_{\\pm 0.2}$', '91.3±0.2'],
    ['$\\mathbf{85.2}$', '85.2'],
    ['$AP^{val}_{50}$', 'AP val50'],
    ['$\\mathcal{J}\\&\\mathcal{F}$', 'J&F'],
    ['$85.2^{*}$', '85.2'],
    ['$10^{-4}$', '10^-4'],
    ['72.8 $\\color{green}{(+0.1)}$', '72.8 (+0.1)'],
    ['\\\\(\\tau\\\\)-bench', 'τ-bench'],
    ['$0.006/min+', '$0.006/min+'],
    ['$5 or $10', '$5 or $10'],
    [':arrow_up: 85.2 :1st_place_medal:', '↑ 85.2'],
    ['leaderboard:mmlu:5', 'leaderboard:mmlu:5'],
    ['Average ⬆️', 'Average ⬆'],
    ['a\u00a0b\u200b', 'a b'],
    ['non\u2011breaking', 'non-breaking'],
  ];
  for (const [source, text] of cases) {
    it(`reads ${JSON.stringify(source)}`, () => {
      assert.equal(plainText(source), text);
    });
  }

  it('keeps the lines of a cell apart where they matter', () => {
    assert.deepEqual(plainLines('MGSM<br/>**MATH**<br>'), ['MGSM', 'MATH']);
    assert.deepEqual(plainLines('<ul><li>a</li><li>b</li></ul>'), ['a', 'b']);
    assert.deepEqual(plainLines('**x**'), ['x']);
  });

  const nasty = [
    '*a ',
    '_a ',
    'a* ',
    '[',
    '[a](',
    '![',
    '](',
    '<a ',
    '<a ="',
    '<!--',
    '`',
    '`a``',
    '$',
    '$a ',
    '\\\\(',
  ];
  nasty.push('&', ':a:', '<sup>', '<sup>1</sup>', '[](x):a:', '[](x)<sup>a', '$x^{$', '^{');
  for (const piece of nasty) {
    it(`reads a megabyte of ${piece} without going back over it`, () => {
      assert.ok(plainText(piece.repeat(1_000_000 / piece.length)).length <= 1_000_000);
    });
  }
});
