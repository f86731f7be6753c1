import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LineIndex } from '../../../src/card/text';
import { findTables } from '../../../src/tables/find';
import type { Grid, NearTable } from '../../../src/tables/grid';

const piece = fc.constantFrom(
  ...[
    '| a | b |\n',
    '|---|---|\n',
    '| 1 | 2 |\n',
    '|',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    ' ',
    '    ',
    '\t',
    '> ',
    '- ',
    '1. ',
  ],
  ...[
    '<table>',
    '<TABLE border="1">',
    '</table>',
    '<tr>',
    '<td>',
    '<td colspan=3 rowspan="0">',
    '</td>',
    '<th>',
    '</tr>',
  ],
  ...[
    '<thead>',
    '</thead>',
    '<tfoot>',
    '<caption>',
    '<!--',
    '-->',
    '<details>',
    '</details>',
    '<summary>',
    '</summary>',
  ],
  ...[
    '<h2>',
    '</h2>',
    '# ',
    '---\n',
    '===\n',
    '```\n',
    '`',
    '``',
    '\\',
    '"',
    "'",
    '=',
    '<',
    '>',
    '<a href="',
    '<script>',
  ],
  ...[
    '<pre>\n',
    '<p>',
    '</p>',
    '85.2',
    'x',
    '**',
    '$',
    '&amp;',
    '[^1]',
    '\0',
    '\ud83d',
    '\udc00',
    '\ufeff',
    '\u2028',
    '😀',
  ],
);
const start = fc.constantFrom(
  '\n\n| a | b |\n|---|---|\n',
  '\n> a | b\r\n> - | -\r\n',
  '\n\n<table>',
  '\n\n<table><tr><td rowspan=2>',
  '</td></tr></table>\n\n',
);
const card = fc.oneof(
  fc
    .array(fc.oneof({ weight: 4, arbitrary: piece }, { weight: 1, arbitrary: start }), { maxLength: 40 })
    .map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

function checkGrid(text: string, lines: LineIndex, grid: Grid): void {
  assert.ok(grid.start >= 0 && grid.start < grid.end && grid.end <= text.length);
  assert.equal(grid.line, lines.lineAt(grid.start));
  assert.equal(grid.endLine, lines.lineAt(grid.end - 1));
  assert.ok(grid.headerRows <= grid.rows.length);
  for (const [row, cells] of grid.rows.entries()) {
    assert.equal(cells.length, grid.rows[0]?.length);
    for (const [column, cell] of cells.entries()) {
      if (cell === null) continue;
      const content = text.slice(cell.start, cell.end);
      assert.equal(content, content.trim());
      assert.ok(cell.start >= grid.start && cell.end <= grid.end);
      assert.ok(row >= cell.row && row < cell.row + cell.rowSpan);
      assert.ok(column >= cell.column && column < cell.column + cell.columnSpan);
      assert.ok(cell.row + cell.rowSpan <= grid.rows.length && cell.column + cell.columnSpan <= cells.length);
    }
  }
}

function checkNearTable(text: string, lines: LineIndex, near: NearTable): void {
  assert.ok(near.start < near.end && near.end <= text.length);
  assert.deepEqual([near.line, near.endLine], [lines.lineAt(near.start), lines.lineAt(near.end - 1)]);
  assert.match(near.message, /^[A-Z].*; .*\.$/);
}

describe('finding tables in any text', () => {
  it('never throws, and gives ranges and lines of that text', () => {
    let tables = 0;
    let nearTables = 0;
    fc.assert(
      fc.property(card, fc.nat(8), (text, skipped) => {
        const lines = new LineIndex(text);
        const from = lines.startOf(Math.min(skipped, lines.count));
        const found = findTables(text, skipped < 5 ? 0 : from, lines);
        for (const grid of found.tables) checkGrid(text, lines, grid);
        for (const near of found.nearTables) checkNearTable(text, lines, near);
        assert.deepEqual(
          found.tables.map(({ start }) => start),
          found.tables.map(({ start }) => start).sort((a, b) => a - b),
        );
        tables += found.tables.length;
        nearTables += found.nearTables.length;
      }),
      { numRuns: 20_000 },
    );
    assert.ok(tables > 500 && nearTables > 100, `${tables} tables and ${nearTables} near-tables were generated`);
  });
});
