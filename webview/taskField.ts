import type { EvalTask } from '../src/editor/panel/protocol';
import { element } from './element';

/** A field for the task of a dataset, with the ids that it may be; `onChoice` hears the id, or an empty text for none. */
export function createTaskField({ dataset, chosen, ids }: EvalTask, onChoice: (id: string) => void): HTMLElement {
  // A list of suggestions goes by its id, and a dataset may have a field for several scores.
  const list = `tasks-${lists++}`;
  const input = element('input', { type: 'text', class: 'field', list, placeholder: 'Task id' });
  input.setAttribute('aria-label', `Task id of ${dataset}`);
  input.value = chosen;
  input.addEventListener('change', () => onChoice(input.value.trim()));
  const options = ids.map((value) => element('option', { value }));
  return element('div', { class: 'task' }, input, element('datalist', { id: list }, ...options));
}

let lists = 0;
