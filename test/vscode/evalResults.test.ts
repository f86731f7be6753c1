import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import type { EvalResults } from '../../src/editor/evalResults/index';
import type { EvalResultsView } from '../../src/editor/evalResults/evalView';
import { applyExtraction, type ApplyOutcome } from '../../src/editor/extract/apply';
import { type EvalChoice, type ExtractionChoice, NO_CHOICE } from '../../src/editor/extract/choice';
import { fromTable } from '../../src/editor/extract/extractFrom';
import { extractNow } from '../../src/editor/extract/extractNow';
import { publish } from '../../src/editor/publish/publish';
import { HubBench, MODEL, textOf } from './hubParts';
import { type Answer, eventually, joinLines, makeStore, open, replace, ScriptedAsker, uriOf, write } from './workspace';

const GSM8K = '.eval_results/gsm8k.yaml';
const PRO = '.eval_results/mmlu_pro.yaml';
const NEW_GSM8K = joinLines('- dataset:', '    id: openai/gsm8k', '    task_id: main', '  value: 0.823');
const OLD_PRO = '# ours\n- dataset: { id: TIGER-Lab/MMLU-Pro, task_id: other }\n  value: 40 # as it was\n';
const NEW_PRO = `${OLD_PRO}- dataset:\n    id: TIGER-Lab/MMLU-Pro\n    task_id: mmlu_pro\n  value: 41.5\n`;
const card = joinLines(
  ...['---', 'license: mit', '---', '', '# Anvil', '', '| Benchmark | Anvil |', '| --- | --- |'],
  ...['| MMLU-Pro | 41.5 |', '| GSM8K | 82.3 |', '', 'Drop it.'],
);
const CHOICE: ExtractionChoice & { readonly evalResults: EvalChoice } = {
  ...{ ...NO_CHOICE, model: { index: 0, name: 'Anvil' }, confirmed: { index: 0, name: 'Anvil' } },
  evalResults: { include: true, taskIds: {}, notes: {} },
};

