import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseBlocks, type BlockToken } from '../../../src/tables/blocks';
import { MARKDOWN_TABLE, type MarkdownTable } from '../../../src/tables/markdownTables';

interface Block {
  readonly type: string;
  readonly lines: readonly [number, number] | null;
  /** Texts of a table's cells, row by row. */
  readonly cells?: readonly (readonly string[])[];
}

const stock = new MarkdownIt({ html: true });

/** What markdown-it itself makes of a text, each table as one block. */
function stockBlocks(text: string): Block[] {
  const tokens: BlockToken[] = [];
  stock.block.parse(text.replace(/\r\n?/g, '\n').replaceAll('\0', '\ufffd'), stock, {}, tokens);
  const blocks: Block[] = [];
  let cells: string[][] | undefined;
  for (const token of tokens) {
    if (token.type === 'table_open') blocks.push({ type: 'table', lines: token.map, cells: (cells = []) });
    else if (token.type === 'table_close') cells = undefined;
    else if (cells === undefined) blocks.push({ type: token.type, lines: token.map });
    else if (token.type === 'tr_open') cells.push([]);
    else if (token.type === 'inline') cells.at(-1)?.push(token.content);
  }
  return blocks;
}

/** What the product makes of it; the text of a cell is what its range holds, with `\|` read as a pipe. */
function productBlocks(text: string): Block[] {
  return parseBlocks(text).map((token) => {
    if (token.type !== MARKDOWN_TABLE) return { type: token.type, lines: token.map };
    const { rows } = token.meta as unknown as MarkdownTable;
    const cells = rows.map((row) =>
      row.map((cell) =>
        cell === null ? '' : text.slice(cell.start, cell.end).replaceAll('\\|', '|').replaceAll('\0', '\ufffd'),
      ),
    );
    return { type: 'table', lines: token.map, cells };
  });
}

const prefix = fc.constantFrom('', '', '', '', '> ', '>', '- ', '  ', '   ', '    ', '\t', '1. ', '>\t', '- > ', ' > ');
const piece = fc.constantFrom(
  ...[
    '|',
    '|',
    '|',
    '|',
    ' ',
    ' ',
    'a',
    '1.5',
    '\\|',
    '\\',
    '`',
    '**',
    '-',
    '---',
    ':',
    ':-:',
    '\t',
    '\u00a0',
    '\u3000',
  ],
  ...['<table>', '<td>', '<div>', '<!--', '-->', '```', '#', '=', '[x]: y', '\0', '\ud83d', '\u2028', '\v', '\ufeff'],
);
const row = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''));
const delimiter = fc
  .tuple(
    fc.constantFrom('', '|', ' | '),
    fc.array(fc.constantFrom('-', '---', ':-', ':-: ', ' -:\t'), { maxLength: 4 }),
  )
  .chain(([edge, columns]) => fc.constantFrom(`${edge}${columns.join('|')}`, `${edge}${columns.join('|')}|`));
const regular = fc.constantFrom(
  '| a | b |',
  'a | b',
  '|a|',
  '|---|---|',
  '-|-',
  '|-',
  '| 1 | 2 | 3 |',
  '| \\| | `\\|` |',
  '',
);
const line = fc
  .tuple(prefix, fc.oneof(row, delimiter, regular, regular), fc.constantFrom('\n', '\n', '\r\n', '\r\n', '\r', '\n\n'))
  .map((parts) => parts.join(''));
const text = fc.array(line, { maxLength: 14 }).map((lines) => lines.join(''));

describe('Markdown tables', () => {
  it('are the tables, cells and other blocks that markdown-it finds with its own rule', () => {
    let tables = 0;
    fc.assert(
      fc.property(text, (source) => {
        const expected = stockBlocks(source);
        tables += expected.filter(({ type }) => type === 'table').length;
        assert.deepEqual(productBlocks(source), expected);
      }),
      { numRuns: 30_000 },
    );
    assert.ok(tables > 2_000, `only ${tables} tables were generated`);
  });

  it('end where short rows leave out as many cells as markdown-it allows', () => {
    const header = `|${'a|'.repeat(1000)}\n|${'-|'.repeat(1000)}\n`;
    const source = header + '|x\n'.repeat(100);
    assert.deepEqual(productBlocks(source), stockBlocks(source));
  });
});
