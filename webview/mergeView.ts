import type { ConflictOption, DiffHunk, PanelView } from '../src/editor/panel/protocol';
import { element, spoken } from './element';
import type { Page, Section } from './page';

/** The merge as it would be: conflicts to decide, one by one, and the diff. */
export function createMergeView(page: Page): Section {
  const reason = element('p', {});
  const help = element('vscode-button', { appearance: 'secondary' });
  const problem = element('div', { class: 'help' }, reason, help);
  const conflicts = element('div', { class: 'conflicts' });
  const diff = element('div', {
    class: 'scroll diff',
    role: 'region',
    'aria-label': 'Changes to the card',
    tabindex: 0,
  });
  const more = element('p', { class: 'hint' });
  const node = element('section', { class: 'merge' }, element('h2', {}, 'Merge'), problem, conflicts, diff, more);
  let shownConflicts = '';
  let shownDiff = '';
  let helps: 'moveUp' | 'goToProblem' = 'moveUp';
  help.addEventListener('click', () => page.ask({ type: helps }));

  return {
    node,
    show({ merge }) {
      const place = merge.kind === 'broken-front-matter' || merge.kind === 'not-editable' ? merge : null;
      const trouble = place ?? (merge.kind === 'hidden-front-matter' ? merge : null);
      node.hidden = !trouble && (merge.kind !== 'merge' || (merge.diff.length === 0 && merge.conflicts.length === 0));
      problem.hidden = !trouble;
      reason.textContent = trouble?.message ?? '';
      helps = place ? 'goToProblem' : 'moveUp';
      help.textContent = place ? `Go to line ${place.line}` : 'Move it up first';
      showConflicts(merge.kind === 'merge' ? merge.conflicts : []);
      showDiff(merge.kind === 'merge' ? merge.diff : []);
      const leftOut = merge.kind === 'merge' ? merge.linesLeftOut : 0;
      more.hidden = leftOut === 0;
      more.textContent = `${leftOut} more lines are shown by “Preview in Diff Editor”.`;
    },
  };

  function showConflicts(options: readonly ConflictOption[]): void {
    const key = JSON.stringify(options.map(({ decision: _decision, ...rest }) => rest));
    if (key !== shownConflicts) {
      shownConflicts = key;
      conflicts.replaceChildren(...options.map((conflict, index) => conflictElement(conflict, index, page)));
    }
    options.forEach(({ decision }, index) => {
      const radio = conflicts.children[index]?.querySelector<HTMLInputElement>(`input[value="${decision}"]`);
      if (radio) radio.checked = true;
    });
  }

  function showDiff(hunks: readonly DiffHunk[]): void {
    const key = JSON.stringify(hunks);
    diff.hidden = hunks.length === 0;
    if (key === shownDiff) return;
    shownDiff = key;
    diff.replaceChildren(...hunks.map(hunkElement));
  }
}

/** What the merge does, in a sentence or two. */
export function mergeSentence(merge: PanelView['merge']): string {
  if (merge.kind !== 'merge') return merge.message;
  const replaced = merge.conflicts.filter(({ decision }) => decision === 'replace').length;
  const kept = merge.conflicts.length - replaced;
  const parts = [
    ...(merge.added > 0 ? [`adds ${results(merge.added)}`] : []),
    ...(replaced > 0 ? [`replaces ${replaced}`] : []),
    ...(merge.same > 0 ? [`leaves ${results(merge.same)} that ${merge.same === 1 ? 'is' : 'are'} there already`] : []),
    ...(merge.repeated > 0 ? [`leaves out ${results(merge.repeated)} that another row repeats`] : []),
    ...(merge.table ? ['writes a table into the body'] : []),
    ...(kept > 0 ? [`keeps ${kept} that ${kept === 1 ? 'differs' : 'differ'}`] : []),
  ];
  const sentence = parts.length === 0 ? 'changes nothing' : parts.join(', ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

function results(number: number): string {
  return `${number} result${number === 1 ? '' : 's'}`;
}

function conflictElement(
  { id, name, metric, existing, wanted }: ConflictOption,
  index: number,
  page: Page,
): HTMLElement {
  const radio = (decision: 'keep' | 'replace', label: string, value: string, place: string) => {
    const input = element('input', { type: 'radio', name: `conflict-${index}`, value: decision });
    input.addEventListener('change', () => page.choose({ decisions: { ...page.choice.decisions, [id]: decision } }));
    return element(
      'label',
      {},
      input,
      `${label} `,
      element('strong', {}, value),
      element('span', { class: 'hint' }, place),
    );
  };
  const verified = existing.verified ? ', verified by the Hub' : '';
  const unverified = existing.verified ? '; the Hub’s verification does not hold for it' : '';
  return element(
    'fieldset',
    { class: 'conflict' },
    element('legend', {}, `${name}, ${metric}`),
    radio('keep', 'Keep', existing.value, `model-index, line ${existing.line}${verified}`),
    radio('replace', 'Replace by', wanted.value, wanted.place + unverified),
  );
}

function hunkElement({ oldLine, newLine, lines }: DiffHunk): HTMLElement {
  let before = oldLine;
  let after = newLine;
  const rows = lines.map((line) => {
    const sign = line.charAt(0);
    const kind = sign === '+' ? 'added' : sign === '-' ? 'removed' : 'context';
    const numbers = [sign === '+' ? '' : String(before++), sign === '-' ? '' : String(after++)];
    return element(
      'tr',
      { class: kind },
      ...numbers.map((text) => element('td', { class: 'number', 'aria-hidden': 'true' }, text)),
      element('td', { class: 'sign' }, sign, ...(kind === 'context' ? [] : [spoken(`${kind}: `)])),
      element('td', { class: 'text' }, line.slice(1)),
    );
  });
  return element('table', { role: 'presentation' }, element('tbody', {}, ...rows));
}
