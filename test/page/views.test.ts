import assert from 'node:assert/strict';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { themes, Workbench } from './workbench';

const card = [
  ...['---', 'license: mit', '---', '', '# Anvil', ''],
  ...['| Benchmark | Anvil |', '| --- | --- |', '| MMLU | 41.5 |', '| GSM8K | 20.1 |', ''],
].join('\n');

describe('the views of cards and pull requests', function () {
  this.timeout(240_000);
  let hub: LoopbackHub;
  let workbench: Workbench;

  before(async () => {
    hub = await startHub();
    addPeople(hub.state);
    hub.state.addModel({ id: 'acme/anvil', files: { 'README.md': card } });
    hub.state.addModel({ id: 'acme/bellows', files: { 'README.md': card.replaceAll('Anvil', 'Bellows') } });
    workbench = await Workbench.start({ settings: { 'modelCard.hub.url': hub.url } });
    await workbench.waitForExtension();
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  const onHub = (revision: string) => hub.state.model('acme/anvil').text('README.md', revision) ?? '';

  it('shows the open card, and leads to its places and actions', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label="Model Cards"]').click();
    await workbench.viewRow('Tables').waitFor();
    await workbench.viewRow('Problems').waitFor();
    await workbench.screenshot('view-signed-out');
  });

  it('sees an extraction through to its merge by mouse', async () => {
    await openCard();
    await workbench.runCommand('Model Card: Sign In to Hugging Face…');
    await workbench.answer('Sign In to', TOKENS.mona);
    await workbench.notification('Signed in').waitFor();
    const table = workbench.viewRow('2 benchmarks');
    await table.hover();
    await table.locator('[aria-label^="Extract This Table"]').click();
    await workbench.webview().locator('vscode-button:not([disabled])', { hasText: 'Apply' }).click();
    await workbench.page.getByRole('tab', { name: /^README.md, preview/ }).click();
    await workbench.save();
    await workbench.draftEntry().click();
    await workbench.quickPickItem('New pull request').click();
    await workbench.answer('Publish: Title', 'Add two results');
    await workbench.answer('Publish: Description');
    await workbench.notification('Opened pull request #1').waitFor();
    await workbench.viewRow('Add two results').waitFor();
    await workbench.screenshot('view-pull-request');
    await workbench.viewRow('Add two results').click();
    await workbench.viewRow('MMLU').last().waitFor();
    await workbench.viewRow('README.md').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await workbench.screenshot('view-pull-request-diff');
    await rowAction('Add two results', 'Show Summary');
    await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
    await shownInFrame('Open pull request');
    for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`view-pull-requests-${theme}`);
    }
    await menu('Add two results', 'Merge…');
    await workbench.dialog().waitFor();
    await workbench.screenshot('view-merge');
    await workbench.clickDialogButton('Merge');
    await workbench.notification('Merged #1').waitFor();
    assert.match(onHub('main'), /value: 41\.5/);
    await shownInFrame('Merged pull request');
    await workbench.screenshot('view-merged');
  });

  it('does the same by keyboard', async () => {
    await command('Model Card: Open from Hub…');
    await workbench.page.locator('.quick-input-titlebar', { hasText: 'Open from Hub' }).waitFor();
    await workbench.page.keyboard.type('acme/bellows');
    await workbench.quickPickItem(/acme\/bellows.*as typed/s).waitFor();
    await workbench.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: 'bellows@main' }).waitFor();
    await workbench.codeLens(/2 benchmarks$/).waitFor();
    await command('Model Card: Extract Table with Quick Picks…');
    await workbench.answer('which table?');
    await workbench.answer('which scores');
    await workbench.answer('Extract to model-index: ready');
    await workbench.draftEntry().waitFor();
    await command('Model Card: Publish to Hub…');
    await workbench.quickPickItem('New pull request').waitFor();
    await workbench.page.keyboard.type('New pull');
    await workbench.press('Enter');
    await workbench.answer('Publish: Title');
    await workbench.answer('Publish: Description');
    await workbench.notification('Opened pull request #1 on acme/bellows').waitFor();
    await command('Model Cards: Focus on Pull Requests View');
    await unfoldRow('Add 2 evaluation results');
    await focusRow('2 new');
    await focusRow('GSM8K');
    await workbench.press('Enter');
    await workbench.page.locator('.tab.active', { hasText: '#1 of acme/bellows' }).waitFor();
    await workbench.screenshot('view-keyboard-diff');
    await command('Model Cards: Focus on Pull Requests View');
    await focusRow('Add 2 evaluation results');
    await menuByKeyboard('Merge…');
    await workbench.dialog().waitFor();
    await workbench.press('Enter');
    await workbench.notification('Merged #1 of acme/bellows').waitFor();
    assert.match(hub.state.model('acme/bellows').text('README.md') ?? '', /value: 41\.5/);
  });

  /** Waits until one of the webviews shows a text. */
  async function shownInFrame(text: string): Promise<void> {
    const isShown = async () => {
      const frames = workbench.page.frames().map((frame) => frame.getByText(text).first().isVisible());
      return (await Promise.all(frames)).includes(true);
    };
    for (let tries = 0; tries < 50 && !(await isShown()); tries++) await workbench.page.waitForTimeout(200);
    assert.ok(await isShown(), text);
  }

  async function rowAction(text: string, action: string): Promise<void> {
    await workbench.viewRow(text).first().hover();
    await workbench.viewRow(text).first().locator(`.action-label[aria-label^="${action}"]`).click();
  }

  async function menu(text: string, action: string): Promise<void> {
    await workbench.viewRow(text).first().click({ button: 'right' });
    const item = workbench.page.locator('.monaco-menu .action-item', { hasText: action }).first();
    await item.hover();
    // A menu takes no click in its first moments, lest the click that opened it chooses something.
    await workbench.page.waitForTimeout(300);
    await item.click();
  }

  async function openCard(): Promise<void> {
    await workbench.runCommand('Model Card: Open from Hub…');
    await workbench.page.keyboard.type('anv');
    await workbench.quickPickItem('acme/anvil').click();
    await workbench.page.locator('.tab.active', { hasText: 'anvil@main' }).waitFor();
    await workbench.codeLens(/2 benchmarks$/).waitFor();
  }

  /** Runs a command without the mouse. */
  async function command(title: string): Promise<void> {
    await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
    await workbench.press('F1');
    await workbench.page.keyboard.type(title);
    await workbench.quickPickItem(title).waitFor();
    await workbench.press('Enter');
  }

  /** Goes down in the view that has the focus until a row is reached, and from its top again while rows are still to come. */
  async function focusRow(text: string): Promise<void> {
    const focused = workbench.page.locator('.pane-body .monaco-list:focus-within .monaco-list-row.focused');
    const reached = focused.filter({ hasText: text });
    await workbench.page.locator('.pane-body .monaco-list:focus-within').waitFor();
    const end = Date.now() + 30_000;
    for (let rows = 0; !(await reached.isVisible()); rows++) {
      assert.ok(Date.now() < end, `No row ${text}, the last one is ${(await focused.allTextContents()).join()}`);
      await workbench.press(rows % 40 === 0 ? 'Home' : 'ArrowDown');
    }
  }

  /** Unfolds a row of the view that has the focus, with a second key where the view took the first while it was refreshed. */
  async function unfoldRow(text: string): Promise<void> {
    const unfolded = workbench.viewRow(text).and(workbench.page.locator('[aria-expanded="true"]'));
    for (let keys = 0; keys < 5 && !(await unfolded.isVisible()); keys++) {
      await focusRow(text);
      await workbench.press('ArrowRight');
      await unfolded.waitFor({ timeout: 3000 }).catch(() => undefined);
    }
    await unfolded.waitFor();
  }

  async function menuByKeyboard(action: string): Promise<void> {
    await workbench.press('Shift+F10');
    const reached = workbench.page.locator('.monaco-menu .action-item.focused', { hasText: action });
    await workbench.page.locator('.monaco-menu .action-item').first().waitFor();
    for (let items = 0; items < 20 && !(await reached.isVisible()); items++) await workbench.press('ArrowDown');
    await reached.waitFor({ timeout: 1000 });
    await workbench.press('Enter');
  }
});
