import { defaultTreeAdapter, Parser, type DefaultTreeAdapterMap, type DefaultTreeAdapterTypes } from 'parse5';
import type { TextRange } from '../card/text';
import type { HtmlCell, RowGroup } from './htmlGrid';
import { trimRange } from './whitespace';

/** One `<table>` of a piece of HTML, as a browser would build it. */
export interface ParsedTable {
  /** Where its opening tag ends. */
  readonly contentStart: number;
  /** Behind its closing tag, or where something else closed it. */
  readonly end: number;
  readonly groups: readonly RowGroup[];
  readonly caption?: TextRange;
}

type Element = DefaultTreeAdapterTypes.Element;

/** An element that knows where the content between its tags stands. */
interface PlacedElement extends Element {
  readonly contentStart: number;
  contentEnd: number;
  end: number;
}

const MAX_ROW_SPAN = 65534;
const MAX_COLUMN_SPAN = 1000;

/**
 * Every table in a piece of HTML that stands at `base` in its card, outer ones before those nested in them. Ranges are
 * trimmed and refer to the card. parse5's own source locations take longer than the rest of its work, so the tree notes
 * the offsets of each element itself, and keeps no text.
 */
export function parseTables(html: string, base: number): ParsedTable[] {
  const tables: PlacedElement[] = [];
  let tagEnd = (): number => 0;
  const treeAdapter: typeof defaultTreeAdapter = {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs): PlacedElement {
      const element = {
        nodeName: tagName,
        tagName,
        attrs,
        namespaceURI,
        childNodes: [],
        parentNode: null,
        contentStart: tagEnd(),
        contentEnd: html.length,
        end: html.length,
      };
      if (tagName === 'table') tables.push(element);
      return element;
    },
    onItemPop(item) {
      const end = tagEnd();
      if (end > html.length) return;
      const element = item as PlacedElement;
      element.contentEnd = html.lastIndexOf('<', end - 1);
      element.end = isClosingTag(html, element) ? end : element.contentEnd;
    },
    insertText() {},
    insertTextBefore() {},
  };
  const parser = Parser.getFragmentParser<DefaultTreeAdapterMap>(null, { treeAdapter });
  tagEnd = () => parser.tokenizer.preprocessor.offset + 1;
  parser.tokenizer.write(html, true);
  return tables.map((table) => describeTable(table, html, base));
}

function isClosingTag(html: string, { contentEnd, tagName }: PlacedElement): boolean {
  const nameStart = contentEnd + 2;
  return (
    html.charAt(contentEnd + 1) === '/' && html.slice(nameStart, nameStart + tagName.length).toLowerCase() === tagName
  );
}

function describeTable(table: PlacedElement, html: string, base: number): ParsedTable {
  const groups: RowGroup[] = [];
  let caption: TextRange | undefined;
  for (const child of childElements(table)) {
    const kind = child.tagName;
    if (kind === 'caption') caption ??= contentOf(child, html, base);
    if (kind !== 'thead' && kind !== 'tbody' && kind !== 'tfoot') continue;
    const rows = childElements(child).filter(({ tagName }) => tagName === 'tr');
    groups.push({ kind, rows: rows.map((row) => describeRow(row, html, base)) });
  }
  return { contentStart: base + table.contentStart, end: base + table.end, groups, ...(caption && { caption }) };
}

function describeRow(row: PlacedElement, html: string, base: number): HtmlCell[] {
  const cells: HtmlCell[] = [];
  for (const cell of childElements(row)) {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
    const { start, end } = contentOf(cell, html, base);
    const rowSpan = Math.min(span(cell, 'rowspan') ?? 1, MAX_ROW_SPAN);
    const columnSpan = Math.min(Math.max(span(cell, 'colspan') ?? 1, 1), MAX_COLUMN_SPAN);
    cells.push({ start, end, header: cell.tagName === 'th', rowSpan, columnSpan });
  }
  return cells;
}

function childElements(parent: PlacedElement): PlacedElement[] {
  return parent.childNodes.filter((node): node is PlacedElement => 'tagName' in node);
}

function contentOf({ contentStart, contentEnd }: PlacedElement, html: string, base: number): TextRange {
  const { start, end } = trimRange(html, contentStart, Math.max(contentStart, contentEnd));
  return { start: base + start, end: base + end };
}

/** The number an attribute begins with, as browsers read it. */
function span(cell: PlacedElement, attribute: string): number | undefined {
  const value = cell.attrs.find(({ name }) => name === attribute)?.value;
  const digits = value === undefined ? undefined : /^[\t\n\f\r ]*\+?(\d{1,9})/.exec(value)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
