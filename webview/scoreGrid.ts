import type { EditableDraft, EditableField, PanelView } from '../src/editor/panel/protocol';
import { type Control, element, onChange, setAttributes, setChecked, setValue } from './element';
import type { Page, Section } from './page';
import { createAside } from './scoreAside';
import { createScaleBar } from './scaleBar';

/** Rows that are shown at first: more make the page slow, and few people look through more. */
const SHOWN_ROWS = 150;

type TextColumn = Exclude<EditableField, 'include' | 'uncertainty'>;

const COLUMNS: readonly { readonly field: TextColumn; readonly title: string }[] = [
  { field: 'name', title: 'Benchmark' },
  { field: 'value', title: 'Value' },
  { field: 'shots', title: 'Shots' },
  { field: 'metricType', title: 'Metric' },
  { field: 'datasetId', title: 'Dataset id' },
  { field: 'config', title: 'Config' },
  { field: 'split', title: 'Split' },
];

interface Row {
  /** The row of fields, and under it what is to be known of the score and what is wrong with its fields. */
  readonly nodes: readonly HTMLElement[];
  show(draft: EditableDraft, problems: PanelView['problems'], notes: readonly string[]): void;
}

/** The scores of the chosen model, each in a row of fields that can be changed. */
export function createScoreGrid(page: Page): Section {
  const title = element('h2', { id: 'scores-title' }, 'Scores');
  const all = element('vscode-checkbox', {});
  const body = element('tbody');
  const head = element(
    'tr',
    {},
    element('th', { scope: 'col', class: 'include' }, all),
    ...COLUMNS.map(({ field, title }) => element('th', { scope: 'col', class: field }, title)),
    element('th', { scope: 'col', class: 'line' }, 'Line'),
  );
  const grid = element(
    'div',
    { class: 'scroll scores', role: 'region', 'aria-labelledby': 'scores-title', tabindex: 0 },
    element('table', { 'aria-labelledby': 'scores-title' }, element('thead', {}, head), body),
  );
  const more = element('vscode-button', { appearance: 'secondary' });
  const notes = element('ol', { class: 'notes' });
  const empty = element('p', { class: 'hint' }, 'Choose a model to see its scores.');
  const scale = createScaleBar(page);
  const node = element('section', {}, title, empty, scale.node, grid, more, notes);

  let drafts: readonly EditableDraft[] = [];
  let rows: readonly Row[] = [];
  let shownRows = SHOWN_ROWS;
  let identity = '';
  let last: PanelView | undefined;

  onChange(all, () => page.editAll(drafts, () => ({ include: all.checked })));
  body.addEventListener('keydown', moveBetweenRows);
  more.addEventListener('click', () => {
    shownRows = Number.POSITIVE_INFINITY;
    if (last) show(last);
  });
  return { node, show };

  function show(view: PanelView): void {
    last = view;
    drafts = view.drafts;
    // What is to be mended is always among what is shown.
    const wrong = new Set(view.problems.map(({ id }) => id));
    if (drafts.slice(shownRows).some(({ id }) => wrong.has(id))) shownRows = Number.POSITIVE_INFINITY;
    const visible = drafts.slice(0, shownRows);
    const next = visible.map(({ id, of }) => `${id} ${of}`).join('\n');
    if (next !== identity) {
      identity = next;
      rows = visible.map((draft) => createRow(page, draft));
      body.replaceChildren(...rows.flatMap((row) => row.nodes));
    }
    const distinctNotes = [...new Set(drafts.flatMap((draft) => draft.notes))];
    visible.forEach((draft, index) => {
      const problems = view.problems.filter(({ id }) => id === draft.id);
      rows[index]?.show(draft, problems, distinctNotes);
    });

    const included = drafts.filter(({ include }) => include).length;
    title.textContent = drafts.length === 0 ? 'Scores' : `Scores: ${included} of ${drafts.length} ticked`;
    setChecked(all, included === drafts.length);
    // The toolkit names a checkbox anew when it is put into the page: ours must come after.
    all.setAttribute('aria-label', 'Include all scores');
    all.indeterminate = included > 0 && included < drafts.length;
    scale.show(drafts);
    empty.hidden = drafts.length > 0;
    grid.hidden = drafts.length === 0;
    grid.classList.toggle(
      'elsewhere',
      drafts.every(({ line }) => line === undefined),
    );
    more.hidden = drafts.length <= shownRows;
    more.textContent = `Show all ${drafts.length} scores`;
    notes.replaceChildren(...distinctNotes.map((note) => element('li', {}, note)));
    notes.hidden = distinctNotes.length === 0;
  }
}

