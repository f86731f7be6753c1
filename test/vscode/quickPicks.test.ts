import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import { chooseTable } from '../../src/editor/extract/chooseTable';
import { fromTable } from '../../src/editor/extract/extractFrom';
import { Previews } from '../../src/editor/extract/preview';
import { extractByQuickPicks } from '../../src/editor/extract/quickPicks';
import { HubBench, textOf } from './hubParts';
import { type Answer, joinLines, makeStore, open, ScriptedAsker, uriOf, write } from './workspace';

const table = [
  '| Benchmark | Alder-1B | Birch-2B |',
  '| --- | --- | --- |',
  '| MMLU | 41.5 | 48.0 |',
  '| GSM8K | 12.3 | 20.1 |',
];
const card = joinLines('---', 'license: mit', '---', '', '# Alder-1B', '', '## Scores', '', ...table);

const GSM8K = '.eval_results/gsm8k.yaml';
const ALSO = 'Apply, also as .eval_results…';

describe('extracting by quick picks', () => {
  const bench = new HubBench();
  let store: CardStore;

  before(async () => (store = await makeStore()));

  async function run(document: vscode.TextDocument, ...answers: readonly Answer[]) {
    const overview = (await store.open(document))?.overview;
    assert.ok(overview);
    const asker = new ScriptedAsker(...answers);
    const choice = await chooseTable(overview, asker);
    assert.equal(choice?.kind, 'table');
    const evalResults = await bench.evalResults();
    const outcome = await extractByQuickPicks(document, fromTable(choice.table), {
      ...{ store, previews: new Previews(), asker },
      evalResults: () => evalResults,
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

  describe('also as .eval_results', () => {
    beforeEach(() => {
      bench.hub.state.benchmarks.set('openai/gsm8k', 'tasks: [{ id: main }, { id: socratic }]');
      bench.hub.state.leaderboards.set('openai/gsm8k', [{ model: 'acme/x', value: 0.9, filename: 'x.yaml' }]);
    });

    it('asks for the task, shows the leaderboard’s scale, and writes both', async () => {
      const document = await open('picks-eval/README.md', card);
      const { outcome, asked } = await run(document, 'Scores', 'Alder-1B', true, ALSO, 'main', true);
      assert.equal(asked[4], '.eval_results: which task of openai/gsm8k?');
      assert.match(asked[5] ?? '', /^Apply with 1 file of \.eval_results\? MMLU stays out: /);
      assert.match(
        asked[5] ?? '',
        /GSM8K 0\.123 goes to \.eval_results\/gsm8k\.yaml: on the leaderboard’s scale, 12\.3 here; 0\.9 is/,
      );
      assert.equal(
        outcome?.message,
        'Added 2 results to model-index and brought 1 result to .eval_results; save all files to keep this, or undo it in one step.',
      );
      const written = await textOf(uriOf(`picks-eval/${GSM8K}`));
      assert.equal(written, joinLines('- dataset:', '    id: openai/gsm8k', '    task_id: main', '  value: 0.123'));
      const [frontMatter = ''] = document.getText().split('# Alder-1B');
      assert.match(frontMatter, /value: 41\.5\n[^]*value: 12\.3\n/);
    });

    it('asks whether other values there are replaced, also where model-index says all already', async () => {
      const there = joinLines('- dataset: { id: openai/gsm8k, task_id: main }', '  value: 0.2 # as it was');
      await write(`picks-eval-there/${GSM8K}`, there);
      const document = await open('picks-eval-there/README.md', card);
      assert.equal((await run(document, 'Scores', 'Alder-1B', ['GSM8K'], 'Apply')).outcome?.kind, 'applied');
      const kept = await run(document, 'Scores', ['GSM8K'], ALSO, 'main', 'Keep');
      assert.match(
        kept.outcome?.message ?? '',
        /^Nothing would be written .* \.eval_results\/gsm8k\.yaml says 0\.2\.$/,
      );
      const { outcome, asked } = await run(document, 'Scores', ['GSM8K'], ALSO, 'main', 'Replace', true);
      assert.match(asked.at(-1) ?? '', /GSM8K 0\.123 replaces 0\.2 in \.eval_results/);
      assert.equal(outcome?.kind, 'applied');
      const file = await vscode.workspace.openTextDocument(uriOf(`picks-eval-there/${GSM8K}`));
      assert.equal(file.getText(), there.replace('0.2', '0.123'));
    });

    it('writes nothing where the person leaves, and is not offered where no score has a leaderboard', async () => {
      const document = await open('picks-eval-none/README.md', card);
      const left = await run(document, 'Scores', 'Alder-1B', true, ALSO, 'main', false);
      assert.equal(left.outcome, undefined);
      assert.equal(document.getText(), card);
      await assert.rejects(run(document, 'Scores', 'Alder-1B', ['MMLU'], ALSO), /There is no "Apply, also as/);
    });
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
