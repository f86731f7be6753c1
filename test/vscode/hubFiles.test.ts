import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFromHub } from '../../src/editor/hubFiles/openFromHub';
import { CARD, HubBench, MODEL, textOf } from './hubParts';
import { lenses, ScriptedAsker } from './workspace';

describe('cards on the Hub', () => {
  const bench = new HubBench();

  async function edit(document: vscode.TextDocument, text: string): Promise<void> {
    const change = new vscode.WorkspaceEdit();
    change.insert(document.uri, document.positionAt(document.getText().length), text);
    assert.ok(await vscode.workspace.applyEdit(change));
  }

  const repository = () => bench.hub.state.model(MODEL);

  it('are read at a branch, a commit and a pull request', async () => {
    assert.equal(await textOf(bench.uri()), CARD);
    assert.equal(await textOf(bench.uri(repository().resolve('main')!.oid)), CARD);
    await assert.rejects(textOf(bench.uri('refs:pr:7')), /has no revision refs\/pr\/7/);
    await assert.rejects(textOf(bench.uri('main', 'OTHER.md')), /has no OTHER\.md/);
  });

  it('stand in folders with their other files, which are for reading', async () => {
    const folder = vscode.Uri.joinPath(bench.uri(), '..');
    const names = (await vscode.workspace.fs.readDirectory(folder)).map(([name]) => name);
    assert.deepEqual(names.sort(), ['README.md', 'config.json']);
    const config = bench.uri('main', 'config.json');
    assert.equal(await textOf(config), '{}');
    await assert.rejects(async () => vscode.workspace.fs.writeFile(config, new Uint8Array()));
  });

  it('keep what is saved as a draft, without the network, and across a reload', async () => {
    const document = await vscode.workspace.openTextDocument(bench.uri());
    await edit(document, 'One line more.\n');
    await bench.hub.stop();
    assert.equal(await document.save(), true);
    const { mtime } = await vscode.workspace.fs.stat(document.uri);
    await edit(document, 'And another.\n');
    assert.equal(await document.save(), true);
    assert.ok((await vscode.workspace.fs.stat(document.uri)).mtime > mtime);
    bench.start();
    assert.equal(await textOf(document.uri), `${CARD}One line more.\nAnd another.\n`);
    const record = await bench.cards.record(document.uri);
    assert.equal(new TextDecoder().decode(record?.base?.content), CARD);
  });

  it('have no draft once they are as on the Hub again', async () => {
    const uri = bench.uri();
    await textOf(uri);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('other\n'));
    assert.equal((await bench.cards.drafts()).length, 1);
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(CARD));
    assert.equal((await bench.cards.drafts()).length, 0);
  });

  it('are opened by search and by address, with everything that works on a card', async () => {
    process.env['HF_ENDPOINT'] = bench.hub.url;
    try {
      await openFromHub(bench.session, new ScriptedAsker(['anv', MODEL]));
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.uri.toString(true), `hf://models/${MODEL}@main/README.md`);
      assert.deepEqual(await lenses(document), ['7: Extract to model-index: 1 benchmark']);
      const page = `${bench.hub.url}/${MODEL}/blob/main/README.md`;
      await openFromHub(bench.session, new ScriptedAsker([page, MODEL]));
      assert.equal(vscode.window.activeTextEditor?.document, document);
    } finally {
      delete process.env['HF_ENDPOINT'];
    }
  });
});
