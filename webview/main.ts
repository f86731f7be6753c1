import { isToPage, type PanelView, type TableContent, type ToPage } from '../src/editor/panel/protocol';
import { createActionBar } from './actionBar';
import { createCommonFields } from './commonFields';
import { editor } from './editor';
import { element } from './element';
import { createEvalResults } from './evalResults';
import { createHeader } from './header';
import './main.css';
import { createMergeView } from './mergeView';
import { createModelChoice } from './modelChoice';
import { Page } from './page';
import { createScoreGrid } from './scoreGrid';
import { createTableView } from './tableView';
import { registerControls } from './toolkit';

/** Shows one message of the editor. */
type Show = (message: Exclude<ToPage, { type: 'start' }>) => void;

registerControls();
let show: Show = () => undefined;

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (!isToPage(data)) return;
  if (data.type === 'start') show = start(data);
  else show(data);
});
editor.postMessage({ type: 'ready' });

/** Builds the page for a table. */
function start({ state, card, tasks }: Extract<ToPage, { type: 'start' }>): Show {
  const page = new Page(editor, state);
  const header = createHeader(page, card.path);
  const actions = createActionBar(page);
  const [model, table, scores, common, evalResults, merge] = [
    createModelChoice(page),
    createTableView(),
    createScoreGrid(page),
    createCommonFields(page, tasks),
    createEvalResults(page),
    createMergeView(page),
  ];
  const gone = element('p', { class: 'gone', role: 'alert', hidden: true });
  const main = element(
    'main',
    {},
    element('div', { class: 'choose' }, model.node, table.node),
    element('div', { class: 'check' }, scores.node, common.node, merge.node, evalResults.node),
  );
  document.body.onkeydown = (event) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    actions.apply();
  };
  main.hidden = true;
  actions.node.hidden = true;
  document.body.replaceChildren(header.node, gone, main, actions.node);

  let content: TableContent | undefined;
  let view: PanelView | undefined;

  return (message) => {
    switch (message.type) {
      case 'table':
        page.follow(message.from);
        content = message.table;
        header.show(content);
        return render();
      case 'view':
        if (message.choice !== page.number) return;
        page.answer(message.choice);
        view = message.view;
        return render();
      case 'evalResults':
        if (message.choice !== page.number) return;
        page.learn(message.choice, message.view);
        return render();
      case 'gone':
        gone.textContent = message.message;
        actions.forget();
        return setGone(true);
      case 'status':
        return actions.tell(message.level, message.message);
    }
  };

  function render(): void {
    if (!content || !view) return;
    setGone(false);
    for (const section of [model, table, scores, common, merge, evalResults, actions]) section.show(view, content);
  }

  function setGone(isGone: boolean): void {
    gone.hidden = !isGone;
    main.hidden = isGone;
    actions.node.hidden = isGone;
  }
}