describe('scores as files of .eval_results', () => {
  const bench = new HubBench();
  let store: CardStore;
  let evalResults: EvalResults;

  before(async () => (store = await makeStore()));
  beforeEach(async () => {
    const { state } = bench.hub;
    state.benchmarks.set('openai/gsm8k', 'tasks: [{ id: main }]');
    state.benchmarks.set('TIGER-Lab/MMLU-Pro', 'tasks: [{ id: mmlu_pro }]');
    state.leaderboards.set('openai/gsm8k', [{ model: 'acme/x', value: 0.9, filename: 'x.yaml' }]);
    evalResults = await bench.evalResults();
  });

  /** What the panel shows once the Hub has said all it knows, and how applying that ends. */
  async function see(document: vscode.TextDocument, choice = CHOICE) {
    const [table] = (await store.openNewest(document))?.overview.tables ?? [];
    assert.ok(table);
    const from = fromTable(table);
    const extraction = (await extractNow(store, document, from, choice))?.extraction;
    assert.ok(extraction);
    let view: EvalResultsView;
    for (;;) {
      const proposal = await evalResults.proposal(document, extraction, choice.evalResults);
      view = proposal.view;
      if (!(await evalResults.learn(document, proposal.datasets))) break;
    }
    const { fingerprint: seen } = extraction;
    const apply = (): Promise<ApplyOutcome> => {
      const beside: Parameters<typeof applyExtraction>[0]['beside'] = (now) =>
        evalResults.changes(document, now, choice.evalResults, view.fingerprint);
      return applyExtraction({ document, from, choice, seen, beside }, store, new ScriptedAsker());
    };
    return { view, apply };
  }

  const states = ({ rows }: EvalResultsView) => rows.map((row) => (row.kind === 'entry' ? row.state : row.reason));
  const isThere = (uri: vscode.Uri) =>
    vscode.workspace.fs.stat(uri).then(
      () => true,
      () => false,
    );

  it('are written beside the card and undone with its results in one step', async () => {
    await write(`eval/${PRO}`, OLD_PRO);
    const document = await open('eval/README.md', card);
    await vscode.window.showTextDocument(document);
    const { view, apply } = await see(document);
    assert.deepEqual(states(view), ['added', 'new']);
    assert.deepEqual(await apply(), {
      kind: 'applied',
      message:
        'Added 2 results to model-index and brought 2 results to .eval_results; save all files to keep this, or undo it in one step.',
    });
    const pro = await vscode.workspace.openTextDocument(uriOf(`eval/${PRO}`));
    assert.equal(pro.getText(), NEW_PRO);
    assert.equal(await textOf(uriOf(`eval/${GSM8K}`)), NEW_GSM8K);
    assert.deepEqual(states((await see(document)).view), ['same', 'same']);
    assert.equal((await (await see(document)).apply()).kind, 'unchanged');

    await vscode.commands.executeCommand('undo');
    await eventually(() => document.getText() === card && pro.getText() === OLD_PRO, Boolean);
    for (let tries = 0; (await isThere(uriOf(`eval/${GSM8K}`))) && tries < 50; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    assert.equal(await isThere(uriOf(`eval/${GSM8K}`)), false);
  });

  it('are not written where a file has changed since it was looked at', async () => {
    const document = await open('eval-changed/README.md', card);
    const { apply } = await see(document);
    await write(`eval-changed/${GSM8K}`, NEW_GSM8K.replace('0.823', '0.5'));
    const outcome = await apply();
    assert.equal(outcome.kind, 'refused');
    assert.match(outcome.message, /look at the preview again/);
    assert.equal(document.getText(), card);
    assert.equal(await isThere(uriOf(`eval-changed/${PRO}`)), false);
  });

  it('are taken back where the card is read-only', async () => {
    const settings = vscode.workspace.getConfiguration('files');
    await settings.update(
      'readonlyInclude',
      { '**/eval-read-only/README.md': true },
      vscode.ConfigurationTarget.Workspace,
    );
    try {
      const document = await open('eval-read-only/README.md', card);
      await vscode.window.showTextDocument(document);
      const outcome = await (await see(document)).apply();
      assert.match(outcome.message, /^The card is read-only/);
      assert.equal(document.getText(), card);
      assert.equal(await isThere(uriOf(`eval-read-only/${GSM8K}`)), false);
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  describe('of a card on the Hub', () => {
    const onHub = (path: string, revision = 'main') => bench.hub.state.model(MODEL).text(path, revision);

    beforeEach(() => {
      const repository = bench.hub.state.model(MODEL);
      const head = repository.resolve('main');
      assert.ok(head);
      const files = new Map(head.files).set('README.md', Buffer.from(card)).set(PRO, Buffer.from(OLD_PRO));
      const facts = { parents: [head.oid], title: 'A table', message: '', author: 'mona', date: new Date() };
      repository.move('main', repository.add({ ...facts, files }));
    });

    async function applied(): Promise<vscode.TextDocument> {
      const document = await vscode.workspace.openTextDocument(bench.uri());
      const { apply, view } = await see(document);
      assert.deepEqual(states(view), ['added', 'new']);
      const { kind, message } = await apply();
      assert.equal(kind, 'applied', message);
      return document;
    }

    function send(document: vscode.TextDocument, ...answers: readonly Answer[]) {
      const asker = new ScriptedAsker(...answers);
      const { session, cards } = bench;
      return { asker, outcome: publish(document, { session, cards, asker, showPage: () => undefined }) };
    }

    it('are drafts that one commit brings there with the card’s results', async () => {
      await bench.signIn('mona');
      const { asker, outcome } = send(await applied(), 'Commit to main', true, '');
      assert.equal((await outcome).kind, 'published');
      assert.equal(asker.asked[0], `Publish README.md and 2 files of .eval_results of ${MODEL}`);
      assert.equal(onHub(PRO), NEW_PRO);
      assert.equal(onHub(GSM8K), NEW_GSM8K);
      assert.match(onHub('README.md') ?? '', /value: 82\.3\n/);
      const head = bench.hub.state.model(MODEL).resolve('main');
      assert.equal(head?.title, 'Add 2 evaluation results, update 2 files of .eval_results');
      assert.deepEqual(await bench.cards.drafts(), []);
    });

    it('are one pull request for a stranger, and one more change of it', async () => {
      await bench.signIn('otto');
      const document = await applied();
      assert.equal((await send(document, 'New pull request', 'Add results', '').outcome).kind, 'published');
      assert.equal(onHub(GSM8K), undefined);
      assert.equal(onHub(GSM8K, 'refs/pr/1'), NEW_GSM8K);
      assert.equal(onHub(PRO, 'refs/pr/1'), NEW_PRO);
      assert.deepEqual(await bench.cards.drafts(), []);
      assert.equal(await isThere(bench.uri('main', GSM8K)), false);

      const there = await vscode.workspace.openTextDocument(bench.uri('refs:pr:1', GSM8K));
      await replace(there, '0.823', '0.83');
      assert.equal((await send(there, 'Add to pull request #1', 'Mend a value', '').outcome).kind, 'published');
      assert.match(onHub(GSM8K, 'refs/pr/1') ?? '', /0\.83\n/);
    });

    it('are taken back by Undo, and a file of the Hub is never deleted', async () => {
      const document = await vscode.workspace.openTextDocument(bench.uri());
      await vscode.window.showTextDocument(document);
      const { apply } = await see(document);
      assert.equal((await apply()).kind, 'applied');
      assert.equal(await textOf(bench.uri('main', GSM8K)), NEW_GSM8K);
      await vscode.commands.executeCommand('undo');
      for (let tries = 0; (await isThere(bench.uri('main', GSM8K))) && tries < 50; tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      assert.equal(await isThere(bench.uri('main', GSM8K)), false);
      await assert.rejects(
        async () => vscode.workspace.fs.delete(bench.uri('main', PRO)),
        /Only cards and \.eval_results/,
      );
    });
  });
});
