import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownResults, placeJobUv } from '../hub/jobUv';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { Panel } from './panel';
import { themes, Workbench } from './workbench';

const MODEL = 'acme/anvil';
const card = '---\nlicense: mit\n---\n\n# Anvil\n\nIt is very firm.\n';

const RESULTS = ownResults(MODEL, {
  task: 'arc_easy',
  dataset: { id: 'allenai/ai2_arc', config: 'ARC-Easy', split: 'test' },
  shots: null,
  samples: 2376,
});

describe('evaluations in a fresh VS Code', function () {
  this.timeout(240_000);
  let hub: LoopbackHub;
  let workbench: Workbench;
  let folder: string;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-jobs-'));
    hub = await startHub();
    addPeople(hub.state);
    placeJobUv(folder, hub, RESULTS);
    hub.state.addModel({ id: MODEL, files: { 'README.md': card, 'config.json': '{}' } });
    workbench = await Workbench.start({ settings: { 'modelCard.hub.url': hub.url } });
    await workbench.waitForExtension();
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  /** Chooses the row of a question that a text finds, by keyboard. */
  async function choose(title: string, text: string, picture?: string): Promise<void> {
    await workbench.page.locator('.quick-input-titlebar', { hasText: title }).waitFor();
    if (picture !== undefined) await workbench.screenshot(picture);
    await workbench.page.keyboard.type(text);
    await workbench.quickPickItem(text).waitFor();
    await workbench.press('Enter');
  }

  it('are planned from the card, run as a job, and lead to the panel', async () => {
    await workbench.runCommand('Model Card: Open from Hub…');
    await workbench.page.keyboard.type('anv');
    await workbench.quickPickItem(MODEL).click();
    await workbench.page.locator('.tab.active', { hasText: 'anvil@main' }).waitFor();
    await workbench.runCommand('Model Card: Sign In to Hugging Face…');
    await workbench.answer('Sign In to', TOKENS.mona);
    await workbench.notification('Signed in').waitFor();
    await workbench.runCommand('Notifications: Clear All Notifications');
    await workbench.clickCodeLens('Evaluate…');
    await choose('Evaluate', MODEL, 'evaluate-model');
    await choose('how much', 'The whole of each task', 'evaluate-extent');
    await choose('with what', 'inspect on vLLM', 'evaluate-runner');
    await workbench.page.locator('.quick-input-titlebar', { hasText: 'which tasks' }).waitFor();
    await workbench.screenshot('evaluate-tasks');
    await workbench.page.keyboard.type('arc_easy');
    await workbench.quickPickItem('arc_easy').click();
    await workbench.press('Enter');
    await choose('with these options', 'Go On', 'evaluate-options');
    await choose('where', 'HF Jobs', 'evaluate-where');
    await choose('who pays', 'mona', 'evaluate-payer');
    await choose('on which hardware', 'a10g-small', 'evaluate-hardware');
    await choose('after how long', '1 hour', 'evaluate-timeout');
    await workbench.dialog().waitFor();
    await workbench.screenshot('evaluate-confirm');
    await workbench.clickDialogButton('Start Job');
    await workbench.runCommand('Model Cards: Focus on Evaluations View');
    await workbench.viewRow('arc_easy').waitFor();
    await workbench.notification('finished: 1 result').waitFor();
    for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
      await workbench.setTheme(theme);
      await workbench.screenshot(`evaluations-${theme}`);
    }
    await workbench.viewRow('arc_easy').first().click();
    await workbench.page.locator('.tab.active', { hasText: 'arc_easy' }).waitFor();
    await workbench.page.locator('.view-line', { hasText: 'END MODEL CARD RESULTS' }).waitFor();
    await workbench.screenshot('evaluation-log');
    await workbench.notification('finished: 1 result').getByRole('button', { name: 'Add to Card' }).click();
    const panel = new Panel(workbench);
    await panel.says('Adds 1 result.');
    await workbench.screenshot('evaluation-panel');
    await panel.button('Apply').click();
    await panel.says('Added 1 result');
    await workbench.page.locator('.view-line', { hasText: 'value: 0.625' }).first().waitFor();
  });
});
