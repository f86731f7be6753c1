import assert from 'node:assert/strict';
import { LineIndex } from '../../../src/card/text';
import { findTables } from '../../../src/tables/find';
import type { FoundTables, Grid } from '../../../src/tables/grid';

const joinLines = (...lines: string[]): string => lines.join('\n');

function find(text: string, from = 0): FoundTables {
  return findTables(text, from, new LineIndex(text));
}

/** The tables of a text as lines: cells between bars, `^` for a place that a cell above or to the left spans, `.` for no cell. */
function drawn(text: string): string[][] {
  return find(text).tables.map((grid) => draw(text, grid));
}

function draw(text: string, { rows }: Grid): string[] {
  return rows.map((row, rowIndex) =>
    row
      .map((cell, column) => {
        if (cell === null) return '.';
        return cell.row === rowIndex && cell.column === column ? text.slice(cell.start, cell.end) : '^';
      })
      .join(' | '),
  );
}

/** The tables' own lines and kinds, such as `3-5 markdown`. */
function places(text: string, from = 0): string[] {
  return find(text, from).tables.map(({ kind, line, endLine }) => `${line}-${endLine} ${kind}`);
}

const TABLE = ['| Benchmark | Score |', '|---|---|', '| MMLU | 85.2 |'];
const HTML_TABLE = [
  '<table>',
  '<tr><th>Benchmark</th><th>Score</th></tr>',
  '<tr><td>MMLU</td><td>85.2</td></tr>',
  '</table>',
];

