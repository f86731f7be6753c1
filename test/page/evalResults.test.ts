import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { Panel } from './panel';
import { themes, Workbench } from './workbench';

const original = [
  ...['---', 'license: mit', '---', '', '# Anvil-7B', '', '| Benchmark | Anvil-7B | Brick-7B |', '| --- | --- | --- |'],
  ...[
    '| MMLU-Pro (5-shot) | 41.5 | 40.1 |',
    '| GSM8K | 82.3 | 80.5 |',
    '| GPQA | 30.1 | 29.8 |',
    '| BBH | 55.5 | 54 |',
    '',
  ],
].join('\n');
const files = { 'anvil-7b/README.md': original };
const GSM8K = 'anvil-7b/.eval_results/gsm8k.yaml';

describe('scores of the panel as .eval_results', function () {
  this.timeout(180_000);
  let hub: LoopbackHub;
  let workbench: Workbench;

  before(async () => {
    hub = await startHub();
    hub.state.benchmarks.set('openai/gsm8k', 'evaluation_framework: inspect-ai\ntasks:\n  - id: main\n');
    hub.state.benchmarks.set('TIGER-Lab/MMLU-Pro', 'tasks:\n  - id: mmlu_pro\n');
    hub.state.benchmarks.set('Idavidrein/gpqa', 'tasks:\n  - id: gpqa_diamond\n  - id: gpqa_main\n');
    const row = (model: string, value: number) => ({ model, value, filename: '.eval_results/x.yaml' });
    hub.state.leaderboards.set('openai/gsm8k', [row('acme/b', 0.958), row('acme/a', 0.912), row('acme/c', 0.4)]);
    hub.state.leaderboards.set('TIGER-Lab/MMLU-Pro', [row('acme/b', 88.1)]);
    workbench = await Workbench.start({
      settings: { 'files.autoSave': 'off', 'modelCard.hub.url': hub.url },
      files,
    });
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
    await workbench.closeEditors();
  });

  async function open(): Promise<Panel> {
    const panel = await Panel.open(workbench, 'anvil-7b/README.md', '2 models × 4 benchmarks');
    await panel.model('Anvil-7B').click();
    await panel.says(/^Adds 4 results\.$/);
    return panel;
  }

  const result = (panel: Panel, name: string) => panel.page.locator('.eval-rows li', { hasText: name });

  async function goneFromDisk(path: string): Promise<void> {
    for (let tries = 0; existsSync(join(workbench.folder, path)) && tries < 100; tries++) {
      await workbench.page.waitForTimeout(100);
    }
    assert.equal(existsSync(join(workbench.folder, path)), false);
  }

  it('are looked through and written by mouse, and undone with the card’s results in one step', async () => {
    const panel = await open();
    await panel.page.locator('.eval-results vscode-checkbox', { hasText: 'Also as .eval_results' }).click();
    await result(panel, 'GSM8K').filter({ hasText: '0.823' }).waitFor();
    await result(panel, 'GSM8K').filter({ hasText: 'on the leaderboard’s scale, 82.3 here' }).waitFor();
    await result(panel, 'GSM8K').filter({ hasText: 'leaderboard: 0.958 at the top, 0.912 in the middle' }).waitFor();
    await result(panel, 'MMLU-Pro').filter({ hasText: 'new file' }).waitFor();
    await panel.page.locator('.left-out-scores li', { hasText: 'BBH: no leaderboard' }).waitFor();
    await panel.says('Adds 4 results. Writes 2 files of .eval_results.');

    const gpqa = panel.page.locator('.left-out-scores li', { hasText: 'GPQA' }).locator('input');
    await gpqa.fill('gpqa_diamond');
    await gpqa.press('Enter');
    await result(panel, 'GPQA').waitFor();
    assert.equal(await result(panel, 'GPQA').locator('.task input').inputValue(), 'gpqa_diamond');
    await panel.says('Writes 3 files of .eval_results.');
    await result(panel, 'GSM8K').locator('input').fill('8-shot, no tools');
    await panel.page.locator('.eval-date input').fill('2026-11-20');
    await panel.assertAccessible();

    await panel.apply();
    await panel.says('Added 4 results to model-index and brought 3 results to .eval_results; save all files');
    assert.equal(
      workbench.readFile(GSM8K),
      `- dataset:\n    id: openai/gsm8k\n    task_id: main\n  value: 0.823\n  date: '2026-11-20'\n  notes: '8-shot, no tools'\n`,
    );
    await result(panel, 'GSM8K').filter({ hasText: 'there already' }).waitFor();

    await workbench.goToText();
    await workbench.press('Control+Z');
    await goneFromDisk(GSM8K);
    await panel.says('Adds 4 results. Writes 3 files of .eval_results.');
  });

  it('are written by keyboard alone', async () => {
    const panel = await open();
    await panel.tabTo(/^vscode-checkbox Also as \.eval_results/);
    await workbench.press('Space');
    await panel.says('Writes 2 files of .eval_results.');
    await result(panel, 'GSM8K').filter({ hasText: '0.958 at the top' }).waitFor();
    await panel.tabTo(/^vscode-text-field Notes on GSM8K/);
    await panel.overwrite('0-shot');
    // At once, before the editor has said what the note changes.
    await workbench.press('Control+Enter');
    await panel.says('brought 2 results to .eval_results');
    assert.match(workbench.readFile(GSM8K), /^ {2}value: 0\.823\n {2}notes: '?0-shot'?\n/m);
    await workbench.goToText();
    await workbench.press('Control+Z');
    await goneFromDisk(GSM8K);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`are readable in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      const panel = await open();
      await panel.page.locator('.eval-results vscode-checkbox').first().click();
      await result(panel, 'GSM8K').filter({ hasText: '0.958 at the top' }).waitFor();
      await panel.page.locator('.verify').scrollIntoViewIfNeeded();
      await panel.assertAccessible();
      await workbench.screenshot(`panel-eval-results-${theme}`);
    });
  }
});
