import assert from 'node:assert/strict';
import { KEYS } from '../scores/server/samples';
import { type LoopbackScores, startScores } from '../scores/server/start';
import { Panel } from './panel';
import { Workbench } from './workbench';

describe('scores of Artificial Analysis', function () {
  this.timeout(180_000);
  let service: LoopbackScores;
  let workbench: Workbench;

  before(async () => {
    service = await startScores();
    workbench = await Workbench.start({
      settings: { 'files.autoSave': 'off' },
      env: { AA_BASE_URL: service.url, AA_API_KEY: KEYS.pro },
    });
    await workbench.waitForExtension();
  });
  after(async () => {
    await workbench.stop();
    await service.stop();
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  it('are chosen by creator and model, looked through in the panel and applied', async () => {
    await workbench.runCommand('Model Card: Import from Artificial Analysis…');
    await workbench.quickPickItem('Acme').click();
    await workbench.quickPickItem('Qwill 7B (high)').click();
    const panel = await new Panel(workbench).shown();
    assert.equal(await panel.model('Qwill 7B (high)').isChecked(), true);
    assert.equal(await panel.model('Qwill 7B (low)').isChecked(), false);
    await panel.page.locator('.table td.chosen', { hasText: '40.2' }).waitFor();
    await panel.page.locator('.table .hint', { hasText: 'API endpoints, not the uploaded weights' }).waitFor();
    await panel.assertAccessible();
    await workbench.screenshot('panel-scores');

    await panel.says('Tick “Yes” under Model first.');
    await panel.confirmation.click();
    await panel.says('Adds 5 results');
    await panel.model('Qwill 7B (low)').click();
    await panel.says('Adds 4 results. Tick “Yes” under Model first.');
    await panel.confirmation.click();
    await panel.apply();
    await panel.says('Added 4 results to model-index');
    await workbench.page.locator('.tab', { hasText: 'README.md' }).first().click();
    await workbench.save();
    const text = workbench.readFile('qwill-7b/README.md');
    assert.match(text, /value: 0\.641\n/);
    assert.match(text, /name: Artificial Analysis, API endpoint of Qwill 7B \(low\)\n/);
  });

  it('come back after a window reload', async () => {
    const panel = new Panel(workbench);
    await workbench.reload();
    await panel.shown();
    await panel.says('Leaves 4 results that are there already.');
    assert.equal(await panel.model('Qwill 7B (low)').isChecked(), true);
  });
});
