import type { PanelView } from '../src/editor/panel/protocol';
import { element } from './element';
import { mergeSentence } from './mergeView';
import type { Page, Section } from './page';

/** The bar at the foot of the page: what would happen, and the buttons that make it happen. */
export interface ActionBar extends Section {
  /** Applies, where that is possible now. */
  apply(): void;
  /** Forgets an Apply that waits for the editor. */
  forget(): void;
  /** Says what the editor did, until the person goes on or the card is changed, as by an undo. */
  tell(level: 'info' | 'error', message: string): void;
}

/** Makes the bar; its sentence is read aloud when it changes. */
export function createActionBar(page: Page): ActionBar {
  const status = element('p', { class: 'status', role: 'status', 'aria-live': 'polite' });
  const mend = element('vscode-link', { href: '#', hidden: true }, 'Go to the first');
  const apply = element('vscode-button', { appearance: 'primary', title: 'Apply (Ctrl+Enter)' }, 'Apply');
  const preview = element('vscode-button', { appearance: 'secondary' }, 'Preview in Diff Editor');
  const copy = element('vscode-button', { appearance: 'secondary' }, 'Copy YAML');
  const reproduce = element('vscode-button', { appearance: 'secondary' }, 'Copy How to Reproduce');
  const buttons = element('div', { class: 'buttons' }, apply, preview, copy, reproduce);
  const node = element('footer', {}, status, mend, buttons);
  let fingerprint = '';
  let sentence = '';
  /** The choice that is to be applied as soon as the editor has said what that would do. */
  let wanted: number | undefined;
  let told: { readonly number: number; readonly sentence: string } | undefined;

  mend.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
  apply.addEventListener('click', () => {
    page.endTyping();
    wanted = page.number;
    applyWanted();
  });
  preview.addEventListener('click', () => page.ask({ type: 'preview' }));
  copy.addEventListener('click', () => page.ask({ type: 'copyYaml' }));
  reproduce.addEventListener('click', () => page.ask({ type: 'copyReproduce' }));

  return {
    node,
    apply() {
      if (!apply.disabled) apply.click();
    },
    forget() {
      wanted = undefined;
    },
    show(view) {
      fingerprint = view.fingerprint;
      const changes = view.merge.kind === 'merge' && view.merge.diff.length > 0;
      const files = view.merge.kind === 'merge' ? filesOf(page) : 0;
      apply.disabled = (!changes && files === 0) || view.needsConfirmation || !page.knowsEvalResults;
      preview.disabled = !changes;
      copy.disabled = !view.hasYaml;
      reproduce.hidden = page.from.kind !== 'scores' || page.from.reproduce === undefined;
      mend.hidden = view.merge.kind !== 'mend-first';
      applyWanted();
      sentence = sentenceOf(view, files);
      if (told?.number === page.number && told.sentence === sentence) return;
      told = undefined;
      say('info', sentence);
    },
    tell(level, message) {
      told = { number: page.number, sentence };
      say(level, message);
    },
  };

  function applyWanted(): void {
    if (wanted !== page.number || !page.isAnswered) return;
    wanted = undefined;
    if (apply.disabled) return;
    page.ask({ type: 'apply', seen: fingerprint, seenBeside: page.evalResults?.fingerprint ?? '' });
  }

  function say(level: 'info' | 'error', message: string): void {
    status.classList.toggle('error', level === 'error');
    if (status.textContent !== message) status.textContent = message;
  }
}

/** Where the section about the merge says more. */
const SHORT: Partial<Record<PanelView['merge']['kind'], string>> = {
  'broken-front-matter': 'Mend the front matter first.',
  'not-editable': 'The front matter is written in a way that nothing can be added to.',
  'hidden-front-matter': 'Move the metadata up first.',
};

/** How many files of `.eval_results/` would be written. */
function filesOf({ choice, evalResults }: Page): number {
  return choice.evalResults?.include === true ? (evalResults?.files.length ?? 0) : 0;
}

function sentenceOf(view: PanelView, files: number): string {
  const merge = SHORT[view.merge.kind] ?? mergeSentence(view.merge);
  const beside = files === 0 ? '' : ` Writes ${files === 1 ? '1 file' : `${files} files`} of .eval_results.`;
  const sentence = merge + beside;
  return view.needsConfirmation ? `${sentence} Tick “Yes” under Model first.` : sentence;
}
