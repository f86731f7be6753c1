import type { PanelView } from '../src/editor/panel/protocol';
import { type Control, element, onChange, setAttributes, setChecked, setValue } from './element';
import type { Page, Section } from './page';

const INTO_BODY = 'Also put a table of these results into the body';

/** What all results share: the task, the source, and where they go: the entry of model-index, and a table of the body. */
export function createCommonFields(page: Page, tasks: readonly string[]): Section {
  // A native input: the toolkit's own field cannot reach a list of suggestions from inside its shadow tree.
  const task = element('input', { type: 'text', list: 'tasks', id: 'task', class: 'field' });
  const url = element('vscode-text-field', { placeholder: 'https://…' }, 'Source URL');
  const source = element('vscode-text-field', {}, 'Source name');
  const entryName = element('vscode-text-field', {}, 'Name of the new entry');
  const entry = element('vscode-dropdown', { id: 'entry', 'aria-label': 'Entry of model-index' });
  const entryField = element('div', {}, element('label', { for: 'entry' }, 'Entry of model-index'), entry);
  const table = element('vscode-checkbox', { class: 'into-body' }, INTO_BODY);
  const problem = element('p', { class: 'problem' });
  const node = element(
    'fieldset',
    { class: 'common' },
    element('legend', {}, 'For all results'),
    element(
      'div',
      {},
      element('label', { for: 'task' }, 'Task type'),
      task,
      element('datalist', { id: 'tasks' }, ...tasks.map((value) => element('option', { value }))),
    ),
    url,
    source,
    entryName,
    entryField,
    table,
    problem,
  );

  listen(task, (taskType) => ({ taskType }));
  listen(url, (sourceUrl) => ({ sourceUrl }));
  listen(source, (sourceName) => ({ sourceName }));
  entryName.addEventListener('input', () => page.choose({ entryName: entryName.value }, 'after typing'));
  onChange(entry, () => {
    if (entry.value !== '') page.choose({ entry: Number(entry.value) });
  });
  onChange(table, () => page.choose({ table: table.checked }));
  let shownEntries = '';

  return {
    node,
    show(view) {
      // A table of the card says them in the body already.
      table.hidden = page.from.kind === 'table';
      table.setAttribute('aria-label', INTO_BODY);
      setChecked(table, page.choice.table === true);
      setValue(task, view.common.taskType);
      setValue(url, view.common.sourceUrl);
      setValue(source, view.common.sourceName);
      source.disabled = view.common.sourceUrl.trim() === '';
      entryName.hidden = view.entry.kind !== 'new';
      entryField.hidden = view.entry.kind !== 'several';
      if (view.entry.kind === 'new') setValue(entryName, view.entry.name);
      if (view.entry.kind === 'several') showEntries(view.entry);
      const problems = view.problems.filter(({ id }) => id === '');
      for (const [field, control] of [
        ['taskType', task],
        ['sourceUrl', url],
      ] as const) {
        const wrong = problems.some((one) => one.field === field);
        setAttributes(control, { 'aria-invalid': wrong ? 'true' : undefined });
      }
      problem.textContent = problems.map(({ message }) => message).join(' ');
      problem.hidden = problems.length === 0;
    },
  };

  function listen(control: Control | HTMLInputElement, change: (value: string) => PanelChange): void {
    control.addEventListener('input', () =>
      page.choose({ common: { ...page.choice.common, ...change(control.value) } }, 'after typing'),
    );
  }

  function showEntries({ names, chosen }: Extract<PanelView['entry'], { kind: 'several' }>): void {
    const key = JSON.stringify(names);
    if (key !== shownEntries) {
      shownEntries = key;
      entry.replaceChildren(
        element('vscode-option', { value: '' }, 'Choose…'),
        ...names.map((name, index) =>
          element('vscode-option', { value: index }, name === '' ? `Entry ${index + 1}` : name),
        ),
      );
    }
    entry.value = chosen === null ? '' : String(chosen);
  }
}

type PanelChange = Partial<PanelView['common']>;
