import type { LineIndex, TextRange } from '../card/text';
import type { Grid } from './grid';
import { formGrid } from './htmlGrid';
import { parseTables, type ParsedTable } from './htmlParser';
import { plainText } from './plainText';
import { readRegularTable } from './regularTable';

/** What stands above a table. */
export interface TableContext {
  readonly headings: readonly string[];
  readonly caption?: string;
}

/** A `<table>` tag that a reader would see as HTML. */
export interface OpenTable {
  readonly tag: TextRange;
  readonly context: TableContext;
  /** Where the last tag of its rows and cells ends; nothing while there is none. */
  cellsEnd?: number;
}

interface ClosedTable extends OpenTable, TextRange {}

/** What a piece of text that is no HTML is read as. */
interface Mask extends TextRange {
  readonly filler: string;
}

/** Gathers the `<table>` tags of a card in the order of its text and turns the closed ones into grids. */
export class HtmlTables {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #open: OpenTable[] = [];
  readonly #closed: ClosedTable[] = [];
  readonly #masks: Mask[] = [];

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lines = lines;
  }

  /** The tables that no tag has closed, outer ones first. */
  get open(): readonly OpenTable[] {
    return this.#open;
  }

  openTable(tag: TextRange, context: TableContext): void {
    this.#open.push({ tag, context });
  }

  /** Tells that a tag of a row, a cell or the like ends here. */
  notePart(end: number): void {
    const table = this.#open.at(-1);
    if (table !== undefined) table.cellsEnd = end;
  }

  closeTable(end: number): void {
    const table = this.#open.pop();
    if (table !== undefined) this.#closed.push({ ...table, start: table.tag.start, end });
  }

  /** Tells that code stands here: nothing in it is HTML. Calls of this and the next come in the order of the text. */
  maskCode(range: TextRange): void {
    this.#masks.push({ ...range, filler: 'x' });
  }

  /** Tells that the marks of a block quote stand here. */
  maskSpace(range: TextRange): void {
    this.#masks.push({ ...range, filler: ' ' });
  }

  /** Every closed table that has cells. */
  grids(): Grid[] {
    const tables = this.#closed.sort((a, b) => a.start - b.start);
    const byTagEnd = new Map(tables.map((table) => [table.tag.end, table]));
    const masked = maskedReader(this.#text, this.#masks);
    const grids: Grid[] = [];
    let position = 0;
    for (const { start, end } of tables) {
      if (start < position) continue;
      position = end;
      const html = masked(start, end);
      const regular = readRegularTable(html, start);
      for (const parsed of regular === undefined ? parseTables(html, start) : [regular]) {
        const table = byTagEnd.get(parsed.contentStart);
        const grid = table && this.#grid(table, parsed);
        if (grid) grids.push(grid);
      }
    }
    return grids;
  }

  #grid({ start, context }: ClosedTable, { end, groups, caption: range }: ParsedTable): Grid | undefined {
    const { rows, headerRows } = formGrid(groups);
    if ((rows[0]?.length ?? 0) === 0) return undefined;
    const caption = range ? plainText(this.#text.slice(range.start, range.end)) : context.caption;
    return {
      kind: 'html',
      start,
      end,
      line: this.#lines.lineAt(start),
      endLine: this.#lines.lineAt(end - 1),
      headings: context.headings,
      ...(caption && { caption }),
      rows,
      headerRows,
    };
  }
}

/** Reads pieces of the text, each behind the one before, with all that is masked filled up. */
function maskedReader(text: string, masks: readonly Mask[]): (start: number, end: number) => string {
  let next = 0;
  return (start, end) => {
    const parts: string[] = [];
    let position = start;
    for (let mask = masks[next]; mask !== undefined && mask.start < end; mask = masks[++next]) {
      if (mask.start < position) continue;
      const maskEnd = Math.min(mask.end, end);
      parts.push(text.slice(position, mask.start), mask.filler.repeat(maskEnd - mask.start));
      position = maskEnd;
    }
    parts.push(text.slice(position, end));
    return parts.join('');
  };
}
