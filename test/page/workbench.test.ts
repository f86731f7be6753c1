import assert from 'node:assert/strict';
import { Workbench, themes } from './workbench';

describe('the packaged extension in a fresh VS Code', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => (workbench = await Workbench.start()));
  after(() => workbench.stop());

  it('puts a lens above the table of a card', async () => {
    await workbench.openFile('qwill-7b/README.md');
    await workbench.codeLens('Extract to model-index').first().waitFor();
  });

  it('reads a card from disk as the workspace has it', () => {
    assert.match(workbench.readFile('qwill-7b/README.md'), /^---\nlicense: apache-2\.0\n/);
  });

  for (const theme of Object.keys(themes) as (keyof typeof themes)[]) {
    it(`shows the card in the ${theme} theme`, async () => {
      await workbench.setTheme(theme);
      await workbench.screenshot(`card-${theme}`);
    });
  }
});
