import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { themes, Workbench } from './workbench';

const card = [
  ...['---', 'license: mit', 'model-index:', '- name: alder', '  results:', '  - task:', '      type: text-generation'],
  ...['    dataset:', '      type: cais/mmlu', '      name: MMLU', '    metrics:', '    - type: accuracy'],
  ...['      value: 41.5', '---', '# Alder', '', '| Benchmark | Alder |', '| --- | --- |', '| MMLU | 41.5 |', ''],
].join('\n');

describe('front matter in a fresh VS Code', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      settings: { 'files.autoSave': 'off' },
      files: { 'alder/README.md': card },
    });
    await workbench.openFile('alder/README.md');
    await workbench.codeLens('Extract to model-index').first().waitFor();
  });
  after(() => workbench.stop());
  // Each test begins with the card as it was.
  afterEach(async () => {
    await workbench.press('Escape');
    await workbench.runCommand('File: Revert File');
    await workbench.page.locator('.tab.active:not(.dirty)').waitFor();
  });

  it('opens the list of keys while a person types, and then the list of values', async () => {
    await newLineBelow('license: mit');
    await workbench.page.keyboard.type('pip', { delay: 60 });
    await accept('pipeline_tag');
    await suggestion('text-classification').waitFor();
    await workbench.page.keyboard.type('text-gen', { delay: 60 });
    await accept('Text Generation');
    await line('pipeline_tag: text-generation').waitFor();
  });

  it('finds languages by their names', async () => {
    await newLineBelow('license: mit');
    await workbench.page.keyboard.type('language: Germ', { delay: 60 });
    await accept('German (Deutsch)');
    await line('language: de').waitFor();
  });

  it('opens nothing while a person types in the body', async () => {
    await newLineBelow('# Alder');
    await workbench.page.keyboard.type('license language ', { delay: 60 });
    await workbench.page.waitForTimeout(500);
    assert.equal(await workbench.page.locator('.suggest-widget.visible').count(), 0);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`shows keys, values and explanations in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await newLineBelow('license: mit');
      await workbench.press('Control+Space');
      await suggestion('base_model').first().waitFor();
      await workbench.screenshot(`completion-keys-${theme}`);
      await workbench.press('Escape', 'Control+Shift+K');
      await goToEndOf('license: mit');
      await workbench.press('Backspace', 'Backspace', 'Backspace');
      await workbench.press('Control+Space');
      await suggestion('Apache license 2.0').waitFor();
      await workbench.screenshot(`completion-licenses-${theme}`);
      await workbench.press('Escape');
      await workbench.page.keyboard.type('mit');
      await suggestion('MIT').waitFor();
      await workbench.press('Escape');
      await hover('license: mit', 'mit', 'The licence', `hover-license-${theme}`);
      await hover('value: 41.5', '41.5', 'table says the same', `hover-value-${theme}`);
    });
  }

  function suggestion(text: string): Locator {
    return workbench.page.locator('.suggest-widget.visible .monaco-list-row', { hasText: text }).first();
  }

  /** Takes a suggestion once it is the one that Enter takes. */
  async function accept(text: string): Promise<void> {
    await workbench.page.locator('.suggest-widget.visible .monaco-list-row.focused', { hasText: text }).waitFor();
    await workbench.press('Enter');
  }

  /** A line of the editor; what stands between its words are no plain blanks. */
  function line(text: string): Locator {
    return workbench.page.locator('.view-line', { hasText: new RegExp(text.replaceAll(' ', '\\s')) }).first();
  }

  async function goToEndOf(text: string): Promise<void> {
    await line(text).click();
    await workbench.press('End');
  }

  async function newLineBelow(text: string): Promise<void> {
    await goToEndOf(text);
    await workbench.press('Enter');
  }

  async function hover(text: string, word: string, expected: string, picture: string): Promise<void> {
    await line(text).locator('span span', { hasText: word }).first().hover();
    await workbench.page.locator('.monaco-hover:visible', { hasText: expected }).first().waitFor();
    await workbench.screenshot(picture);
    await workbench.page.mouse.move(5, 5);
  }
});
