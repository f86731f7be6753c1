import assert from 'node:assert/strict';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { AddResults } from '../../src/editor/addResults/index';
import { CardOpener } from '../../src/editor/analysis/cardOpener';
import type { CardStore } from '../../src/editor/analysis/cardStore';
import { ModelCards } from '../../src/editor/cards/modelCards';
import { Repositories } from '../../src/editor/cards/repositories';
import { applyExtraction } from '../../src/editor/extract/apply';
import { type ExtractionChoice, NO_CHOICE } from '../../src/editor/extract/choice';
import type { ExtractFrom } from '../../src/editor/extract/extractFrom';
import { extractNow } from '../../src/editor/extract/extractNow';
import {
  activate,
  type Answer,
  eventually,
  joinLines,
  makeStore,
  open,
  ScriptedAsker,
  uriOf,
  write,
} from './workspace';

const card = joinLines('---', 'license: mit', '---', '', '# Anvil-7B');

const RESULTS = {
  config_general: { max_samples: null, model_name: 'acme/Anvil-7B' },
  results: {
    'gsm8k|5': { extractive_match: 0.4215, extractive_match_stderr: 0.0136 },
    'mmlu:astronomy|5': { em: 0.5 },
    'mmlu:virology|5': { em: 0.75 },
    'mmlu:_average|5': { em: 0.625 },
  },
  config_tasks: { 'gsm8k|5': { hf_repo: 'openai/gsm8k', hf_subset: 'main', evaluation_splits: ['test'] } },
};

interface Opened {
  readonly card: vscode.TextDocument;
  readonly from: ExtractFrom;
  readonly choice: ExtractionChoice;
}

describe('adding the results of a file', () => {
  let store: CardStore;
  let opened: Opened[];

  before(async () => (store = await makeStore()));
  beforeEach(() => (opened = []));

  async function addResults(asker: ScriptedAsker, cardOf: () => Promise<vscode.TextDocument | null>) {
    const { extensionPath } = await activate();
    const opener = new CardOpener(join(extensionPath, 'media', 'data'));
    return new AddResults({
      cards: new ModelCards(new Repositories()),
      panels: { open: (one, from, choice = NO_CHOICE) => void opened.push({ card: one, from, choice }) },
      asker,
      benchmarks: () => opener.benchmarks(),
      cardOf,
      log: { error: (message: string) => assert.fail(message) } as unknown as vscode.LogOutputChannel,
    });
  }

  /** Calls the command as a menu does, on a card or on a file. */
  async function run(document: vscode.TextDocument, target: vscode.Uri, ...answers: readonly Answer[]) {
    const asker = new ScriptedAsker(...answers);
    await (await addResults(asker, () => Promise.resolve(document))).run(target);
    return asker;
  }

  it('takes a file for a card; metadata and the table of the body are one undo step', async () => {
    const path = 'add-results/results_2026-11-20T09-30-00.json';
    await write(path, JSON.stringify(RESULTS));
    const document = await open('add-results/README.md', card);
    await run(document, document.uri, path);
    const [panel] = opened;
    assert.ok(panel?.from.kind === 'scores');
    assert.equal(panel.from.title, 'lighteval, results_2026-11-20T09-30-00.json');
    assert.match(panel.from.reproduce ?? '', /^- Model: `acme\/Anvil-7B`$/m);
    const choice = { ...panel.choice, table: true };
    const current = await extractNow(store, document, panel.from, choice);
    assert.ok(current);
    assert.deepEqual([current.extraction.model, current.extraction.needsConfirmation], [0, false]);
    await vscode.window.showTextDocument(document);
    const request = { document, from: panel.from, choice, seen: current.extraction.fingerprint };
    const outcome = await applyExtraction(request, store, new ScriptedAsker());
    assert.match(outcome.message, /^Added 2 results to model-index and wrote the table in the body;/);
    const text = document.getText();
    assert.match(text, /value: 0\.4215\n {6}name: extractive_match \(lighteval\)\n/);
    assert.match(text, /\n\| GSM8K \| extractive_match \(lighteval\) \| 5 \| 0\.4215 ± 0\.0136 \|\n/);
    assert.doesNotMatch(text, /astronomy/i);
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), card);
  });

  it('takes a card for a file, and asks before it takes the results of another model', async () => {
    const file = await write('add-results-b/log.json', JSON.stringify(RESULTS).replace('acme/Anvil', 'acme/Hammer'));
    const document = await open('add-results-b/README.md', card);
    const { asked } = await run(document, file, 'add-results-b/README.md');
    assert.deepEqual(asked, ['Add results: to which card?']);
    const [panel] = opened;
    assert.equal(panel?.card.uri.path, document.uri.path);
    assert.ok(panel);
    const current = await extractNow(store, document, panel.from, panel.choice);
    assert.deepEqual([current?.extraction.model, current?.extraction.needsConfirmation], [0, true]);
  });

  it('offers a dropped file’s results in the corner, and says nothing of any other file', async () => {
    const document = await open('add-results-c/README.md', card);
    const results = await write('add-results-c/results.json', JSON.stringify(RESULTS));
    const other = await write('add-results-c/config.json', '{"layers": 12}');
    const asker = new ScriptedAsker(true);
    const adding = await addResults(asker, () => Promise.resolve(null));
    const drop = (...uris: readonly vscode.Uri[]) => {
      const data = new vscode.DataTransfer();
      data.set('text/uri-list', new vscode.DataTransferItem(uris.map(String).join('\r\n')));
      return adding.provideDocumentDropEdits(document, new vscode.Position(0, 0), data);
    };
    assert.equal(await drop(other), undefined);
    assert.equal(await drop(results, other), undefined);
    assert.equal(await drop(results), undefined);
    await eventually(
      () => opened.length,
      (length) => length === 1,
    );
    assert.deepEqual(asker.asked, ['results.json holds results of lighteval for acme/Anvil-7B. ']);
  });

  it('leaves where the person leaves, or the file tells no results', async () => {
    const document = await open('add-results-d/README.md', card);
    await run(document, document.uri, undefined);
    await write('add-results-d/config.json', '{"layers": 12}');
    await run(document, document.uri, 'add-results-d/config.json');
    await run(document, uriOf('add-results-d/none.json'));
    assert.deepEqual(opened, []);
  });

  it('is registered', async () => {
    await activate();
    assert.ok((await vscode.commands.getCommands(true)).includes('modelCard.addResults'));
  });
});
