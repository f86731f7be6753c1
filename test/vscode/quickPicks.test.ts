import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import { chooseTable } from '../../src/editor/extract/chooseTable';
import { fromTable } from '../../src/editor/extract/extractFrom';
import { Previews } from '../../src/editor/extract/preview';
import { extractByQuickPicks } from '../../src/editor/extract/quickPicks';
import { type Answer, joinLines, makeStore, open, ScriptedAsker, uriOf } from './workspace';

const table = [
  '| Benchmark | Alder-1B | Birch-2B |',
  '| --- | --- | --- |',
  '| MMLU | 41.5 | 48.0 |',
  '| GSM8K | 12.3 | 20.1 |',
];
const card = joinLines('---', 'license: mit', '---', '', '# Alder-1B', '', '## Scores', '', ...table);

describe('extracting by quick picks', () => {
  let store: CardStore;

  before(async () => (store = await makeStore()));

  async function run(document: vscode.TextDocument, ...answers: readonly Answer[]) {
    const overview = (await store.open(document))?.overview;
    assert.ok(overview);
    const asker = new ScriptedAsker(...answers);
    const choice = await chooseTable(overview, asker);
    assert.equal(choice?.kind, 'table');
    const outcome = await extractByQuickPicks(document, fromTable(choice.table), {
      store,
      previews: new Previews(),
      asker,
    });
    return { outcome, asked: asker.asked };
  }

  it('goes from table to model to scores to Apply', async () => {
    const document = await open('picks/README.md', card);
    const { outcome } = await run(document, 'Scores', 'Alder-1B', ['GSM8K'], 'Apply');
    assert.equal(outcome?.kind, 'applied');
    const [frontMatter = ''] = document.getText().split('# Alder-1B');
    assert.match(frontMatter, /value: 12\.3\n/);
    assert.doesNotMatch(frontMatter, /41\.5/);
  });

  it('asks before it takes another model’s scores for the card’s', async () => {
    const document = await open('picks-other/README.md', card);
    const { outcome, asked } = await run(document, 'Scores', 'Birch-2B', false);
    assert.equal(outcome, undefined);
    assert.match(asked[2] ?? '', /Birch-2B .* this card’s model\? The card goes by the name Alder-1B/);
    assert.equal(document.getText(), card);
  });

  it('asks for each conflict and replaces only what was decided', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf('tamsin-1b/README.md'));
    const before = document.getText();
    const { outcome, asked } = await run(document, 'Tamsin-1B', true, 'Replace by 19.3', 'Apply');
    assert.equal(outcome?.kind, 'applied');
    assert.match(asked[2] ?? '', /GSM8K/);
    assert.match(document.getText(), /value: 19\.3\n/);
    assert.match(document.getText(), /value: 61\.4 {3}# normalized by length\n/);
    assert.ok(document.getText().endsWith(before.slice(before.indexOf('# Tamsin-1B'))));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
  });

  it('asks which entry is meant where there are several', async () => {
    const entries = ['model-index:', '- name: One', '  results: []', '- name: Two', '  results: []'];
    const document = await open('picks-entries/README.md', card.replace('license: mit', entries.join('\n')));
    await run(document, 'Scores', 'Alder-1B', true, 'Two', 'Apply');
    const text = document.getText();
    assert.ok(text.indexOf('value: 41.5') > text.indexOf('- name: Two'));
    assert.ok(text.includes('- name: One\n  results: []\n'));
  });

  it('applies what was previewed, and closes the preview', async () => {
    const document = await open('picks-preview/README.md', card);
    await vscode.window.showTextDocument(document);
    const before = document.getText();
    const { outcome, asked } = await run(document, 'Scores', 'Alder-1B', true, 'Preview in diff editor', true);
    assert.match(asked.at(-1) ?? '', /nothing is written yet/);
    assert.equal(outcome?.kind, 'applied');
    assert.notEqual(document.getText(), before);
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    assert.deepEqual(
      tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff),
      [],
    );
  });

  it('writes nothing where the preview was enough', async () => {
    const document = await open('picks-look/README.md', card);
    const { outcome } = await run(document, 'Scores', 'Alder-1B', true, 'Preview in diff editor', false);
    assert.equal(outcome, undefined);
    assert.equal(document.getText(), card);
  });

  it('lists the table at the cursor first', async () => {
    const second = ['', '## More', '', '| Benchmark | Alder-1B |', '| --- | --- |', '| ARC | 33.1 |'];
    const document = await open('picks-cursor/README.md', joinLines(...card.trimEnd().split('\n'), ...second));
    const overview = (await store.open(document))?.overview;
    assert.ok(overview);
    const labels: string[] = [];
    const asker = new ScriptedAsker(undefined, undefined);
    const pick = asker.pick.bind(asker);
    asker.pick = (title, options) => {
      labels.push(...options.map(({ label }) => label));
      return pick(title, options);
    };
    await chooseTable(overview, asker, 18);
    assert.deepEqual(labels, ['At the cursor', 'More', 'Tables of scores', 'Scores']);
  });

  it('lists blocks that are nearly a table', async () => {
    const nearly = joinLines(...card.trimEnd().split('\n'), '', '| MMLU | 1.5 |', '| GSM8K | 2.5 |', '| ARC | 3.5 |');
    const overview = (await store.open(await open('picks-near/README.md', nearly)))?.overview;
    assert.ok(overview);
    const choice = await chooseTable(overview, new ScriptedAsker('Line 14'));
    assert.equal(choice?.kind, 'near-table');
    assert.match(choice.nearTable.message, /\.$/);
  });
});
