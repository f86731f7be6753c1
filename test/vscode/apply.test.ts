import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import { applyExtraction, moveMetadataUp } from '../../src/editor/extract/apply';
import { type ExtractionChoice, NO_CHOICE } from '../../src/editor/extract/choice';
import { fromTable } from '../../src/editor/extract/extractFrom';
import { extractNow } from '../../src/editor/extract/extractNow';
import { joinLines, makeStore, open, replace, ScriptedAsker, write } from './workspace';

const table = [
  '| Benchmark | Alder-1B | Birch-2B |',
  '| --- | --- | --- |',
  '| MMLU | 41.5 | 48.0 |',
  '| GSM8K | 12.3 | 20.1 |',
];
const card = joinLines('---', 'license: mit   # ours', '---', '', '# Alder-1B', '', ...table);
const alder: ExtractionChoice = { ...NO_CHOICE, model: { index: 0, name: 'Alder-1B' } };
const birch: ExtractionChoice = { ...NO_CHOICE, model: { index: 1, name: 'Birch-2B' } };

describe('applying an extraction', () => {
  let store: CardStore;

  before(async () => (store = await makeStore()));

  async function see(document: vscode.TextDocument, choice: ExtractionChoice) {
    const overview = (await store.open(document))?.overview;
    const first = overview?.tables[0];
    assert.ok(first);
    const from = fromTable(first);
    const seen = (await extractNow(store, document, from, choice))?.extraction.fingerprint ?? '';
    return { document, from, choice, seen };
  }

  it('adds the results, leaves every other line, and is undone in one step', async () => {
    const document = await open('apply/README.md', card);
    await vscode.window.showTextDocument(document);
    const outcome = await applyExtraction(await see(document, alder), store, new ScriptedAsker());
    assert.equal(outcome.kind, 'applied');
    assert.match(outcome.message, /^Added 2 results to model-index/);
    const after = document.getText();
    assert.match(after, /value: 41\.5\n/);
    assert.match(after, /value: 12\.3\n/);
    assert.doesNotMatch(after.slice(0, after.indexOf('# Alder')), /48\.0|20\.1/);
    assert.ok(after.startsWith('---\nlicense: mit   # ours\n'));
    assert.ok(after.endsWith(card.slice(card.indexOf('# Alder-1B'))));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), card);
  });

  it('changes nothing the second time', async () => {
    const document = await open('apply-twice/README.md', card);
    await applyExtraction(await see(document, alder), store, new ScriptedAsker());
    const once = document.getText();
    const outcome = await applyExtraction(await see(document, alder), store, new ScriptedAsker());
    assert.equal(outcome.kind, 'unchanged');
    assert.equal(document.getText(), once);
  });

  it('works the merge out again when the text around has changed', async () => {
    const document = await open('apply-moved/README.md', card);
    const request = await see(document, alder);
    await replace(document, '# Alder-1B\n', '# Alder-1B\n\nA paragraph more.\n');
    await replace(document, 'license: mit', 'license: apache-2.0\nlanguage: en');
    assert.equal((await applyExtraction(request, store, new ScriptedAsker())).kind, 'applied');
    const text = document.getText();
    assert.ok(text.startsWith('---\nlicense: apache-2.0\nlanguage: en   # ours\nmodel-index:\n'));
    assert.match(text, /A paragraph more\./);
  });

  it('is refused when a score has changed under it', async () => {
    const document = await open('apply-changed/README.md', card);
    const request = await see(document, alder);
    await replace(document, '41.5', '14.5');
    const before = document.getText();
    const outcome = await applyExtraction(request, store, new ScriptedAsker());
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.message, /has changed in a way that matters/);
    assert.equal(document.getText(), before);
  });

  it('is refused when the table is gone', async () => {
    const document = await open('apply-gone/README.md', card);
    const request = await see(document, alder);
    await replace(document, table.join('\n'), 'No table any more.');
    assert.match((await applyExtraction(request, store, new ScriptedAsker())).message, /table is gone/);
  });

  it('is refused for another model until that is confirmed', async () => {
    const document = await open('apply-other/README.md', card);
    const outcome = await applyExtraction(await see(document, birch), store, new ScriptedAsker());
    assert.match(outcome.message, /^Confirm first/);
    assert.equal(document.getText(), card);
    const confirmed = { ...birch, confirmed: { index: 1, name: 'Birch-2B' } };
    assert.equal((await applyExtraction(await see(document, confirmed), store, new ScriptedAsker())).kind, 'applied');
    assert.match(document.getText(), /value: 48\.0\n/);
  });

  it('warns before the editor folds mixed line endings', async () => {
    const mixed = card.replace('---\n', '---\r\n');
    const document = await vscode.workspace.openTextDocument(await write('apply-mixed/README.md', mixed));
    const before = document.getText();
    const asker = new ScriptedAsker(false);
    assert.equal((await applyExtraction(await see(document, alder), store, asker)).kind, 'cancelled');
    assert.match(asker.asked[0] ?? '', /mixes line endings/);
    assert.equal(document.getText(), before);
  });

  it('warns before the editor replaces bytes that are no UTF-8', async () => {
    const bytes = new TextEncoder().encode(card.replace('# ours', '# ou?s'));
    const document = await vscode.workspace.openTextDocument(
      await write(
        'apply-bytes/README.md',
        bytes.map((byte) => (byte === 0x3f ? 0xe9 : byte)),
      ),
    );
    const asker = new ScriptedAsker(true);
    assert.equal((await applyExtraction(await see(document, alder), store, asker)).kind, 'applied');
    assert.match(asker.asked[0] ?? '', /not UTF-8/);
  });

  it('moves metadata up that the Hub does not see', async () => {
    const document = await open('apply-hidden/README.md', `<!-- a note -->\n\n${card}`);
    const request = await see(document, alder);
    const outcome = await applyExtraction(request, store, new ScriptedAsker());
    assert.equal(outcome.kind, 'refused');
    assert.equal((await moveMetadataUp(request, store, new ScriptedAsker())).kind, 'applied');
    assert.ok(document.getText().startsWith('---\nlicense: mit   # ours\n---\n<!-- a note -->\n'));
  });

  it('leaves a read-only card as it is', async () => {
    const files = vscode.workspace.getConfiguration('files');
    await files.update('readonlyInclude', { '**/apply-read-only/**': true }, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await open('apply-read-only/README.md', card);
      await vscode.window.showTextDocument(document);
      const outcome = await applyExtraction(await see(document, alder), store, new ScriptedAsker());
      assert.equal(outcome.kind, 'refused');
      assert.match(outcome.message, /^The card is read-only/);
      assert.equal(document.getText(), card);
    } finally {
      await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('never edits front matter that is broken', async () => {
    const broken = card.replace('license: mit', 'license: [mit');
    const document = await open('apply-broken/README.md', broken);
    const outcome = await applyExtraction(await see(document, alder), store, new ScriptedAsker());
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.message, /not valid YAML/);
    assert.equal(document.getText(), broken);
  });

  it('works on a card of more than 64 kB', async () => {
    const prose = `${'A line of prose that makes the card long. '.repeat(4)}\n`.repeat(600);
    const document = await open('apply-long/README.md', `${card}\n${prose}`);
    assert.equal((await applyExtraction(await see(document, alder), store, new ScriptedAsker())).kind, 'applied');
    assert.match(document.getText().slice(0, 1500), /value: 41\.5\n/);
  });
});
