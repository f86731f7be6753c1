import type { EvalChoice, EvalLeftOut, EvalResultsView, EvalTask } from '../src/editor/panel/protocol';
import { element, onChange, setChecked, setValue } from './element';
import { createEvalRow, type EvalRow } from './evalRow';
import type { Page, Section } from './page';
import { createTaskField } from './taskField';

const ALSO = 'Also as .eval_results, for the leaderboards of the Hub';
const REPLACE = 'Replace values that differ in the files';
const NOBODY: EvalChoice = { include: false, taskIds: {}, notes: {} };

/** The scores as files of `.eval_results/`: what would be written, what the leaderboards have, and what cannot go there. */
export function createEvalResults(page: Page): Section {
  const also = element('vscode-checkbox', {});
  const hint = element('p', { class: 'hint' });
  const rows = element('ul', { class: 'eval-rows', 'aria-label': 'Results for leaderboards' });
  const date = element('input', { type: 'date', id: 'eval-date', class: 'field' });
  const dateField = element('div', { class: 'eval-date' }, element('label', { for: 'eval-date' }, 'Measured on'), date);
  const replace = element('vscode-checkbox', {});
  const leftOut = element('ul', { class: 'left-out-scores', 'aria-label': 'Scores that cannot go there' });
  const verify = element('div', { class: 'verify' });
  const node = element('section', { class: 'eval-results' }, also, hint, rows, dateField, replace, leftOut, verify);
  let shownRows = '';
  let shownLeftOut = '';
  let shownVerify = '';
  let entries: readonly EvalRow[] = [];

  onChange(also, () => change({ include: also.checked }));
  onChange(replace, () => change({ replace: replace.checked }));
  date.addEventListener('input', () => change({ date: date.value }));

  return {
    node,
    show(view) {
      also.textContent = ALSO;
      also.setAttribute('aria-label', ALSO);
      setChecked(also, choice().include);
      node.hidden = view.drafts.length === 0;
      const results = choice().include ? page.evalResults : undefined;
      for (const part of [hint, rows, dateField, replace, leftOut, verify]) part.hidden = results === undefined;
      if (results) showResults(results);
    },
  };

  function showResults(results: EvalResultsView): void {
    const scores = results.rows.filter((row) => row.kind === 'entry');
    hint.textContent = hintOf(results, scores.length);
    hint.hidden = hint.textContent === '';
    hint.classList.toggle('problem', results.problem !== '');

    const key = JSON.stringify(scores.map(({ of, task }) => [of, task]));
    if (key !== shownRows) {
      shownRows = key;
      entries = scores.map(({ of, task }) =>
        createEvalRow(
          (notes) => change({ notes: { ...choice().notes, [of]: notes } }, 'after typing'),
          task && taskField(task),
        ),
      );
      rows.replaceChildren(...entries.map((row) => row.node));
    }
    scores.forEach((score, index) => entries[index]?.show(score));
    rows.hidden = scores.length === 0;

    dateField.hidden = scores.length === 0;
    setValue(date, choice().date ?? '');
    replace.hidden = !scores.some(({ state }) => state === 'kept' || state === 'replaced');
    replace.textContent = REPLACE;
    replace.setAttribute('aria-label', REPLACE);
    setChecked(replace, choice().replace === true);

    showLeftOut(results.rows.filter((row) => row.kind === 'left-out'));
    showVerify(results.verify);
  }

  function showVerify(tasks: readonly string[]): void {
    verify.hidden = tasks.length === 0;
    const key = JSON.stringify(tasks);
    if (key === shownVerify) return;
    shownVerify = key;
    verify.replaceChildren(element('p', { class: 'hint' }, VERIFIED), ...tasks.map(verifyElement));
  }

  function verifyElement(task: string, index: number): HTMLElement {
    const command = `inspect eval ${task}`;
    const copy = element('vscode-button', { appearance: 'secondary' }, 'Copy');
    copy.setAttribute('aria-label', `Copy ${command}`);
    copy.addEventListener('click', () => page.ask({ type: 'copyVerify', index }));
    const evaluate = element('vscode-button', { appearance: 'secondary' }, 'Evaluate…');
    evaluate.setAttribute('aria-label', `Evaluate ${task}`);
    evaluate.addEventListener('click', () => page.ask({ type: 'evaluateVerified', index }));
    return element('div', { class: 'command' }, element('code', {}, command), copy, evaluate);
  }

  function showLeftOut(scores: readonly EvalLeftOut[]): void {
    leftOut.hidden = scores.length === 0;
    const key = JSON.stringify(scores);
    if (key === shownLeftOut) return;
    shownLeftOut = key;
    leftOut.replaceChildren(...scores.map(leftOutElement));
  }

  function leftOutElement({ name, reason, task }: EvalLeftOut): HTMLElement {
    return element('li', {}, `${name}: ${reason}.`, ...(task ? [taskField(task)] : []));
  }

  function taskField(task: EvalTask): HTMLElement {
    return createTaskField(task, (id) => {
      const { [task.dataset]: _before, ...taskIds } = choice().taskIds;
      change({ taskIds: id === '' ? taskIds : { ...taskIds, [task.dataset]: id } });
    });
  }

  function choice(): EvalChoice {
    return page.choice.evalResults ?? NOBODY;
  }

  function change(changes: Partial<EvalChoice>, when?: 'after typing'): void {
    page.choose({ evalResults: { ...choice(), ...changes } }, when);
  }
}

const VERIFIED =
  'The Hub gives its verified badge to what such a command, with a --model, measures in a job of the Hub (HF Jobs). Evaluate… plans one for this card’s model.';

function hintOf({ problem, rows, files }: EvalResultsView, entries: number): string {
  if (problem !== '') return problem;
  if (rows.length === 0) return 'Choose the model and its scores first.';
  if (entries === 0) return 'None of the chosen scores belongs to a leaderboard of the Hub.';
  return files.length === 0 ? 'The files beside the card say all this already, or keep their values.' : '';
}
