import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { themes, Workbench } from './workbench';

const card = [
  ...['---', 'license: Apache 2.0', 'language: no', 'tags: tiny', 'pipeline_tag: text-generaton', 'model-index:'],
  ...[
    '- name: alder',
    '  results:',
    '  - task:',
    '      type: text-generation',
    '    dataset:',
    '      type: cais/mmlu',
  ],
  ...[
    '      name: "**MMLU**"',
    '      revision: 8379541',
    '    metrics:',
    '    - type: accuracy',
    '      value: 45.1',
    '---',
  ],
  ...['# Alder', '', '| Benchmark | Alder |', '| --- | --- |', '| MMLU | 41.5 |', ''],
].join('\n');

/** Whether something shows up within a few seconds. */
function isShown(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 3000 }).then(
    () => true,
    () => false,
  );
}

describe('problems in a fresh VS Code', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      settings: { 'files.autoSave': 'off' },
      files: { 'alder/README.md': card, 'birch/README.md': card },
    });
    await workbench.openFile('alder/README.md');
  });
  after(() => workbench.stop());
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  it('underlines what is wrong in the text', async () => {
    await squiggles('error').nth(2).waitFor();
    await squiggles('warning').nth(3).waitFor();
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`shows problems and the ways to mend them in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await openFixes(2, 11, 'Change to "apache-2.0"');
      await fix('Make it a licence of your own').waitFor();
      await workbench.screenshot(`problems-fixes-${theme}`);
      await workbench.press('Escape');
      await workbench.goTo(17, 15);
      await workbench.press('Control+K', 'Control+I');
      await workbench.page.locator('.monaco-hover', { hasText: '41.5 in the table' }).first().waitFor();
      await workbench.screenshot(`problems-hover-${theme}`);
      await workbench.press('Escape');
    });
  }

  it('mends the card by keyboard', async () => {
    await openFixes(2, 11, 'Change to "apache-2.0"');
    await workbench.press('Enter');
    await workbench.page.locator('.view-line', { hasText: 'apache-2.0' }).first().waitFor();
    await openFixes(17, 15, "Take the table's value (41.5)");
    await fix("Take the table's value (41.5)").click();
    await workbench.page
      .locator('.view-line', { hasText: /value:\s41\.5/ })
      .first()
      .waitFor();
    await workbench.save();
    assert.equal(
      workbench.readFile('alder/README.md'),
      card.replace('Apache 2.0', 'apache-2.0').replace('45.1', '41.5'),
    );
  });

  it('lists the problems of all cards', async () => {
    await workbench.runCommand('Model Card: Check All Cards');
    await workbench.notification(/Checked \d+ files: \d+ errors?, \d+ warnings?\./).waitFor();
    await workbench.page.locator('.notification-toast .monaco-button', { hasText: 'Show Problems' }).click();
    const panel = workbench.page.locator('.markers-panel');
    await panel.locator('.monaco-list-row', { hasText: 'birch' }).first().waitFor();
    await panel.locator('.monaco-list-row', { hasText: 'did you mean "apache-2.0"?' }).first().waitFor();
    await workbench.screenshot('problems-all-cards');
  });

  function squiggles(kind: 'error' | 'warning'): Locator {
    return workbench.page.locator(`.cdr.squiggly-${kind}`);
  }

  function fix(title: string): Locator {
    return workbench.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  }

  /** Asks for the fixes at a place until this one is among them: problems follow the text a moment later. */
  async function openFixes(line: number, column: number, wanted: string): Promise<void> {
    await workbench.goTo(line, column);
    for (let attempt = 0; attempt < 10; attempt++) {
      await workbench.press('Escape', 'Control+.');
      if (await isShown(fix(wanted))) return;
    }
    assert.fail(`No fix "${wanted}" was offered.`);
  }
});

describe('the task that checks cards, in the oldest VS Code', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({ version: 'floor', files: { 'alder/README.md': card } });
    await workbench.waitForExtension();
  });
  after(() => workbench.stop());
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  it('puts what it finds in cards that are not open into the Problems view', async () => {
    await workbench.runCommand('Tasks: Run Task');
    await workbench.quickPickItem('modelCard').click();
    await workbench.quickPickItem('check all cards').click();
    // The terminal shows itself first.
    await workbench.page.locator('[id="status.problems"]', { hasText: /[1-9]/ }).waitFor();
    await workbench.runCommand('Problems: Focus on Problems View');
    const rows = workbench.page.locator('.markers-panel .monaco-list-row');
    await rows.filter({ hasText: 'alder' }).first().waitFor();
    const problem = rows.filter({ hasText: 'did you mean "apache-2.0"?' });
    await problem.first().waitFor();
    assert.equal(await problem.count(), 1);
    await workbench.screenshot('problems-task-floor');
  });
});
