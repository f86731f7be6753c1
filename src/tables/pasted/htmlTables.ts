import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { formGrid, type HtmlCell, type RowGroup } from '../htmlGrid';
import { CellMarkdown } from './cellMarkdown';
import { pastedCell, type PastedTable } from './pastedTable';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

const MOST_ROWS_SPANNED = 65534;
const MOST_COLUMNS_SPANNED = 1000;
const BREAKING = /^(?:br|p|div|li|ul|ol|h[1-6]|pre|dt|dd)$/;
const UNSEEN = /^(?:style|script|template|noscript)$/;
const BOLD_STYLE = /(?:^|;)\s*font-weight\s*:\s*(?:bold|[6-9]00)/i;

/** The tables of a piece of HTML; one that only lays out others is left out. */
export function readHtmlTables(html: string): readonly PastedTable[] {
  return tablesIn(parseFragment(html)).map(readTable);
}

/** The innermost tables, found without recursion: pasted HTML may be nested without end. */
function tablesIn(root: DefaultTreeAdapterTypes.DocumentFragment): readonly Element[] {
  const tables: Element[] = [];
  const holders = new Set<Element>();
  const open: { readonly node: Node; readonly within: Element | null }[] = [];
  const push = (nodes: readonly Node[], within: Element | null): void => {
    for (const node of [...nodes].reverse()) open.push({ node, within });
  };
  push(root.childNodes, null);
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, within } = next;
    if (!isElement(node)) continue;
    const isTable = node.tagName === 'table';
    if (isTable) tables.push(node);
    if (isTable && within) holders.add(within);
    push(node.childNodes, isTable ? node : within);
  }
  return tables.filter((table) => !holders.has(table));
}

function readTable(table: Element): PastedTable {
  const texts: string[] = [];
  const groups = childElements(table).flatMap(({ tagName, ...group }): RowGroup[] => {
    if (tagName !== 'thead' && tagName !== 'tbody' && tagName !== 'tfoot') return [];
    const rows = group.childNodes.filter(isElement).filter((row) => row.tagName === 'tr');
    return [{ kind: tagName, rows: rows.map((row) => readRow(row, texts)) }];
  });
  const { rows, headerRows } = formGrid(groups);
  const cells = texts.map(pastedCell);
  const caption = childElements(table).find(({ tagName }) => tagName === 'caption');
  return {
    rows: rows.map((row) => row.map((cell) => (cell === null ? null : (cells[cell.start] ?? null)))),
    headerRows,
    ...(caption && { caption: markdownOf(caption) }),
  };
}

/** The cells of a row; their ranges count the `texts`. */
function readRow(row: Element, texts: string[]): readonly HtmlCell[] {
  return childElements(row)
    .filter(({ tagName }) => tagName === 'td' || tagName === 'th')
    .map((cell) => ({
      start: texts.length,
      end: texts.push(markdownOf(cell)),
      header: cell.tagName === 'th',
      rowSpan: Math.min(span(cell, 'rowspan') ?? 1, MOST_ROWS_SPANNED),
      columnSpan: Math.min(Math.max(span(cell, 'colspan') ?? 1, 1), MOST_COLUMNS_SPANNED),
    }));
}

function markdownOf(element: Element): string {
  const cell = new CellMarkdown();
  write(element, isBold(element), cell);
  return cell.finish();
}

function write({ childNodes }: Element, bold: boolean, cell: CellMarkdown, depth = 0): void {
  for (const node of childNodes) {
    if ('value' in node) cell.text(node.value, bold);
    if (!isElement(node) || UNSEEN.test(node.tagName) || depth > 200) continue;
    const { tagName } = node;
    const inside = (): void => write(node, bold || isBold(node), cell, depth + 1);
    if (tagName === 'img') cell.text(attribute(node, 'alt') ?? '', bold);
    else if (tagName === 'sup' || tagName === 'sub') cell.script(tagName === 'sup', inside);
    else if (BREAKING.test(tagName)) {
      cell.lineBreak();
      inside();
      cell.lineBreak();
    } else inside();
  }
}

function isBold(element: Element): boolean {
  return /^(?:b|strong)$/.test(element.tagName) || BOLD_STYLE.test(attribute(element, 'style') ?? '');
}

function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

function childElements({ childNodes }: Element): readonly Element[] {
  return childNodes.filter(isElement);
}

function attribute({ attrs }: Element, wanted: string): string | undefined {
  return attrs.find(({ name }) => name === wanted)?.value;
}

function span(cell: Element, name: string): number | undefined {
  const digits = /^\s*\+?(\d{1,9})/.exec(attribute(cell, name) ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
