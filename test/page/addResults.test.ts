import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Panel } from './panel';
import { themes, Workbench } from './workbench';

const tamsin = 'tamsin-1b/README.md';
const original = readFileSync(`samples/${tamsin}`, 'utf8');

const WHOLE = JSON.stringify({
  config_general: { max_samples: null, model_name: 'acme/Tamsin-1B' },
  results: {
    'gsm8k|8': { extractive_match: 0.1926, extractive_match_stderr: 0.0109 },
    'math_500|0': { 'pass@k:k=1&n=1': 0.25 },
    'mmlu:astronomy|5': { em: 0.5 },
    'mmlu:virology|5': { em: 0.75 },
    'mmlu:_average|5': { em: 0.625 },
  },
  config_tasks: { 'gsm8k|8': { hf_repo: 'openai/gsm8k', hf_subset: 'main', evaluation_splits: ['test'] } },
});
const OTHER = JSON.stringify({
  config_general: { max_samples: 10, model_name: 'acme/Hammer-8B' },
  results: { 'gsm8k|5': { extractive_match: 0.4 } },
  config_tasks: {},
});

describe('adding the results of a file', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      settings: { 'files.autoSave': 'off', 'workbench.editor.restoreViewState': false },
      files: { 'tamsin-1b/results_2026-11-20T09-30-00.json': WHOLE, 'tamsin-1b/other.json': OTHER },
    });
    await workbench.waitForExtension();
  });
  after(() => workbench.stop());
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
    await workbench.closeEditors();
    writeFileSync(join(workbench.folder, tamsin), original);
  });

  const row = (name: string) => workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name });

  /** Adds a file to the nearest card from the menu of the explorer, by mouse. */
  async function addFromExplorer(name: string): Promise<Panel> {
    if (!(await row(name).isVisible())) await row('tamsin-1b').first().click();
    await row(name).click({ button: 'right' });
    const item = workbench.page.locator('.monaco-menu .action-item', { hasText: 'Add Results from File…' }).first();
    await item.waitFor();
    // A menu takes no click in its first moments, lest the click that opened it chooses something.
    await item.hover();
    for (; await item.isVisible(); await workbench.page.waitForTimeout(200)) await item.click().catch(() => undefined);
    await workbench.quickPickItem(tamsin).click();
    return new Panel(workbench).shown();
  }

  it('works by mouse: file, scale, table, Apply, undo', async () => {
    const panel = await addFromExplorer('results_2026');
    await panel.page.locator('.headings', { hasText: 'lighteval, results_2026-11-20T09-30-00.json' }).waitFor();
    assert.equal(await panel.model('acme/Tamsin-1B').isChecked(), true);
    assert.equal(await panel.confirmation.isVisible(), false);
    await panel.says(/^Adds 3 results\.$/);
    await panel.page.locator('.aside .badge', { hasText: 'part of mmlu' }).first().waitFor();
    await panel.page.locator('.scale-bar', { hasText: 'The card’s results are percentages' }).waitFor();
    await panel.page.locator('.aside', { hasText: 'On the card’s scale it is 19.26 ± 1.09.' }).waitFor();

    await panel.page.locator('.aside', { hasText: '19.26' }).locator('vscode-link').click();
    await panel.page.locator('.diff .added', { hasText: 'value: 19.26' }).waitFor();
    await panel.page.locator('.aside', { hasText: 'Measured as 0.1926 ± 0.0109.' }).waitFor();
    await panel.button('Use the Card’s Scale for All').click();
    await panel.page.locator('.diff .added', { hasText: 'value: 62.5' }).waitFor();
    await panel.button('Use All as Measured').click();
    await panel.page.locator('.diff .added', { hasText: 'value: 0.625' }).waitFor();
    await panel.button('Use the Card’s Scale for All').click();
    await panel.page.locator('.into-body').click();
    await panel.says(/^Adds 3 results, writes a table into the body\.$/);
    const added = await panel.addedLines();
    assert.ok(added.includes('| GSM8K | extractive_match (lighteval) | 8 | 19.26 ± 1.09 |'), added.join('\n'));
    await panel.button('Copy How to Reproduce').click();
    await panel.says('Copied how to reproduce these results, as Markdown.');

    await panel.apply();
    await panel.says('Added 3 results to model-index and wrote the table in the body');
    await workbench.goToText();
    await workbench.save();
    const saved = await workbench.onDisk(tamsin, (text) => text !== original);
    assert.match(saved, /value: 62\.5\n/);
    assert.match(saved, /\n## Evaluation results\n\n\| Benchmark \| Metric \| Shots \| Value \|\n/);
    await workbench.press('Control+Z');
    await workbench.save();
    await workbench.onDisk(tamsin, (text) => text === original);
  });

  it('asks before it takes another model’s results, and ticks nothing that was measured in part', async () => {
    const panel = await addFromExplorer('other.json');
    await panel.says('Tick the scores to extract. Tick “Yes” under Model first.');
    await panel.page.locator('.aside .badge', { hasText: 'partial' }).waitFor();
    await panel.score(0).locator('vscode-checkbox').click();
    await panel.says('Adds 1 result. Tick “Yes” under Model first.');
    await panel.becomes('disabled', 'Apply');
    await panel.confirmation.click();
    await panel.becomes('enabled', 'Apply');
    await panel.page.locator('.diff .added', { hasText: 'name: GSM8K (at most 10 samples)' }).waitFor();
  });

  it('offers the results of a file that is dropped on the card, and lets the drop do what it does', async () => {
    await workbench.openFile(tamsin);
    await row('results_2026').hover();
    await workbench.page.mouse.down();
    await workbench.page.keyboard.down('Shift');
    const line = workbench.page.locator('.view-line', { hasText: 'GSM8K was measured again' });
    await line.hover({ position: { x: 2, y: 5 } });
    await line.hover({ position: { x: 5, y: 5 } });
    await workbench.page.mouse.up();
    await workbench.page.keyboard.up('Shift');
    const offer = workbench.notification('holds results of lighteval for acme/Tamsin-1B');
    await offer.waitFor();
    await workbench.page.locator('.view-line', { hasText: 'results_2026-11-20T09-30-00.json' }).first().waitFor();
    await workbench.screenshot('add-results-drop');
    await offer.locator('.monaco-button', { hasText: 'Add Results to the Card' }).click();
    const panel = await new Panel(workbench).shown();
    await panel.says('Adds 3 results');
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`is accessible and readable in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      const panel = await addFromExplorer('results_2026');
      await panel.says('Adds 3 results');
      await panel.page.locator('.into-body').click();
      await panel.says('writes a table into the body');
      await panel.assertAccessible();
      await panel.page.locator('.scale-bar').scrollIntoViewIfNeeded();
      await workbench.screenshot(`add-results-${theme}`);
      await workbench.runCommand('View: Toggle Maximize Editor Group');
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await workbench.screenshot(`add-results-wide-${theme}`);
      await workbench.runCommand('View: Toggle Maximize Editor Group');
    });
  }
});
