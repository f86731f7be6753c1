import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import type { Evaluations } from '../../src/editor/evaluations/evaluations';
import type { RunRecord } from '../../src/editor/evaluations/runRecord';
import { applyExtraction } from '../../src/editor/extract/apply';
import { extractNow } from '../../src/editor/extract/extractNow';
import { TOKENS } from '../hub/server/samples';
import { type OpenedPanel, startEvaluations } from './evaluationBench';
import { HubBench } from './hubParts';
import { activate, eventually, joinLines, makeStore, open, ScriptedAsker, write } from './workspace';

const MODEL = 'acme/tiny';
const HALF_AN_HOUR = 30 * 60_000;

/** Only the suite of everything names a uv, since PyTorch is gigabytes. */
const uv = process.env['MODEL_CARD_UV'];

/** Nothing stands in for anything but the Hub: the script that ships, uv, inspect, the transformers library, a model. */
describe('a real evaluation', function () {
  this.timeout(HALF_AN_HOUR);
  const bench = new HubBench();
  let folder: string;
  let evaluations: Evaluations | undefined;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'model card real '))));
  afterEach(() => {
    evaluations?.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  (uv === undefined ? it.skip : it)('is planned, runs in a terminal, is followed, and gets to the card', async () => {
    const { extensionPath } = await activate();
    const python = join(extensionPath, 'test', 'python', 'scripts');
    bench.hub.state.addModel({ id: MODEL, files: tinyModel(python, join(folder, 'model')) });
    const commit = bench.hub.state.model(MODEL).resolve('main')?.oid;
    await bench.signIn('mona');
    await write('real-evaluation/sums.py', readFileSync(join(python, 'tasks', 'inspect_sums.py')));
    const card = await open('real-evaluation/README.md', joinLines('---', 'license: mit', '---', '', '# Tiny'));
    await bench.state.update('hub.models', { [vscode.Uri.joinPath(card.uri, '..').toString()]: MODEL });
    const opened: OpenedPanel[] = [];
    const [runsFolder, programFolder] = [join(folder, 'runs'), join(extensionPath, 'dist')];
    evaluations = await startEvaluations({ bench, card, runsFolder, programFolder, opened });

    const what = [MODEL, 'The whole of each task', 'inspect on the transformers library'];
    const options = ['Options…', 'max-new-tokens', '8', 'temperature', '0', 'Done', 'Go On'];
    const tasks = [['Tasks of a File…'], 'real-evaluation/sums.py', 'half_sums'];
    bench.asker = new ScriptedAsker(...what, ...tasks, ...options, 'Here', true, 'Add to Card');
    const started = Date.now();
    await evaluations.evaluate(card.uri);
    const runs = (): readonly RunRecord[] => bench.state.get<readonly RunRecord[]>('evaluations.runs', []) ?? [];
    const isOver = ([run]: readonly RunRecord[]) => run?.state !== 'waiting' && run?.state !== 'running';
    const [run] = await eventually(runs, isOver, HALF_AN_HOUR);
    assert.deepEqual([run?.state, run?.reason, run?.resultCount], ['finished', undefined, 1]);
    const [row] = evaluations.tree.getChildren();
    assert.ok(row);
    const { label, description } = evaluations.tree.getTreeItem(row);
    assert.match(`${label as string}: ${description as string}`, /^acme\/tiny: half_sums · here · finished · /);
    assert.equal(bench.asker.asked.at(-1), `inspect on ${MODEL} finished: 1 result. `);

    const [panel] = await eventually(
      () => opened,
      ({ length }) => length === 1,
    );
    assert.ok(panel);
    const choice = { ...panel.choice, table: true };
    const store = await makeStore();
    const current = await extractNow(store, card, panel.from, choice);
    assert.equal(current?.extraction.needsConfirmation, false);
    const request = { document: card, from: panel.from, choice, seen: current.extraction.fingerprint };
    await vscode.window.showTextDocument(card);
    const outcome = await applyExtraction(request, store, new ScriptedAsker());
    assert.equal(outcome.kind, 'applied', outcome.message);
    this.title += ` (${String(Math.round((Date.now() - started) / 1000))} s from the first question to the card)`;

    assert.equal(
      card.getText(),
      joinLines(
        ...['---', 'license: mit', 'model-index:', '- name: Tiny', '  results:'],
        ...[
          '  - task:',
          '      type: text-generation',
          '    dataset:',
          '      name: half_sums',
          '      type: half_sums',
        ],
        ...['    metrics:', '    - type: accuracy', '      value: 0.5', '      name: accuracy, includes (inspect-ai)'],
        ...['---', '', '# Tiny', '', '## Evaluation results', ''],
        ...['| Benchmark | Metric | Shots | Value |', '| --- | --- | ---: | ---: |'],
        '| half_sums | accuracy, includes (inspect-ai) | – | 0.5 ± 0.2236 |',
      ),
    );
    const results = JSON.parse(readFileSync(run?.results ?? '', 'utf8')) as Readonly<Record<string, unknown>>;
    assert.deepEqual([results['model'], results['revision'], results['backend']], [MODEL, commit, 'hf']);
    assert.ok(!bench.leaks(TOKENS.mona));
  });

  /** The files of the tiny random model that the tests of the scripts make. */
  function tinyModel(python: string, target: string): Readonly<Record<string, Buffer>> {
    const code =
      'import sys; from pathlib import Path; from tiny_model import write_tiny_model as write; write(Path(sys.argv[1]))';
    const { status, stderr } = spawnSync(uv ?? '', ['run', '--no-project', 'python', '-B', '-c', code, target], {
      cwd: python,
      encoding: 'utf8',
    });
    assert.equal(status, 0, stderr);
    return Object.fromEntries(readdirSync(target).map((name) => [name, readFileSync(join(target, name))]));
  }
});