/** Up and Down go to the same field of the next row, as in a spreadsheet. */
function moveBetweenRows(event: KeyboardEvent): void {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const cell = event.target instanceof Element ? event.target.closest('td') : null;
  const row = cell?.closest<HTMLTableRowElement>('tr.score');
  if (step === undefined || !cell || !row) return;
  const rows = [...(row.parentElement?.querySelectorAll<HTMLTableRowElement>('tr.score') ?? [])];
  const next = rows[rows.indexOf(row) + step]?.cells[cell.cellIndex]?.firstElementChild;
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

function createRow(page: Page, first: EditableDraft): Row {
  let draft = first;
  const include = element('vscode-checkbox', {});
  onChange(include, () => page.edit(draft, { include: include.checked }, 'now'));
  const fields = COLUMNS.map(({ field, title }) => {
    const input = element('vscode-text-field', {});
    input.addEventListener('input', () => page.edit(draft, { [field]: input.value }, 'after typing'));
    return { field, title, input };
  });
  const marks = element('span', { class: 'marks' });
  const line = element('vscode-link', { href: '#' });
  line.addEventListener('click', (event) => {
    event.preventDefault();
    if (draft.line !== undefined) page.ask({ type: 'reveal', line: draft.line });
  });
  const row = element(
    'tr',
    { class: 'score' },
    element('td', { class: 'include' }, include),
    ...fields.map(({ field, title, input }) =>
      field === 'name'
        ? element('td', { class: field }, input, marks)
        : element('td', { class: field, 'data-title': title }, input),
    ),
    element('td', { class: 'line' }, line),
  );
  const aside = createAside(page, COLUMNS.length);
  const problem = element('span', {});
  const problemRow = element(
    'tr',
    { class: 'problem' },
    element('td', { class: 'include' }),
    element('td', { colspan: COLUMNS.length }, problem),
    element('td', { class: 'line' }),
  );

  return {
    nodes: [row, aside.node, problemRow],
    show(next, problems, notes) {
      draft = next;
      row.classList.toggle('left-out', !draft.include);
      setChecked(include, draft.include);
      include.setAttribute('aria-label', `Include ${draft.name}, ${draft.value}${draft.unit}`);
      for (const { field, title, input } of fields) {
        setValue(input, draft[field]);
        describeField(input, title, draft, field, problems);
      }
      line.hidden = draft.line === undefined;
      line.textContent = String(draft.line ?? '');
      line.setAttribute('aria-label', `Line ${draft.line ?? ''} of the card`);
      marks.replaceChildren(
        ...draft.notes.map((note) =>
          element(
            'span',
            { title: note, 'aria-label': `Note ${notes.indexOf(note) + 1}: ${note}`, role: 'note' },
            String(notes.indexOf(note) + 1),
          ),
        ),
      );
      aside.show(draft);
      problem.textContent = problems.map(({ message }) => message).join(' ');
      problemRow.hidden = problems.length === 0;
    },
  };
}

function describeField(
  input: Control,
  title: string,
  draft: EditableDraft,
  field: TextColumn,
  problems: PanelView['problems'],
): void {
  const wrong = problems.find((problem) => problem.field === field);
  const hint =
    field === 'value' && draft.uncertainty !== '' ? `± ${draft.uncertainty}, for which model-index has no field` : '';
  setAttributes(input, {
    'aria-label': `${title} of ${draft.name}${wrong ? `. ${wrong.message}` : ''}`,
    'aria-invalid': wrong ? 'true' : undefined,
    title: wrong?.message ?? (hint || draft[field]),
  });
}
