import assert from 'node:assert/strict';
import { addPeople, TOKENS } from '../hub/server/samples';
import { type LoopbackHub, startHub } from '../hub/server/start';
import { Workbench } from './workbench';

const card = '---\nlicense: mit\n---\n\n# Anvil\n\n| Benchmark | Anvil |\n| --- | --- |\n| MMLU | 41.5 |\n';

describe('a card on the Hub', function () {
  this.timeout(180_000);
  let hub: LoopbackHub;
  let workbench: Workbench;

  before(async () => {
    hub = await startHub();
    addPeople(hub.state);
    hub.state.addModel({ id: 'acme/anvil', files: { 'README.md': card } });
    workbench = await Workbench.start({ settings: { 'modelCard.hub.url': hub.url } });
    // The palette lists our commands once the extension is there.
    await workbench.waitForExtension();
  });
  after(async () => {
    await workbench.stop();
    await hub.stop();
  });
  afterEach(async function () {
    await workbench.pictureFailure(this.currentTest);
  });

  const onHub = (revision: string) =>
    hub.state.model('acme/anvil').resolve(revision)?.files.get('README.md')?.toString('utf8');

  async function openCard(): Promise<void> {
    await workbench.runCommand('Model Card: Open from Hub…');
    await workbench.page.keyboard.type('anv');
    await workbench.quickPickItem('acme/anvil').click();
    await workbench.page.locator('.tab.active', { hasText: 'anvil@main' }).waitFor();
    await workbench.codeLens(/1 benchmark$/).waitFor();
  }

  async function typeAtEnd(text: string): Promise<void> {
    await workbench.page.locator('.editor-instance .view-lines').first().click();
    await workbench.press('Control+End');
    await workbench.page.keyboard.type(text);
    await workbench.draftEntry().waitFor();
  }

  it('is opened, changed and sent as a pull request by mouse, signing in on the way', async () => {
    await openCard();
    await typeAtEnd('It does not bend.');
    await workbench.screenshot('hub-draft');
    await workbench.draftEntry().click();
    await workbench.answer('Sign In to', TOKENS.otto);
    await workbench.quickPickItem('New pull request').click();
    await workbench.answer('Publish: Title', 'Say that it does not bend');
    await workbench.answer('Publish: Description');
    await workbench.notification('Opened pull request #1 on acme/anvil').waitFor();
    await workbench.screenshot('hub-pull-request');
    assert.match(onHub('refs/pr/1') ?? '', /It does not bend\.$/);
    assert.equal(onHub('main'), card);
    await workbench.draftEntry().waitFor({ state: 'detached' });
  });

  it('is published by keyboard only after the open pull request was named', async () => {
    await openCard();
    await typeAtEnd('It bends.');
    await workbench.runCommand('Model Card: Publish to Hub…');
    await workbench.quickPickItem('New pull request').waitFor();
    await workbench.press('Enter');
    await workbench.dialog().waitFor();
    await workbench.screenshot('hub-open-pull-requests');
    const text = await workbench.dialog().innerText();
    assert.match(text, /acme\/anvil has 1 open pull request/);
    assert.match(text, /#1 Say that it does not bend \(by otto/);
    await workbench.clickDialogButton('Cancel');
    await workbench.press('Control+Shift+G');
    await workbench.page.locator('.scm-view', { hasText: 'Not on the Hub Yet' }).waitFor();
    await workbench.screenshot('hub-source-control');
    assert.equal(hub.state.model('acme/anvil').discussions.length, 1);
  });

  it('leaves the token in the secret storage and nowhere else', async () => {
    assert.notDeepEqual(await workbench.placesOf('otto (all)'), [], 'the name of the account is kept');
    assert.deepEqual(await workbench.placesOf(TOKENS.otto), []);
  });
});
