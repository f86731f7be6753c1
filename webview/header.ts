import type { TableContent } from '../src/editor/panel/protocol';
import { element } from './element';
import type { Page } from './page';

/** The head of the page: which card and which table it speaks of. */
export function createHeader(page: Page, path: string): { node: HTMLElement; show(table: TableContent): void } {
  const place = element('p', { class: 'place' });
  const card = element('span', { class: 'path' }, path);
  const another = element('vscode-link', { href: '#' }, 'Choose another table…');
  another.addEventListener('click', (event) => {
    event.preventDefault();
    page.ask({ type: 'chooseTable' });
  });
  place.append(card, another);
  const node = element('header', {}, element('h1', {}, 'Extract to model-index'), place);
  return {
    node,
    show({ line, headings, caption }) {
      const title = headings.length > 0 ? headings.join(' › ') : caption;
      const lineLink = element('vscode-link', { href: '#' }, `line ${line}`);
      lineLink.addEventListener('click', (event) => {
        event.preventDefault();
        page.ask({ type: 'reveal', line });
      });
      place.replaceChildren(
        card,
        ...(line > 0 ? [lineLink] : []),
        ...(title === '' ? [] : [element('span', { class: 'headings' }, title)]),
        another,
      );
    },
  };
}
