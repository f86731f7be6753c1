import { Panel } from './panel';
import { Workbench } from './workbench';

describe('in a folder that is not trusted', function () {
  this.timeout(120_000);
  let workbench: Workbench;

  before(async () => {
    workbench = await Workbench.start({
      settings: {
        'security.workspace.trust.enabled': true,
        'security.workspace.trust.startupPrompt': 'never',
        'security.workspace.trust.banner': 'never',
      },
    });
  });
  after(() => workbench.stop());

  it('cards can be read and edited', async () => {
    await workbench.page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
    const panel = await Panel.open(workbench, 'qwill-7b/README.md');
    await panel.model('Qwill-7B').click();
    await panel.apply();
    await panel.says('Added 12 results to model-index');
  });
});
