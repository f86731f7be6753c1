import type { ModelOption, PanelView } from '../src/editor/panel/protocol';
import { element, onChange, setChecked } from './element';
import type { Page, Section } from './page';

const FROM: Readonly<Record<PanelView['names'][number]['from'], string>> = {
  repository: 'its Hub repository',
  'model-index': 'model-index',
  heading: 'its first heading',
  folder: 'its folder',
};

/** The choice of the model whose scores are the card's, by radio buttons, with the confirming tick where one is due. */
export function createModelChoice(page: Page): Section {
  const names = element('p', { class: 'hint', id: 'card-names' });
  const options = element('div', { class: 'models' });
  const confirm = element('vscode-checkbox', { class: 'confirm' });
  const group = element(
    'fieldset',
    { 'aria-describedby': 'card-names' },
    element('legend', {}, 'Model'),
    options,
    names,
    confirm,
  );
  let shown = '';
  let current: ModelOption | undefined;

  onChange(confirm, () => {
    page.confirm(confirm.checked && current ? { index: current.index, name: current.name } : undefined);
  });

  return {
    node: group,
    show(view) {
      const key = JSON.stringify(view.models);
      if (key !== shown) {
        shown = key;
        options.replaceChildren(...sorted(view).map(radioOf));
      }
      for (const radio of options.querySelectorAll('input')) radio.checked = Number(radio.value) === view.model;
      current = view.models.find(({ index }) => index === view.model);
      names.textContent = namesText(view);
      confirm.hidden = !view.asksConfirmation;
      const question = `Yes, these are scores of this card’s model${current?.name ? `: ${current.name}` : ''}.`;
      confirm.textContent = question;
      confirm.setAttribute('aria-label', question);
      setChecked(confirm, view.asksConfirmation && !view.needsConfirmation);
    },
  };

  function radioOf(model: ModelOption): HTMLElement {
    const radio = element('input', { type: 'radio', name: 'model', value: model.index });
    radio.addEventListener('change', () => page.choose({ model: { index: model.index, name: model.name } }));
    return element(
      'label',
      { class: 'model' },
      radio,
      element('span', {}, model.name === '' ? 'The only model, without a name' : model.name),
      element('span', { class: 'hint' }, model.scores === 1 ? '1 score' : `${model.scores} scores`),
      ...(model.own ? [element('span', { class: 'badge' }, 'this card')] : []),
    );
  }
}

/** The card's own model first, then those that come close, then the others as the table has them. */
function sorted({ models, candidates }: PanelView): readonly ModelOption[] {
  const rank = ({ index, own }: ModelOption) => {
    if (own) return -1;
    return candidates.includes(index) ? candidates.indexOf(index) : models.length;
  };
  return [...models].sort((a, b) => rank(a) - rank(b));
}

function namesText({ names, models, matched }: PanelView): string {
  const own = models.find((model) => model.own);
  if (own?.name === '') return 'The table names no model: its scores are taken for those of this card’s.';
  if (own && !matched) return `${own.name} is this card’s model, as the source itself tells.`;
  const [first] = names;
  if (!first) return 'The card does not say its model’s name.';
  if (own && matched) return `${own.name} is this card’s model by ${FROM[matched.from]}: ${matched.name}.`;
  const known = names.map(({ name, from }) => `${name} (${FROM[from]})`).join(', ');
  return `No model here is named just as the card’s: ${known}.`;
}
