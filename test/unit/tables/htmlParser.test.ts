import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { parseTables } from '../../../src/tables/htmlParser';
import { readRegularTable } from '../../../src/tables/regularTable';

const HTML: unknown = 'http://www.w3.org/1999/xhtml';

/** Trimmed content of every cell of every table, as parse5's own source locations tell it. */
function cellsByLocation(html: string): string[] {
  const cells: { start: number; text: string }[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!('childNodes' in child)) continue;
      const { nodeName, namespaceURI, sourceCodeLocation: location } = child;
      if ((nodeName === 'td' || nodeName === 'th') && namespaceURI === HTML && location?.startTag) {
        const end = location.endTag?.startOffset ?? location.endOffset;
        cells.push({ start: location.startOffset, text: html.slice(location.startTag.endOffset, end).trim() });
      }
      visit(child);
    }
  };
  visit(parseFragment(html, { sourceCodeLocationInfo: true }));
  return cells.sort((a, b) => a.start - b.start).map(({ text }) => text);
}

function cells(html: string): string[] {
  return parseTables(html, 0)
    .flatMap(({ groups }) => groups.flatMap(({ rows }) => rows.flat()))
    .sort((a, b) => a.start - b.start)
    .map(({ start, end }) => html.slice(start, end).trim());
}

const piece = fc.constantFrom(
  ...['<table>', '</table>', '<tr>', '</tr>', '<td>', '<td>', '</td>', '<th>', '</th>', '<TD ALIGN="x>y">', '</td >'],
  ...['<thead>', '</thead>', '<tbody>', '<tfoot>', '<caption>', '</caption>', '<tr\n>', "<td rowspan='2'>", '<td/>'],
  ...[
    'a',
    '1.5',
    ' ',
    '\r\n',
    '\r',
    '\n',
    '&amp;',
    '\0',
    '\ud83d',
    '😀',
    '<!-- <td> -->',
    '<b>',
    '</b>',
    '<p>',
    '</p>',
  ],
  ...['<div>', '</div>', '<br>', '</', '<', '&', '<select>', '<option>', '<a href=x>', '</a>', '<svg>', '<!-->'],
);
const html = fc.array(piece, { maxLength: 30 }).map((pieces) => `<table>${pieces.join('')}</table>`);

/** A table as people write one, with one piece too many or in the wrong place now and then. */
const tag = fc.constantFrom('td', 'td', 'th').chain((name) =>
  fc
    .tuple(
      fc.constantFrom('', '', '', ' align="center"', ' rowspan="2"'),
      fc.array(
        fc.oneof(
          {
            weight: 6,
            arbitrary: fc.constantFrom(
              '1.5',
              ' ',
              '<b>',
              '</b>',
              '<br>',
              '<p>',
              '</p>',
              '<a href="x">',
              '</a>',
              '<li>',
            ),
          },
          piece,
        ),
        { maxLength: 3 },
      ),
    )
    .map(([attributes, content]) => `<${name}${attributes}>${content.join('')}</${name}>`),
);
const rowOf = fc.array(tag, { maxLength: 4 }).map((cells) => `<tr>${cells.join('\n')}</tr>`);
const groupOf = fc
  .tuple(fc.constantFrom('', '', 'thead', 'tbody', 'tfoot'), fc.array(rowOf, { maxLength: 3 }))
  .map(([name, rows]) => (name === '' ? rows.join(' ') : `<${name}>${rows.join('text')}</${name}>`));
const tidyTable = fc.array(groupOf, { maxLength: 3 }).map((groups) => `<table width="9">${groups.join('\n')}</table>`);

describe('HTML tables', () => {
  it('have the cells, and the cells the content, that parse5 locates', () => {
    fc.assert(
      fc.property(html, (source) => {
        assert.deepEqual(cells(source), cellsByLocation(source));
      }),
      { numRuns: 5_000 },
    );
  });

  it('are read alike without a tree, where every row and cell is closed', () => {
    let regular = 0;
    fc.assert(
      fc.property(fc.oneof(html, tidyTable), (source) => {
        const read = readRegularTable(source, 7);
        if (read === undefined) return;
        regular++;
        assert.deepEqual([read], parseTables(source, 7));
      }),
      { numRuns: 20_000 },
    );
    assert.ok(regular > 1_000);
  });

  it("need a browser's rules where a tag is missing, nested or written in an unusual way", () => {
    const cases = [
      '<table><tr><td>1</tr></table>',
      '<table><td>1</td></table>',
      '<table><tr><td>1</td></tr>',
      '<table><tr><td><table><tr><td>1</td></tr></table></td></tr></table>',
      '<table><!-- <tr> --><tr><td>1</td></tr></table>',
      '<table><caption>1</caption><tr><td>1</td></tr></table>',
      "<table><tr><td rowspan='2'>1</td></tr></table>",
      '<table><tr><td title="a>b">1</td></tr></table>',
      '<table><tr><td align="center" rowspan="2">1</td></tr></table>',
      '<TABLE><tr><td>1</td></tr></TABLE>',
      '<table><tr><td><script>1</td></tr></table>',
    ];
    for (const source of cases) assert.equal(readRegularTable(source, 0), undefined, source);
  });
});
