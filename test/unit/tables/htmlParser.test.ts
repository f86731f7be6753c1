import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { parseTables } from '../../../src/tables/htmlParser';

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

describe('HTML tables', () => {
  it('have the cells, and the cells the content, that parse5 locates', () => {
    fc.assert(
      fc.property(html, (source) => {
        assert.deepEqual(cells(source), cellsByLocation(source));
      }),
      { numRuns: 5_000 },
    );
  });
});
