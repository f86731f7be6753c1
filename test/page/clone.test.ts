import assert from 'node:assert/strict';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { Workbench } from './workbench';

const MODEL = 'acme/anvil';
const onHub = '---\nlicense: mit\n---\n\n# Anvil\n\nDrop it.\n';
const here = '---\nlicense: mit\nbase_model: Anvil 6B\n---\n\n# Anvil\n\nDrop it on a foot.\n';

describe('the first steps with a card that lies here', function () {
  this.timeout(180_000);
  let hub: LoopbackHub;
  let workbench: Workbench;

  before(async () => {
    hub = await startHub();
    addPeople(hub.state);
    const model = hub.state.addModel({ id: MODEL, files: { 'README.md': onHub } });
    workbench = await Workbench.start({
      settings: { 'modelCard.hub.url': hub.url },
      files: {
        'clone/README.md': here,
        'clone/.git/config': `[remote "origin"]\n\turl = https://huggingface.co/${MODEL}\n`,
        'clone/.git/HEAD': `${model.resolve('main')!.oid}\n`,
      },
    });
    await workbench.openFile('clone/README.md');
    await workbench.page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  it('tells of what model it is, and has its commands in the menu of the explorer', async () => {
    await workbench.page.locator('[id="status.languageStatus"]').click();
    await workbench.page.locator('.hover-language-status', { hasText: `Model card of ${MODEL}` }).waitFor();
    await workbench.screenshot('hub-language-status');
    await workbench.press('Escape');
    await workbench.page
      .locator('.explorer-folders-view .monaco-list-row', { hasText: 'README.md' })
      .first()
      .click({ button: 'right' });
    await workbench.page.locator('.monaco-menu .action-item', { hasText: 'Model Card' }).first().hover();
    await workbench.page.locator('.monaco-menu .action-item', { hasText: /^Compare with Hub$/ }).waitFor();
    await workbench.screenshot('hub-explorer-menu');
    await workbench.press('Escape', 'Escape');
  });

  it("shows the Hub's verdict, both sides, and sends a pull request", async () => {
    await workbench.runCommand('Model Card: Validate with the Hub');
    await workbench.notification('names 1 error and 0 warnings').waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    await workbench.page.locator('.markers-panel', { hasText: 'Hugging Face' }).waitFor();
    await workbench.screenshot('hub-verdict');
    await workbench.runCommand('View: Hide Panel');
    await workbench.runCommand('Notifications: Clear All Notifications');

    await workbench.runCommand('Model Card: Compare with Hub');
    await workbench.page.locator('.tab.active', { hasText: 'on the Hub ↔ here' }).waitFor();
    await workbench.screenshot('hub-compare');

    await workbench.openFile('clone/README.md');
    await workbench.runCommand('Model Card: Push to Hub as Pull Request…');
    await workbench.answer('Sign In to', TOKENS.mona);
    await workbench.quickPickItem('New pull request').waitFor();
    await workbench.screenshot('hub-push');
    await workbench.press('Enter');
    await workbench.answer('Publish: Title');
    await workbench.answer('Publish: Description');
    await workbench.notification(/does not take the card's front matter/).waitFor();
    assert.equal(hub.state.model(MODEL).discussions.length, 0);
    assert.equal(workbench.readFile('clone/README.md'), here);
  });

  it('leads a newcomer through a new card and the walkthrough', async () => {
    await workbench.runCommand('Model Card: New Model Card…');
    await workbench.page.locator('.view-line', { hasText: 'Name of the model' }).first().waitFor();
    await workbench.screenshot('hub-new-card');
    await workbench.runCommand('Welcome: Open Walkthrough...');
    await workbench.quickPickItem('First Steps with Model Cards').click();
    const steps = workbench.page.locator('.getting-started-step');
    await steps.first().waitFor();
    assert.equal(await steps.count(), 5);
    await steps.nth(2).click();
    await workbench.screenshot('hub-walkthrough');
    assert.deepEqual(await workbench.placesOf(TOKENS.mona), []);
  });
});
