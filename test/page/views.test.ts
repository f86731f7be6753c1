import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
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
    hub.state.addModel({ id: 'acme/bellows', files: { 'README.md': card.replace('Anvil', 'Bellows') } });
    workbench = await Workbench.start({ settings: { 'modelCard.hub.url': hub.url } });
    await workbench.openFile('qwill-7b/README.md');
    await workbench
      .codeLens(/Extract to model-index/)
      .first()
      .waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') {
      await workbench.screenshot(`failed-${this.currentTest.title.replace(/\W+/g, '-')}`);
    }
  });

  const onHub = (revision: string) => hub.state.model('acme/anvil').text('README.md', revision) ?? '';

  it('shows the open card, and leads to its places and actions', async () => {
    await workbench.page.locator('.activitybar .action-label[aria-label="Model Cards"]').click();
    await row('Tables').waitFor();
    await row('Problems').waitFor();
    await workbench.screenshot('view-signed-out');
  });

  it('sees an extraction through to its merge by mouse', async () => {
    await openCard();
    await workbench.runCommand('Model Card: Sign In to Hugging Face…');
    await answer('Sign In to', TOKENS.mona);
    await workbench.notification('Signed in').waitFor();
    const table = row('2 benchmarks');
    await table.hover();
    await table.locator('[aria-label^="Extract This Table"]').click();
    await workbench
      .webview()
      .getByRole('button', { name: /^Add \d/ })
      .click();
    await workbench.page.locator('.view-line', { hasText: 'model-index' }).first().waitFor();
    await workbench.save();
    await workbench.page.locator('.statusbar-item', { hasText: 'Not on the Hub yet' }).click();
    await workbench.quickPickItem('New pull request').click();
    await answer('Publish: Title', 'Add two results');
    await answer('Publish: Description');
    await workbench.notification('Opened pull request #1').waitFor();
    await row('Add two results').waitFor();
    await workbench.screenshot('view-pull-request');
    await row('Add two results').click();
    await row('MMLU').last().waitFor();
    await row('README.md').click();
    await workbench.page.locator('.monaco-diff-editor').waitFor();
    await workbench.screenshot('view-pull-request-diff');
    await rowAction('Add two results', 'Show Summary');
    await workbench.page.locator('.tab.active', { hasText: 'Preview' }).waitFor();
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
    await workbench.screenshot('view-merged');
  });

  function row(text: string | RegExp): Locator {
    return workbench.page.locator('.pane-body .monaco-list-row', { hasText: text });
  }

  async function rowAction(text: string, action: string): Promise<void> {
    await row(text).first().hover();
    await row(text).first().locator(`.action-label[aria-label^="${action}"]`).click();
  }

  async function menu(text: string, action: string): Promise<void> {
    await row(text).first().click({ button: 'right' });
    await workbench.page.locator('.monaco-menu .action-item', { hasText: action }).first().click();
  }

  async function openCard(): Promise<void> {
    await workbench.runCommand('Model Card: Open from Hub…');
    await workbench.page.keyboard.type('anv');
    await workbench.quickPickItem('acme/anvil').click();
    await workbench.page.locator('.tab.active', { hasText: 'anvil@main' }).waitFor();
    await workbench.codeLens(/2 benchmarks$/).waitFor();
  }

  async function answer(title: string, text?: string): Promise<void> {
    await workbench.page.locator('.quick-input-titlebar', { hasText: title }).waitFor();
    if (text !== undefined) await workbench.page.locator('.quick-input-widget input').last().fill(text);
    await workbench.press('Enter');
  }
});
