import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/card/text';
import { findTables } from '../../../src/tables/find';

/** The near-tables of a text, such as `3-5 delimiter-width`. */
function near(...lines: string[]): string[] {
  const text = lines.join('\n');
  return findTables(text, 0, new LineIndex(text)).nearTables.map(
    ({ line, endLine, reason }) => `${line}-${endLine} ${reason}`,
  );
}

const ROWS = ['| MMLU | 85.2 |', '| GSM8K | 91.3 |'];
const TABLE = ['| Benchmark | Score |', '|---|---|', ...ROWS];

describe('near-tables', () => {
  it('are rows without a delimiter row', () => {
    assert.deepEqual(near('Results:', ...ROWS), ['2-3 no-delimiter-row']);
    assert.deepEqual(near('a | b | c', '1 | 2 | 3'), ['1-2 no-delimiter-row']);
    assert.deepEqual(near('+---+---+', '| a | b |', '+===+===+', '| 1 | 2 |', '+---+---+'), ['2-4 no-delimiter-row']);
    assert.deepEqual(near('| a | b |', '|——|——|', '| 1 | 2 |'), ['1-3 no-delimiter-row']);
  });

  it('are rows whose delimiter row is of another width, underlined headers included', () => {
    assert.deepEqual(near('text', '| a | b | c |', '|---|---|', '| 1 | 2 | 3 |'), ['2-4 delimiter-width']);
    assert.deepEqual(near('| a | b |', '---', '| 1 | 2 |'), ['1-3 delimiter-width']);
  });

  it('are rows with a delimiter row but no header row', () => {
    assert.deepEqual(near('|---|---|', ...ROWS), ['1-3 no-header-row']);
  });

  it('are tables that continue a list item, a quote or a block of HTML', () => {
    assert.deepEqual(near('1. Results', ...TABLE), ['2-5 no-blank-line']);
    assert.deepEqual(near('> Results', ...TABLE), ['2-5 no-blank-line']);
    assert.deepEqual(near('<details>', '<summary>Results</summary>', ...TABLE, '', '</details>'), [
      '3-6 no-blank-line',
    ]);
  });

  it('are rows that empty lines part from their table', () => {
    assert.deepEqual(near(...TABLE, '', '| ARC | 60.1 |', '', 'text'), ['6-6 blank-line-inside']);
    assert.deepEqual(near('| a | b |', '', '|---|---|', '', '| 1 | 2 |'), ['1-5 blank-line-inside']);
  });

  it('are HTML tables without an end', () => {
    assert.deepEqual(near('<table>', '<tr><td>1</td></tr>', '', 'text', '', ...TABLE), ['1-2 unclosed-table']);
    assert.deepEqual(near('<table>', '<tr><td>1', '<table>', '', '<table><tr><td>2</td></tr></table>'), [
      '1-2 unclosed-table',
    ]);
  });

  it('say what to do', () => {
    const text = '| a | b | c |\n|---|---|\n';
    assert.equal(
      findTables(text, 0, new LineIndex(text)).nearTables[0]?.message,
      'The header row has 3 columns but the delimiter row below it 2, so this is shown as text; give both the same number.',
    );
  });

  it('are no prose, links, code, comments, formulas or tables', () => {
    const blocks = [
      ['[English](a.md) | [中文](b.md) |', '[Paper](c) |'],
      ['Base: [A](a) | [B](b) | [C](c)', 'Chat: [A](a) | [B](b) | [C](c)'],
      ['The ids are `<|zh|>`, `<|en|>` and `<|ko|>`.', 'Use `a || b` or P(x | y, z | w).'],
      ['cat a | grep b | wc -l', 'cat b | sort | uniq'],
      ['<|system|>5', '<|user|>5'],
      ['```', ...ROWS, '```'],
      ['text', '', ...ROWS.map((row) => `    ${row}`)],
      ['<!--', ...TABLE, '-->'],
      ['<pre>', ...TABLE, '</pre>'],
      ['$$', '\\begin{array}{|l|l|}', '|x|', '\\end{array}', '$$'],
      ['Use the <table> tag.'],
      ['| a | b |', '', 'text', '', '| 1 | 2 |'],
      TABLE,
      ['Text', ...TABLE, '', 'a | b'],
    ];
    for (const block of blocks) assert.deepEqual(near('text', '', ...block, '', 'text'), [], block.join('\n'));
  });
});
