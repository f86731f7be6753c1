import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Panel } from './panel';
import { themes, Workbench } from './workbench';

const qwill = 'qwill-7b/README.md';
const original = readFileSync(`samples/${qwill}`, 'utf8');
const frontMatter = original.slice(0, original.indexOf('\n---\n') + 1);
const body = original.slice(original.indexOf('\n---\n') + 1);

const mixed = '---\r\nlicense: mit\n---\n\n# Alder-1B\n\n| Benchmark | Alder-1B |\n| --- | --- |\n| MMLU | 41.5 |\n';
const moving = '# Alder-1B\n\n| Benchmark | Alder-1B |\n| --- | --- |\n| MMLU | 41.5 |\n';
const hostile = [
  '# <img src=x onerror=alert(1)>',
  '',
  '| Benchmark | A&amp;B | <b>C</b> |',
  '| --- | --- | --- |',
  '| MMLU &lt;script&gt;alert(1)&lt;/script&gt; | 41.5 | 42.5 |',
  '',
].join('\n');

const rows = Array.from({ length: 1500 }, (_, row) => `| Benchmark ${row} | ${(row % 90) + 5}.5 | 1.5 | 2.5 |`);
const long = ['# Alder-1B', '', '| Benchmark | Alder-1B | A | B |', '| --- | --- | --- | --- |', ...rows, ''].join(
  '\n',
);

