import type { DraftEdit, EditableDraft } from '../src/editor/panel/protocol';
import { element } from './element';
import type { Page } from './page';

/** The row under a score: whether it is only a part, and its value on the other scale, to be taken instead. */
export function createAside(
  page: Page,
  columns: number,
): { readonly node: HTMLElement; show(draft: EditableDraft): void } {
  const labels = element('span', { class: 'labels' });
  const other = element('span', { class: 'hint' });
  const take = element('vscode-link', { href: '#' });
  const scale = element('span', {}, other, ' ', take);
  const cell = element('td', { colspan: columns }, element('div', {}, labels, scale));
  const node = element(
    'tr',
    { class: 'aside' },
    element('td', { class: 'include' }),
    cell,
    element('td', { class: 'line' }),
  );
  let draft: EditableDraft | undefined;
  take.addEventListener('click', (event) => {
    event.preventDefault();
    if (draft) page.edit(draft, isOnCardScale(draft) ? asMeasured(draft) : asTheCard(draft), 'now');
  });

  return {
    node,
    show(next) {
      draft = next;
      const words = labelsOf(next);
      labels.replaceChildren(...words.map((word) => element('span', { class: 'badge' }, word)));
      const { converted, measured } = next;
      node.hidden = words.length === 0 && !converted;
      scale.hidden = !converted;
      if (!converted) return;
      const taken = isOnCardScale(next);
      const { value, uncertainty } = taken ? measured : converted;
      const error = uncertainty === '' ? '' : ` ± ${uncertainty}`;
      other.textContent = `${taken ? 'Measured as' : 'On the card’s scale it is'} ${value}${error}.`;
      take.textContent = `Use ${value}`;
      take.setAttribute('aria-label', `Use ${value} for ${next.name}`);
    },
  };
}

/** Whether the value on the card's scale is the one that is taken. */
export function isOnCardScale({ value, converted }: EditableDraft): boolean {
  return value === converted?.value;
}

/** The change that takes the value on the card's scale. */
export function asTheCard({ converted, measured }: EditableDraft): DraftEdit['changes'] {
  const { value, uncertainty } = converted ?? measured;
  return { value, uncertainty };
}

/** The change that takes the value as it was measured. */
export function asMeasured({ measured }: EditableDraft): DraftEdit['changes'] {
  return { ...measured };
}

function labelsOf({ partOf, facts }: EditableDraft): readonly string[] {
  return [...(facts?.partial === true ? ['partial'] : []), ...(partOf === undefined ? [] : [`part of ${partOf}`])];
}
