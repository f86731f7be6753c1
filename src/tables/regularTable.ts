import type { HtmlCell, RowGroup } from './htmlGrid';
import type { ParsedTable } from './htmlParser';
import { trimRange } from './whitespace';

/** A tag as nearly all are written: lower case, values in double quotes, no spans. */
const TAG = /<\/?[a-z][a-z\d]*(?:\s+(?!rowspan|colspan)[a-z-]+(?:="[^"<>]*")?)*\s*>/y;

/** Elements that end no cell and nothing around it, however they are nested. */
const INLINE = /^\/?(?:a|b|br|center|code|div|em|font|i|img|li|ol|p|small|span|strong|sub|sup|u|ul)$/;

/**
 * Reads a piece of HTML, at `base` in its card, that is one table whose rows and cells are all closed by their tags, without
 * spans. Undefined for any other: what that means only a browser's rules tell, which take several times as long.
 */
export function readRegularTable(html: string, base: number): ParsedTable | undefined {
  const groups: { readonly kind: RowGroup['kind']; readonly rows: HtmlCell[][] }[] = [];
  let contentStart = 0;
  let group: (typeof groups)[number] | undefined;
  let row: HtmlCell[] | undefined;
  let cell: { readonly name: string; readonly start: number } | undefined;
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    if (!TAG.test(html)) return undefined;
    const tagEnd = TAG.lastIndex;
    const name = nameOf(html.slice(at + 1, tagEnd - 1));
    if (cell !== undefined) {
      if (INLINE.test(name)) continue;
      if (name !== `/${cell.name}`) return undefined;
      const { start, end } = trimRange(html, cell.start, at);
      row?.push({ start: base + start, end: base + end, header: name === '/th', rowSpan: 1, columnSpan: 1 });
      cell = undefined;
    } else if (row !== undefined) {
      if (name === 'td' || name === 'th') cell = { name, start: tagEnd };
      else if (name === '/tr') row = undefined;
      else return undefined;
    } else if (name === 'tr' && contentStart > 0) {
      // Rows outside of any group are in a body that needs no tag.
      if (group === undefined) groups.push((group = { kind: 'tbody', rows: [] }));
      group.rows.push((row = []));
    } else if (name === 'thead' || name === 'tbody' || name === 'tfoot')
      groups.push((group = { kind: name, rows: [] }));
    else if (group !== undefined && name === `/${group.kind}`) group = undefined;
    else if (name === 'table' && at === 0) contentStart = tagEnd;
    else if (name === '/table' && contentStart > 0 && tagEnd === html.length)
      return { contentStart: base + contentStart, end: base + tagEnd, groups };
    else return undefined;
  }
  return undefined;
}

function nameOf(tag: string): string {
  const nameEnd = tag.search(/\s/);
  return nameEnd === -1 ? tag : tag.slice(0, nameEnd);
}
