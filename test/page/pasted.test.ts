import assert from 'node:assert/strict';
import { Workbench } from './workbench';

const HTML =
  '<table><tr><th>Benchmark</th><th>Qwill-7B</th></tr><tr><td>Spelling</td><td><b>61.5</b></td></tr></table>';
const TEXT = 'Benchmark\tQwill-7B\nSpelling\t61.5';

describe('a table of a web page', function () {
  this.timeout(180_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({ settings: { 'files.autoSave': 'off' } });
    await workbench.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await workbench.waitForExtension();
  });
  after(() => workbench.stop());
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
    await workbench.runCommand('File: Revert File');
  });

  it('is pasted as it is, and as a Markdown table where that is chosen', async () => {
    const { page } = workbench;
    await page.evaluate(copy, { html: HTML, text: TEXT });
    await workbench.goTo(9);
    await workbench.press('End', 'Enter', 'Enter', 'Control+V');
    await page.locator('.view-line', { hasText: 'Spelling' }).waitFor();
    assert.equal(await page.locator('.view-line', { hasText: '| Spelling' }).count(), 0);
    await page.locator('.post-edit-widget').click();
    await page.locator('.action-widget .monaco-list-row', { hasText: 'Paste as Markdown table' }).click();
    await page.locator('.view-line', { hasText: /\|\s*Spelling\s*\|\s*\*\*61\.5\*\*\s*\|/ }).waitFor();
    await page.locator('.codelens-decoration', { hasText: 'Extract to model-index' }).first().waitFor();
  });
});

/** Runs in the page: puts a table on the clipboard as a browser does. */
async function copy({ html, text }: { readonly html: string; readonly text: string }): Promise<void> {
  const data = {
    'text/html': new Blob([html], { type: 'text/html' }),
    'text/plain': new Blob([text], { type: 'text/plain' }),
  };
  await navigator.clipboard.write([new ClipboardItem(data)]);
}