describe('extracting a table in the panel', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      // Each test begins at the top of its card, not where an earlier one left it.
      settings: { 'files.autoSave': 'off', 'workbench.editor.restoreViewState': false },
      files: {
        'mixed/README.md': mixed,
        'hostile/README.md': hostile,
        'moving/README.md': moving,
        'long/README.md': long,
      },
    });
  });
  after(() => workbench.stop());
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
    await workbench.closeEditors();
    writeFileSync(join(workbench.folder, qwill), original);
  });

  /** Takes back in the card's text what was done last. */
  async function undo(): Promise<void> {
    await workbench.goToText();
    await workbench.press('Control+Z');
  }

  it('works by mouse: lens, model, confirmation, scores, diff, Apply, file, undo', async () => {
    const panel = await Panel.open(workbench, qwill, '3 models × 12 benchmarks');
    await panel.says('Choose the model');
    await panel.becomes('disabled', 'Apply');

    await panel.model('Ferrel-8B').click();
    await panel.says('Tick “Yes”');
    await panel.becomes('disabled', 'Apply');
    await panel.confirmation.click();
    await panel.says(/^Adds 12 results\.$/);
    await panel.becomes('enabled', 'Apply');

    await panel.model('Qwill-7B').click();
    await panel.page.locator('.chosen', { hasText: '68.4' }).waitFor();
    assert.equal(await panel.confirmation.isVisible(), false);
    await panel.score(11).locator('vscode-checkbox').click();
    await panel.says(/^Adds 11 results\.$/);
    await panel.score(0).locator('td.config input').fill('high_school_physics');
    await panel.page.locator('.diff .added', { hasText: 'config: high_school_physics' }).waitFor();
    assert.equal((await panel.addedLines()).filter((line) => /^\s+value: /.test(line)).length, 11);

    await panel.apply();
    await panel.says(/^Added 11 results to model-index/);
    await workbench.goToText();
    await workbench.save();
    const saved = await workbench.onDisk(qwill, (text) => text !== original);
    assert.ok(saved.startsWith(frontMatter));
    assert.match(saved.slice(frontMatter.length), /^model-index:\n *- name: Qwill-7B\n/);
    assert.ok(saved.endsWith(body));
    assert.deepEqual(
      [...saved.slice(0, -body.length).matchAll(/^ +value: (.*)$/gm)].map(([, value]) => value),
      ['68.4', '41.7', '63.9', '82.3', '51.6', '77.1', '71.9', '38.2', '57.3', '60.8', '74.5'],
    );
    await panel.page.locator('.place vscode-link').first().click();
    await workbench.codeLens(/1[01] of 12 in model-index/).waitFor();

    await undo();
    await workbench.save();
    await workbench.onDisk(qwill, (text) => text === original);
  });

  it('works by keyboard alone', async () => {
    await workbench.press('Control+P');
    await workbench.page.keyboard.type('qwill-7b/README.md');
    await workbench.quickPickItem('README.md').waitFor();
    await workbench.press('Enter');
    await workbench.codeLens('3 models').first().waitFor({ state: 'attached' });
    await workbench.press('F1');
    await workbench.page.keyboard.type('Model Card: Extract Table…');
    await workbench.quickPickItem('Model Card: Extract Table…').waitFor();
    await workbench.press('Enter');
    await workbench.quickPickItem('3 models × 12 benchmarks').waitFor();
    await workbench.press('Enter');
    const panel = await new Panel(workbench).shown();

    await panel.tabTo(/^input Qwill-7B/);
    await workbench.press('ArrowRight');
    await panel.says('Tick “Yes”');
    await panel.tabTo(/^vscode-checkbox Yes, these are scores/);
    await workbench.press('Space');
    await panel.says(/^Adds 12 results\.$/);
    await panel.tabTo(/^vscode-checkbox Include MMLU, 67\.9/);
    await workbench.press('Space');
    await panel.says(/^Adds 11 results\.$/);
    await panel.tabTo(/^vscode-text-field Shots of MMLU\b/);
    await workbench.press('ArrowDown');
    await panel.overwrite('3');
    await panel.page.locator('.diff .added', { hasText: 'MMLU-Pro (3-shot)' }).waitFor();
    await panel.tabTo(/^vscode-button Apply/);
    await workbench.press('Enter');
    await panel.says(/^Added 11 results to model-index/);
    await workbench.goToText();
    await workbench.save();
    const saved = await workbench.onDisk(qwill, (text) => text !== original);
    assert.match(saved, /name: MMLU-Pro \(3-shot\)\n/);
    assert.ok(saved.endsWith(body));

    await undo();
    await workbench.save();
    await workbench.onDisk(qwill, (text) => text === original);
  });

  it('previews the merge in the diff editor', async () => {
    const panel = await Panel.open(workbench, qwill);
    await panel.model('Qwill-7B').click();
    await panel.says('Adds 12 results');
    await panel.button('Preview in Diff Editor').click();
    await workbench.page.locator('.tab', { hasText: 'model-index after the merge' }).waitFor();
    await workbench.page.locator('.monaco-diff-editor .modified .view-line', { hasText: 'model-index:' }).waitFor();
    await workbench.screenshot('preview');
    // The panel is still in sight, and Apply leaves the card's text where the diff was.
    await panel.apply();
    await panel.says('Added 12 results');
    await workbench.page.locator('.monaco-diff-editor').waitFor({ state: 'detached' });
    await undo();
    await panel.says('Adds 12 results.');
  });

  it('says under a score what is wrong with it, and leads there', async () => {
    const panel = await Panel.open(workbench, qwill);
    await panel.model('Qwill-7B').click();
    await panel.score(1).locator('td.value input').fill('much');
    await panel.page.locator('tr.problem', { hasText: 'one number' }).waitFor();
    await panel.says('Mend the marked fields first.');
    await panel.becomes('disabled', 'Apply');
    await panel.page.locator('vscode-link', { hasText: 'Go to the first' }).click();
    await panel.score(1).locator('td.value input:focus').waitFor();
    await panel.overwrite('41.8');
    await panel.says('Adds 12 results.');
    await panel.page.locator('.diff .added', { hasText: 'value: 41.8' }).waitFor();
  });

  it('goes with the card when its folder is renamed', async () => {
    const panel = await Panel.open(workbench, 'moving/README.md');
    await panel.model('Alder-1B').click();
    await panel.score(0).locator('td.split input').fill('validation');
    await workbench.page.locator('.explorer-folders-view .monaco-list-row', { hasText: 'moving' }).first().click();
    await workbench.press('F2');
    await workbench.page.locator('.explorer-folders-view input').waitFor();
    await workbench.press('Control+A');
    await workbench.page.keyboard.type('moved');
    await workbench.press('Enter');
    await panel.page.locator('.place', { hasText: 'moved/README.md' }).waitFor();
    await panel.apply();
    await panel.says('Added 1 result');
    await workbench.page.locator('.tab', { hasText: 'Extract: moved/README.md' }).waitFor();
    await workbench.goToText();
    await workbench.save();
    await workbench.onDisk('moved/README.md', (text) => text.includes('split: validation'));
  });

  it('decides conflicts one by one', async () => {
    const panel = await Panel.open(workbench, 'tamsin-1b/README.md', '3 models');
    await panel.says('Adds 2 results, leaves 1 result that is there already, keeps 1 that differs.');
    const conflict = panel.page.locator('.conflict', { hasText: 'GSM8K (5-shot)' });
    await conflict.locator('label', { hasText: 'Replace by 19.3' }).click();
    await panel.says('replaces 1');
    await panel.page.locator('.diff .removed', { hasText: 'value: 18.7' }).waitFor();
    await workbench.press('Control+Enter');
    await panel.says('Added 2 results to model-index and replaced 1 value');
    await undo();
  });

  it('comes back after a window reload, with what the person has changed', async () => {
    const panel = await Panel.open(workbench, qwill);
    await panel.model('Qwill-7B').click();
    await panel.says('Adds 12 results');
    await panel.score(2).locator('vscode-checkbox').click();
    await panel.score(0).locator('td.name input').fill('MMLU, all subjects');
    await panel.page.locator('.diff .added', { hasText: 'MMLU, all subjects' }).waitFor();
    await workbench.reload();
    await panel.shown();
    await panel.says('Adds 11 results');
    assert.equal(await panel.model('Qwill-7B').isChecked(), true);
    assert.equal(await panel.score(0).locator('td.name input').inputValue(), 'MMLU, all subjects');
    assert.equal(await panel.score(2).locator('vscode-checkbox').getAttribute('aria-checked'), 'false');
  });

  it('follows the table while the card is edited, and says when it is gone', async () => {
    const panel = await Panel.open(workbench, qwill);
    await panel.model('Qwill-7B').click();
    await panel.page.locator('.place', { hasText: 'line 29' }).waitFor();
    await workbench.goToText();
    await workbench.goTo(13);
    await workbench.press('Enter', 'Enter');
    await panel.page.locator('.place', { hasText: 'line 31' }).waitFor();
    assert.equal(await panel.model('Qwill-7B').isChecked(), true);
    await workbench.press('Control+A', 'Delete');
    await panel.page.locator('.gone', { hasText: 'The table is gone' }).waitFor();
    await workbench.press('Control+Z');
    await panel.page.locator('.table table').waitFor();
  });

  it('asks before the editor would fold mixed line endings', async () => {
    const panel = await Panel.open(workbench, 'mixed/README.md');
    await panel.model('Alder-1B').click();
    await panel.apply();
    await workbench.dialog().getByText('mixes line endings').waitFor();
    await workbench.clickDialogButton('Cancel');
    await panel.says('Nothing was applied.');
    assert.equal(workbench.readFile('mixed/README.md'), mixed);
  });

  it('stays usable with a long table', async () => {
    const panel = await Panel.open(workbench, 'long/README.md');
    await panel.model('Alder-1B').click();
    await panel.says('Adds 1500 results.');
    assert.equal(await panel.page.locator('.scores tbody tr.score').count(), 150);
    await panel.page.locator('.table .hint', { hasText: 'the first 1000 of 1501 rows' }).waitFor();
    await panel.button('Show all 1500 scores').waitFor();
    await panel.page.locator('.merge .hint', { hasText: 'more lines are shown by' }).waitFor();
  });

  it('shows what a card holds as text, never as HTML', async () => {
    const panel = await Panel.open(workbench, 'hostile/README.md');
    await panel.page.locator('.table td', { hasText: '<script>alert(1)</script>' }).waitFor();
    assert.equal(await panel.page.locator('main img, main script, main b').count(), 0);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`is accessible and readable in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      const panel = await Panel.open(workbench, 'tamsin-1b/README.md', '3 models');
      await panel.says('Adds 2 results');
      await panel.assertAccessible();
      await workbench.screenshot(`panel-${theme}`);
      await panel.page.locator('.diff').scrollIntoViewIfNeeded();
      await workbench.screenshot(`panel-merge-${theme}`);
      await panel.model('Pebble-1.2B').click();
      await panel.says('Tick “Yes”');
      await panel.assertAccessible();
      await workbench.runCommand('View: Toggle Maximize Editor Group');
      await workbench.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
      await workbench.screenshot(`panel-wide-${theme}`);
      await workbench.runCommand('View: Toggle Maximize Editor Group');
    });
  }
});
