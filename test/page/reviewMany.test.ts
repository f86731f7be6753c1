import assert from 'node:assert/strict';
import { plainCard } from '../hub/batchCards';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { themes, Workbench } from './workbench';

describe('many cards in a fresh VS Code', function () {
  this.timeout(240_000);
  let hub: LoopbackHub;
  let workbench: Workbench;

  before(async () => {
    hub = await startHub();
    addPeople(hub.state);
    for (const name of ['Tongs-1B', 'Tongs-2B', 'Tongs-3B']) {
      hub.state.addModel({ id: `smithy/${name}`, files: { 'README.md': plainCard(name, '71.5', '55.25') } });
    }
    const tags = '---\nlicense: mit\ntags: forging\n---\n\n# Poker\n';
    hub.state.addModel({ id: 'smithy/poker', files: { 'README.md': tags } });
    hub.state.addModel({ id: 'smithy/plain', files: { 'README.md': '---\nlicense: mit\n---\n\n# Plain\n' } });
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

  const pullRequests = (name: string) => hub.state.model(`smithy/${name}`).discussions.length;

  async function tick(text: string): Promise<void> {
    const boxes = workbench.viewRow(text).locator('.monaco-checkbox, .custom-view-tree-node-item-checkbox');
    await boxes.first().click();
  }

  it('are reviewed in a folder, and named as they lie in it', async () => {
    await workbench.runCommand('Model Card: Review Many…');
    await workbench.quickPickItem('A Folder of the Workspace…').click();
    await workbench.answer('Review Many Cards');
    await workbench.viewRow('Scores that are not in model-index').first().waitFor();
    await workbench
      .viewRow(/^qwill-7b\/README.md/)
      .first()
      .waitFor();
    await workbench.screenshot('many-folder');
  });

  it('are reviewed by owner, ticked and proposed, one pull request each', async () => {
    await workbench.runCommand('Model Card: Sign In to Hugging Face…');
    await workbench.answer('Sign In to', TOKENS.mona);
    await workbench.notification('Signed in').waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.runCommand('Model Card: Review Many…');
    await workbench.screenshot('many-sources');
    await workbench.quickPickItem('A User or an Organisation…').click();
    await workbench.answer('Review Many Cards', 'smithy');
    await workbench.viewRow('smithy/Tongs-1B').first().waitFor();
    for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`many-${theme}`);
    }
    await tick('smithy/Tongs-1B');
    await tick('smithy/poker');
    await workbench.runCommand('Model Card: Propose Ticked');
    await workbench.page.locator('.quick-input-titlebar').waitFor();
    await workbench.screenshot('many-title');
    await workbench.press('Enter');
    await workbench.screenshot('many-description');
    await workbench.press('Enter');
    await workbench.dialog().waitFor();
    await workbench.screenshot('many-confirm');
    await workbench.clickDialogButton(/Open 2/);
    await workbench.page.locator('.view-line', { hasText: 'Pull requests (2)' }).waitFor();
    await workbench.screenshot('many-report');
    assert.deepEqual(['Tongs-1B', 'Tongs-2B', 'poker', 'plain'].map(pullRequests), [1, 0, 1, 0]);
  });
});
