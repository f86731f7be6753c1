import type { EvalEntryRow } from '../src/editor/panel/protocol';
import { element, setValue } from './element';

/** One score as an entry of `.eval_results/`. */
export interface EvalRow {
  readonly node: HTMLElement;
  show(row: EvalEntryRow): void;
}

/** Makes the row; `onNotes` hears what a person writes into its notes, `task` is the field of a task that was chosen. */
export function createEvalRow(onNotes: (notes: string) => void, task: HTMLElement | undefined): EvalRow {
  const head = element('p', {});
  const facts = element('p', { class: 'hint' });
  const notes = element('vscode-text-field', { placeholder: 'Notes, such as: 5-shot, no tools' });
  notes.addEventListener('input', () => onNotes(notes.value));
  return {
    node: element('li', {}, head, facts, ...(task ? [task] : []), notes),
    show(row) {
      head.replaceChildren(
        element('strong', {}, row.name),
        ` ${row.value} `,
        element('span', { class: 'path' }, row.path),
        ' ',
        element('span', { class: 'badge' }, stateOf(row)),
      );
      facts.textContent = factsOf(row).join(' · ');
      setValue(notes, row.notes);
      notes.setAttribute('aria-label', `Notes on ${row.name}`);
    },
  };
}

function stateOf({ state, there = '' }: EvalEntryRow): string {
  switch (state) {
    case 'new':
      return 'new file';
    case 'added':
      return 'added to the file';
    case 'same':
      return 'there already';
    case 'repeated':
      return 'refused: another score takes this row';
    case 'kept':
      return `refused: the file says ${there}`;
    case 'replaced':
      return `replaces ${there}`;
    case 'signed':
      return `refused: the Hub has signed ${there}`;
  }
}

function factsOf({ convertedFrom, leaderboard, onHub, date, source }: EvalEntryRow): readonly string[] {
  return [
    ...(convertedFrom === undefined ? [] : [`on the leaderboard’s scale, ${convertedFrom} here`]),
    leaderboard
      ? `leaderboard: ${leaderboard.top} at the top, ${leaderboard.median} in the middle`
      : 'the leaderboard was not read, so look whether it uses this scale',
    ...onHub.map((result) => `on the Hub: ${result}`),
    ...(date === '' ? [] : [`measured on ${date}`]),
    ...(source === '' ? [] : [`source: ${source}`]),
  ];
}
