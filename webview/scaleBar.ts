import type { EditableDraft } from '../src/editor/panel/protocol';
import { element } from './element';
import type { Page } from './page';
import { asMeasured, asTheCard, isOnCardScale } from './scoreAside';

/** The bar above the scores where the card's results use the other scale: it takes that for all scores, or takes it back. */
export function createScaleBar(page: Page): {
  readonly node: HTMLElement;
  show(drafts: readonly EditableDraft[]): void;
} {
  const sentence = element('span', {});
  const take = element('vscode-button', { appearance: 'secondary' });
  const node = element('div', { class: 'scale-bar' }, sentence, take);
  let affected: readonly EditableDraft[] = [];
  take.addEventListener('click', () => {
    page.editAll(affected, affected.every(isOnCardScale) ? asMeasured : asTheCard);
  });

  return {
    node,
    show(drafts) {
      affected = drafts.filter(({ converted }) => converted !== undefined);
      const [first] = affected;
      node.hidden = first === undefined;
      if (!first) return;
      const isPercent = Number(first.converted?.value) > Number(first.measured.value);
      const [theirs, ours] = isPercent ? ['percentages', 'fractions'] : ['fractions', 'percentages'];
      sentence.textContent = `The card’s results are ${theirs}; those measured here are ${ours}.`;
      take.textContent = affected.every(isOnCardScale) ? 'Use All as Measured' : 'Use the Card’s Scale for All';
    },
  };
}
