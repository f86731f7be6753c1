import type { PanelView, TableContent } from '../src/editor/panel/protocol';
import { element, spoken } from './element';
import type { Section } from './page';

/** The table as a reader sees it, with the chosen model's scores marked and skipped cells explained. */
export function createTableView(): Section {
  const region = element('div', { class: 'scroll', role: 'region', tabindex: 0 });
  const title = element('h2', {});
  const note = element('p', { class: 'hint' });
  const node = element('section', { class: 'table' }, title, region, note);
  let shown: TableContent | undefined;
  let shownModel: number | null = null;
  let cells = new Map<string, HTMLElement>();

  return {
    node,
    show(view, table) {
      if (table !== shown) {
        shown = table;
        cells = new Map();
        region.replaceChildren(tableElement(table, cells));
        const inCard = table.line > 0;
        title.textContent = inCard ? 'Table' : 'Scores from elsewhere';
        region.setAttribute('aria-label', inCard ? `The table in line ${table.line}` : 'The scores from elsewhere');
        note.textContent = [...table.notes, leftOut(table)].filter((sentence) => sentence !== '').join(' ');
        note.hidden = note.textContent === '';
      }
      mark(view, cells);
      if (view.model !== shownModel) scrollToFirst(view.drafts, cells, region);
      shownModel = view.model;
    },
  };
}

function tableElement(table: TableContent, cells: Map<string, HTMLElement>): HTMLElement {
  const rows = table.rows.map((row, index) =>
    element(
      'tr',
      {},
      ...row.map((content) => {
        const { rowSpan, columnSpan, header, text, skipped } = content;
        const isHeader = header || index < table.headerRows;
        const cell = element(
          isHeader ? 'th' : 'td',
          {
            ...(isHeader && { scope: index < table.headerRows ? 'col' : 'row' }),
            ...(rowSpan > 1 && { rowspan: rowSpan }),
            ...(columnSpan > 1 && { colspan: columnSpan }),
          },
          text,
        );
        if (skipped !== '' && text !== '') {
          cell.classList.add('skipped');
          cell.title = `Left out: ${skipped}`;
          cell.append(spoken(` (left out: ${skipped})`));
        }
        cells.set(`${content.row}:${content.column}`, cell);
        return cell;
      }),
    ),
  );
  return element(
    'table',
    {},
    element('thead', {}, ...rows.slice(0, table.headerRows)),
    element('tbody', {}, ...rows.slice(table.headerRows)),
  );
}

function mark({ drafts, models, model }: PanelView, cells: ReadonlyMap<string, HTMLElement>): void {
  for (const cell of cells.values()) {
    if (cell.classList.contains('chosen') || cell.classList.contains('unticked')) cell.title = '';
    cell.classList.remove('chosen', 'unticked', 'chosen-model');
  }
  for (const { row, column, include } of drafts) {
    const cell = cells.get(`${row}:${column}`);
    // Of a pair one number may be ticked and the other not: the cell is then taken.
    if (!cell || cell.classList.contains('chosen')) continue;
    cell.classList.toggle('chosen', include);
    cell.classList.toggle('unticked', !include);
    cell.title = include ? 'A score of the chosen model' : 'A score of the chosen model that is not ticked';
  }
  const name = model === null ? '' : (models[model]?.name ?? '');
  if (name === '') return;
  for (const cell of cells.values()) {
    if (cell.firstChild?.textContent === name) cell.classList.add('chosen-model');
  }
}

/** Scrolls the table alone, not the page, so that the chosen model's scores are seen, and beside them the labels where both fit. */
function scrollToFirst(
  [first]: PanelView['drafts'],
  cells: ReadonlyMap<string, HTMLElement>,
  region: HTMLElement,
): void {
  const cell = first && cells.get(`${first.row}:${first.column}`);
  if (!cell) return;
  region.scrollTo({
    left: cell.offsetLeft + cell.offsetWidth - region.clientWidth,
    top: cell.offsetTop - (region.clientHeight - cell.offsetHeight) / 2,
  });
}

function leftOut({ rows, rowsLeftOut, columnsLeftOut }: TableContent): string {
  const parts = [
    ...(rowsLeftOut > 0 ? [`the first ${rows.length} of ${rows.length + rowsLeftOut} rows`] : []),
    ...(columnsLeftOut > 0 ? [`all but ${columnsLeftOut} ${columnsLeftOut === 1 ? 'column' : 'columns'}`] : []),
  ];
  return parts.length === 0 ? '' : `Shown here: ${parts.join(' and ')}; every score is in the list of scores.`;
}
