import type { TextRange } from '../card/text';
import { columnSpan, rowSpan, type HtmlCell, type RowGroup } from './htmlGrid';
import type { ParsedTable } from './htmlParser';
import { trimRange } from './whitespace';

/** A tag as nearly all are written: lower case, values in double quotes and without entities. */
const TAG = /<(\/?[a-z][a-z\d]*)((?:\s+[a-z-]+(?:="[^"<>&]*")?)*)\s*>/y;
const ATTRIBUTE = /([a-z-]+)(?:="([^"]*)")?/g;

/** Elements that end no cell and nothing around it, however they are nested. */
const INLINE = new Set(
  'a b br center code div em font i img li ol p small span strong sub sup u ul'
    .split(' ')
    .flatMap((name) => [name, `/${name}`]),
);

/**
 * Reads a piece of HTML, at `base` in its card, that is one table whose rows and cells are all closed by their tags.
 * Undefined for any other: what that means only a browser's rules tell, which take several times as long.
 */
export function readRegularTable(html: string, base: number): ParsedTable | undefined {
  const groups: { readonly kind: RowGroup['kind']; readonly rows: HtmlCell[][] }[] = [];
  let contentStart = 0;
  let group: (typeof groups)[number] | undefined;
  let row: HtmlCell[] | undefined;
  let cell: { readonly name: string; readonly attributes: string; readonly start: number } | undefined;
  const openGroup = (kind: RowGroup['kind']) => {
    const opened = { kind, rows: [] };
    groups.push(opened);
    return opened;
  };
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', TAG.lastIndex)) {
    TAG.lastIndex = at;
    const [tag, name = '', attributes = ''] = TAG.exec(html) ?? [];
    if (tag === undefined) return undefined;
    const end = at + tag.length;
    if (cell !== undefined) {
      if (INLINE.has(name)) continue;
      if (name !== `/${cell.name}`) return undefined;
      row?.push(describeCell(cell.name, cell.attributes, trimRange(html, cell.start, at), base));
      cell = undefined;
    } else if (row !== undefined) {
      if (name === 'td' || name === 'th') cell = { name, attributes, start: end };
      else if (name === '/tr') row = undefined;
      else return undefined;
    } else if (name === 'tr' && contentStart > 0) {
      // Rows outside of any group are in a body that needs no tag.
      group ??= openGroup('tbody');
      group.rows.push((row = []));
    } else if (name === 'thead' || name === 'tbody' || name === 'tfoot') group = openGroup(name);
    else if (group !== undefined && name === `/${group.kind}`) group = undefined;
    else if (name === 'table' && at === 0) contentStart = end;
    else if (name === '/table' && contentStart > 0 && end === html.length)
      return { contentStart: base + contentStart, end: base + end, groups };
    else return undefined;
  }
  return undefined;
}

function describeCell(name: string, attributes: string, content: TextRange, base: number): HtmlCell {
  const values = attributes === '' ? NO_ATTRIBUTES : readAttributes(attributes);
  return {
    start: base + content.start,
    end: base + content.end,
    header: name === 'th',
    rowSpan: rowSpan(values.get('rowspan')),
    columnSpan: columnSpan(values.get('colspan')),
  };
}
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map<string, string>();

/** The first of equal names counts. */
function readAttributes(attributes: string): ReadonlyMap<string, string> {
  const all = [...attributes.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value] as const);
  return new Map(all.reverse());
}
