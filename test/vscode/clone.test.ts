import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { AccountCommands } from '../../src/editor/account/accountCommands';
import { Repositories } from '../../src/editor/cards/repositories';
import { CardPlaces } from '../../src/editor/hubClone/cardPlaces';
import { CloneCommands } from '../../src/editor/hubClone/cloneCommands';
import { BaseDocuments } from '../../src/editor/publish/baseDocuments';
import { HubSourceControl } from '../../src/editor/publish/hubSourceControl';
import { PublishCommands } from '../../src/editor/publish/publishCommands';
import { CARD, HubBench, MODEL } from './hubParts';
import { type Answer, open, ScriptedAsker, uriOf, write } from './workspace';

describe('a card in a clone', () => {
  const bench = new HubBench();
  const changed = CARD.replace('Drop it.', 'Drop it on a foot.');
  let number = 0;
  let folder = '';
  beforeEach(() => (folder = `clone-${++number}`));
  afterEach(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(uriOf(folder), { recursive: true });
  });

  const repository = () => bench.hub.state.model(MODEL);

  /** A clone as git leaves it, of which only the files are there that are read. */
  async function clone(text: string, head = repository().resolve('main')!.oid): Promise<vscode.TextDocument> {
    await write(`${folder}/.git/config`, `[remote "origin"]\n\turl = https://huggingface.co/${MODEL}\n`);
    await write(`${folder}/.git/HEAD`, 'ref: refs/heads/main\n');
    await write(`${folder}/.git/packed-refs`, `# pack-refs with: peeled\n${head} refs/heads/main\n`);
    return open(`${folder}/README.md`, text);
  }

  async function gitState(): Promise<readonly string[]> {
    const names = (await vscode.workspace.fs.readDirectory(uriOf(`${folder}/.git`))).map(([name]) => name).sort();
    const texts = names.map(async (name) =>
      new TextDecoder().decode(await vscode.workspace.fs.readFile(uriOf(`${folder}/.git/${name}`))),
    );
    return [...names, ...(await Promise.all(texts))];
  }

  function commands(document: vscode.TextDocument, ...answers: readonly Answer[]): CloneCommands {
    bench.asker = new ScriptedAsker(...answers);
    const { session, cards, asker, accounts } = bench;
    const repositories = new Repositories();
    const control = new HubSourceControl(cards, new BaseDocuments(cards));
    const account = new AccountCommands(accounts, session, asker);
    const publishing = new PublishCommands({ session, cards, asker, showPage: () => undefined }, account, control);
    const places = new CardPlaces(repositories, bench.state, asker);
    const cardOf = () => Promise.resolve(document);
    return new CloneCommands({ session, cards, repositories, places, publishing, asker, cardOf });
  }

  function shownDiff(): vscode.TabInputTextDiff {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    assert.ok(input instanceof vscode.TabInputTextDiff);
    return input;
  }

  it('is compared with what the Hub has now', async () => {
    const document = await clone(changed);
    await commands(document).compare();
    const { original, modified } = shownDiff();
    assert.equal(modified.toString(), document.uri.toString());
    assert.equal((await vscode.workspace.openTextDocument(original)).getText(), CARD);
  });

  it('is pushed as a pull request, never as a commit, and leaves git alone', async () => {
    await bench.signIn('mona');
    const document = await clone(changed);
    const before = await gitState();
    await commands(document, 'New pull request', 'Say where', '').push();
    assert.equal(repository().text('README.md', 'refs/pr/1'), changed);
    assert.equal(repository().text('README.md'), CARD);
    assert.equal(repository().discussion(1)?.title, 'Say where');
    assert.deepEqual(await gitState(), before);
    assert.deepEqual(await bench.cards.drafts(), []);
    assert.equal(document.getText(), changed);
  });

  it('keeps what was changed on the Hub since the commit that is checked out', async () => {
    await bench.signIn('mona');
    const document = await clone(changed);
    const onHub = CARD.replace('license: mit', 'license: apache-2.0');
    const head = repository().resolve('main')!;
    const files = new Map(head.files).set('README.md', Buffer.from(onHub));
    const facts = { parents: [head.oid], title: 'Meanwhile', message: '', author: 'mona', date: new Date() };
    repository().move('main', repository().add({ ...facts, files }));
    await commands(document, true).push();
    const [draft] = await bench.cards.drafts();
    const both = onHub.replace('Drop it.', 'Drop it on a foot.');
    assert.equal(new TextDecoder().decode(draft?.draft?.content), both);
    assert.equal(repository().discussions.length, 0);
  });

  it('asks before it takes back what it cannot know of, and shows both sides first', async () => {
    await bench.signIn('mona');
    const document = await clone(changed, 'f'.repeat(40));
    await commands(document, true).push();
    assert.match(bench.asker.asked[0] ?? '', /^It cannot be told which state of acme\/anvil this card began from/);
    assert.equal(shownDiff().modified.toString(), document.uri.toString());
    await commands(document, 'Push All the Same', 'New pull request', true, true).push();
    assert.equal(repository().text('README.md', 'refs/pr/1'), changed);
  });

  it('leaves no draft behind where the person turns back, or has nothing to push', async () => {
    await bench.signIn('otto');
    await commands(await clone(changed), undefined).push();
    assert.deepEqual(await bench.cards.drafts(), []);
    await commands(await clone(CARD)).push();
    assert.deepEqual(bench.asker.asked, []);
    assert.equal(repository().discussions.length, 0);
  });

  it('has the line endings of its repository, whatever git made of them here', async () => {
    await bench.signIn('otto');
    const document = await clone(changed.replaceAll('\n', '\r\n'));
    await commands(document, 'New pull request', true, true).push();
    assert.equal(repository().text('README.md', 'refs/pr/1'), changed);
  });

  it('asks once for the model where nothing tells it, and forgets one that is not there', async () => {
    const document = await open(`${folder}/README.md`, changed);
    await commands(document, ['acme/none', 'acme/none']).compare();
    assert.deepEqual(bench.asker.asked, ['Which Model Does README.md Describe?']);
    await commands(document, ['anv', MODEL]).compare();
    assert.equal(shownDiff().modified.toString(), document.uri.toString());
    await commands(document).compare();
    assert.deepEqual(bench.asker.asked, [], 'it is remembered');
  });
});