describe('finding tables', () => {
  describe('in Markdown', () => {
    it('takes the trimmed content of each cell, escaped pipes included', () => {
      const text = joinLines('| a \\| b | `x \\| y` |', '|--|--|', '|  1|\t2 \t|', '| 3', '|4|5|6|');
      assert.deepEqual(drawn(text), [['a \\| b | `x \\| y`', '1 | 2', '3 | .', '4 | 5']]);
    });

    it('takes tables without outer pipes and with empty cells', () => {
      assert.deepEqual(drawn(joinLines('a | b', '--|:-:', '1 |', '| | 2')), [['a | b', '1 | .', ' | 2']]);
    });

    it('keeps offsets and lines right whatever ends the lines', () => {
      for (const end of ['\n', '\r\n', '\r']) {
        const text = ['\ufeff# Card', '', ...TABLE, '', 'text'].join(end);
        const [grid] = find(text).tables;
        assert.ok(grid);
        assert.deepEqual([grid.line, grid.endLine, grid.headings], [3, 5, ['Card']]);
        assert.deepEqual(draw(text, grid), ['Benchmark | Score', 'MMLU | 85.2']);
        assert.equal(text.slice(grid.start, grid.end), TABLE.join(end));
      }
    });

    it('begins behind the front matter and counts from the top of the card', () => {
      const front = joinLines('---', 'a: 1', '# | b |', '# |---|', '---', '');
      const text = front + TABLE.join('\n');
      assert.deepEqual(places(text, front.length), ['6-8 markdown']);
      const [grid] = find(text, front.length).tables;
      assert.ok(grid);
      assert.deepEqual(draw(text, grid), ['Benchmark | Score', 'MMLU | 85.2']);
    });

    it('finds tables in lists, block quotes and details', () => {
      const text = joinLines(
        ...['1. Results:', '', ...TABLE.map((line) => `   ${line}`), ''],
        ...[...TABLE.map((line) => `> ${line}`), ''],
        ...['> - x', '>', ...TABLE.map((line) => `>   ${line}`), ''],
        ...['<details>', '<summary>More</summary>', '', ...TABLE, '', '</details>'],
      );
      assert.deepEqual(places(text), ['3-5 markdown', '7-9 markdown', '13-15 markdown', '20-22 markdown']);
      assert.deepEqual(
        new Set(drawn(text).map((rows) => rows.join('\n'))),
        new Set(['Benchmark | Score\nMMLU | 85.2']),
      );
    });

    it('finds none in code, comments and HTML blocks', () => {
      const fence = ['```', ...TABLE, ...HTML_TABLE, '```'];
      const indented = [...TABLE, ...HTML_TABLE].map((line) => `    ${line}`);
      const comment = ['<!--', ...TABLE, '', ...HTML_TABLE, '', ...TABLE, '-->'];
      const splitComment = ['<div>', '<!-- off', '', ...TABLE, '', ...HTML_TABLE, '', '-->', '</div>'];
      const script = ['<script>', ...HTML_TABLE, '</script>'];
      for (const block of [fence, indented, comment, splitComment, script, ['<div>', ...TABLE, '</div>']]) {
        assert.deepEqual(places(joinLines('text', '', ...block, '', ...TABLE)), [
          `${block.length + 4}-${block.length + 6} markdown`,
        ]);
      }
    });
  });

  describe('in HTML', () => {
    it('lays out spans, and clips them at their row group and at the last column in which a cell begins', () => {
      const text = joinLines(
        '<table><thead><tr><th rowspan="2">Model</th><th colspan=2>Scores</th></tr></thead>',
        '<tbody><tr><td>A</td><td rowspan="0">1</td><td>2</td></tr><tr><td>B</td><td>3</td></tr>',
        '<tr><td colspan="15">Section</td></tr></tbody>',
        '<tfoot><tr><td rowspan="9">C</td><td>4</td><td>5</td></tr></tfoot></table>',
      );
      assert.deepEqual(drawn(text), [['Model | Scores | ^', 'A | 1 | 2', 'B | ^ | 3', 'Section | ^ | ^', 'C | 4 | 5']]);
      const { rows, headerRows } = find(text).tables[0] ?? {};
      assert.equal(headerRows, 1);
      assert.deepEqual([rows?.[0]?.[0]?.rowSpan, rows?.[1]?.[1]?.rowSpan, rows?.[3]?.[0]?.columnSpan], [1, 3, 3]);
    });

    it('reads what browsers read where tags are missing', () => {
      const text = joinLines('<TABLE>', '<TR><TH>a<TH>b', '<TR><TD>1<TD>2', '<td>x</td><tr></tr><td>3</td></TABLE>');
      assert.deepEqual(drawn(text), [['a | b | .', '1 | 2 | x', '. | . | .', '3 | . | .']]);
    });

    it('leaves out rows and cells in comments', () => {
      const text =
        '<table><tr><td>1</td><!-- <td>no</td> --></tr><!-- <tr><td></table></td></tr> --><tr><td>2</td></tr></table>';
      assert.deepEqual(drawn(text), [['1', '2']]);
    });

    it('goes on over blank lines, with Markdown and even indented parts', () => {
      const text = joinLines(
        ...['<table>', '  <tr>', '    <td>', '', '**85.2** and `<td>`', '', '    </td>', ''],
        ...['    <td>', '', '```', '<td>', '```', '', '    </td><td>', '    2</td></tr>', '', '</table>', '', ...TABLE],
      );
      assert.deepEqual(drawn(text), [
        ['**85.2** and `<td>` | ```\n<td>\n``` | 2'],
        ['Benchmark | Score', 'MMLU | 85.2'],
      ]);
    });

    it('takes each table of a layout table, Markdown ones too', () => {
      const text = joinLines(
        ...[
          '<table><tr><td>',
          '<table>',
          '<tr><td>in</td></tr>',
          '</table>',
          '</td><td>',
          '',
          ...TABLE,
          '',
          '</td></tr>',
        ],
        ...['</table>', '', '<table>', '<tr><td>', '1', '</table>'],
      );
      assert.deepEqual(places(text), ['1-12 html', '2-4 html', '7-9 markdown', '14-17 html']);
      assert.deepEqual(drawn(text)[1], ['in']);
    });

    it('finds it in the middle of a paragraph and in a block quote', () => {
      const inline = joinLines(
        'Scores:',
        '    <b>x</b> <table><tr>',
        '    <td>85.2</td></tr></table> `<table>` \\<table>',
      );
      assert.deepEqual(places(inline), ['2-3 html']);
      const quoted = joinLines('> <table>', '> <tr><td>', '> 85.2', '> </td></tr>', '> </table>');
      assert.deepEqual([places(quoted), drawn(quoted)], [['1-5 html'], [['85.2']]]);
    });

    it('finds it in a cell of a Markdown table', () => {
      const text = joinLines('| a | b |', '|---|---|', '| <table><tr><td>1</td></tr></table> | 2 |');
      assert.deepEqual(places(text), ['1-3 markdown', '3-3 html']);
    });

    it('is not misled by what attributes and code hold', () => {
      const text = joinLines(
        '<img alt="<table>">',
        '',
        'Write `<table>` or ``a ` <table>``, and `</table> here.',
        '',
        '<table title=\'a > b\'><tr><td data-x="</table>">1</td><td title="a>b" >2</td></tr></table>',
      );
      assert.deepEqual([places(text), drawn(text)], [['5-5 html'], [['1 | 2']]]);
    });

    it('counts the rows of a head, or leading rows of header cells alone', () => {
      const headerRows = (...rows: string[]): number | undefined =>
        find(`<table>${rows.join('')}</table>`).tables[0]?.headerRows;
      const data = '<tr><th>x</th><td>1</td></tr>';
      assert.equal(headerRows('<thead><tr><td>a</td></tr><tr><td>b</td></tr></thead>', data), 2);
      assert.equal(headerRows('<tr><th>a</th></tr>', '<tr></tr>', '<tr><th>b</th></tr>', data), 3);
      assert.equal(headerRows(data), 0);
      assert.equal(headerRows('<tr><th>a</th></tr><tr><th>b</th></tr>'), 1);
    });

    it('keeps a small text from making a huge grid', () => {
      const spans = '<tr><td colspan="1000" rowspan="0">x</td></tr>'.repeat(2000);
      const wide = `<tr>${'<td>'.repeat(20_000)}</tr>${'<tr><td>'.repeat(20_000)}`;
      for (const rows of [spans, wide]) {
        const [grid] = find(`<table>${rows}</table>`).tables;
        assert.ok(grid && grid.rows.length * (grid.rows[0]?.length ?? 0) < 3_000_000);
      }
    });
  });

  describe('with what stands above them', () => {
    const headings = (...lines: string[]): readonly (readonly string[])[] =>
      find(joinLines(...lines)).tables.map((grid) => grid.headings);
    const captions = (...lines: string[]): (string | undefined)[] =>
      find(joinLines(...lines)).tables.map((grid) => grid.caption);

    it('gives the chain of headings as plain text, and the title', () => {
      const text = ['# My *Model*', '', '## Training', '', 'Evaluation', '---', '', '#### `Code`', '', ...TABLE];
      assert.deepEqual(headings(...text), [['My Model', 'Evaluation', 'Code']]);
      assert.equal(find(joinLines('<h1 align="center"><img src="a.png"></h1>', '', ...text)).title, 'My Model');
      assert.deepEqual(headings('<div>', '<h2>A &amp; B</h2>', '</div>', '', '### C', ...TABLE), [['A & B', 'C']]);
    });

    it('takes the summary of a details block for what is inside of it alone', () => {
      assert.deepEqual(
        headings(
          ...['## A', '<details><summary><h3>Click <b>here</b></h3></summary>', '', '## B', '', ...TABLE, ''],
          ...['</details>', '', ...TABLE, '', '<details>', '<summary>C</summary>', ...HTML_TABLE, '</details>'],
        ),
        [['A', 'Click here', 'B'], ['A'], ['A', 'C']],
      );
    });

    it('takes no heading from comments and code', () => {
      assert.deepEqual(headings('# A', '', '<!--', '# B', '-->', '', '```', '# C', '```', '', ...TABLE), [['A']]);
    });

    it('takes a short paragraph, a line of HTML or the caption element as caption', () => {
      assert.deepEqual(captions('**Results** on MTEB:', '', ...TABLE), ['Results on MTEB:']);
      assert.deepEqual(captions('Results', ...TABLE, '', ...TABLE), ['Results', undefined]);
      assert.deepEqual(captions('Results:', '', '<div align="center">', '', ...TABLE), ['Results:']);
      assert.deepEqual(captions('- <b>Results</b>', '', ...TABLE.map((line) => `  ${line}`)), ['Results']);
      assert.deepEqual(captions('<p>Text</p>', '<p><b>Results</b></p>', ...HTML_TABLE), ['Results']);
      assert.deepEqual(captions('Results', '', '<table><caption>Own</caption><tr><td>1</table>'), ['Own']);
    });

    it('takes nothing else', () => {
      assert.deepEqual(captions('word '.repeat(50), '', ...TABLE), [undefined]);
      assert.deepEqual(captions('Results', '', '## Heading', '', ...TABLE), [undefined]);
      assert.deepEqual(captions('Results', '', '```', 'x', '```', '', ...TABLE), [undefined]);
      assert.deepEqual(captions('- Item', '', ...TABLE), [undefined]);
      assert.deepEqual(captions('<details><summary>Results</summary>', '', ...TABLE), [undefined]);
    });
  });
});
