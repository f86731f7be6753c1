import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { Command } from '../../src/contributions';
import type { Evaluations } from '../../src/editor/evaluations/evaluations';
import { logUri } from '../../src/editor/evaluations/log/logUri';
import type { PlannedRun } from '../../src/editor/evaluations/plannedRun';
import type { RunRecord } from '../../src/editor/evaluations/runRecord';
import { extractNow } from '../../src/editor/extract/extractNow';
import { listHardware } from '../../src/hub/jobs/hardware';
import type { HubRequest } from '../hub/server/exchange';
import { ownResults, placeJobUv } from '../hub/jobUv';
import type { Fault } from '../hub/server/faults';
import { LLAMA_FILES } from '../hub/llama';
import { TOKENS } from '../hub/server/samples';
import { type OpenedPanel, startEvaluations } from './evaluationBench';
import { HubBench, MODEL } from './hubParts';
import { activate, eventually, joinLines, makeStore, open, ScriptedAsker } from './workspace';

const RESULTS = ownResults(MODEL, {
  task: 'gsm8k',
  dataset: { id: 'openai/gsm8k', config: 'main', split: 'test' },
  shots: 5,
  samples: 1319,
});

/** Stands in for uv: it leaves what the scripts leave, and keeps a GPU busy until its task is over or it is ended. */
const UV = joinLines(
  `#!${process.execPath}`,
  "const { existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');",
  "const { join } = require('node:path');",
  'const args = process.argv.slice(2);',
  "if (args[0] === '--version') { console.log('uv 0.13.9 (stand-in)'); process.exit(); }",
  "const listed = { source: 'inspect-evals 0.27.0', tasks: { forge_qa: { title: 'ForgeQA', samples: 40 } } };",
  "if (args.includes('--list-tasks')) { console.log(JSON.stringify(listed)); process.exit(); }",
  'const after = (name) => args[args.indexOf(name) + 1];',
  "const [out, task] = [after('--output-dir'), after('--tasks')];",
  "const does = { '--seed=1': 'wait', '--seed=2': 'fail' }[args.find((arg) => arg.startsWith('--seed='))];",
  "const folder = join(out, '2026-11-25T05-00-00_model');",
  'mkdirSync(folder, { recursive: true });',
  'const lines = [];',
  "const log = (line) => { lines.push(line); writeFileSync(join(folder, 'evaluation.log'), lines.join('\\n') + '\\n'); console.log(line); };",
  "const { CUDA_VISIBLE_DEVICES: gpus = 'all', HF_TOKEN = '', ELECTRON_RUN_AS_NODE = 'none' } = process.env;",
  'log(`Evaluating ${task} on ${gpus}, token ${HF_TOKEN.length > 0}, electron ${ELECTRON_RUN_AS_NODE}`);',
  "const gpu = join(__dirname, 'gpu');",
  "if (existsSync(gpu)) { log('Failed: the GPU is in use.'); process.exit(1); }",
  "writeFileSync(gpu, '');",
  "process.on('SIGTERM', () => setTimeout(() => {",
  "  rmSync(gpu); log('Cancelled: the run was ended with all that it had started.'); process.exit(1);",
  '}, 1500));',
  'const end = () => {',
  '  rmSync(gpu);',
  "  if (does === 'fail') { log('Failed: the model is too large; take a smaller one.'); process.exit(1); }",
  "  const path = join(folder, 'results.json');",
  `  writeFileSync(path, ${JSON.stringify(JSON.stringify(RESULTS))});`,
  "  console.log('Results: ' + path);",
  '  process.exit(0);',
  '};',
  "const look = () => does !== 'wait' || existsSync(join(__dirname, 'go')) ? end() : setTimeout(look, 50);",
  'look();',
);

describe('evaluations', function () {
  this.timeout(120_000);
  const bench = new HubBench();
  let folder: string;
  let evaluations: Evaluations;
  let card: vscode.TextDocument;
  let opened: OpenedPanel[];
  let pages: string[];

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'model card runs '));
    mkdirSync(join(folder, 'bin'));
    mkdirSync(join(folder, 'model'));
    writeFileSync(join(folder, 'model', 'config.json'), '{}');
    writeFileSync(join(folder, 'bin', 'uv'), UV);
    chmodSync(join(folder, 'bin', 'uv'), 0o755);
    const { extensionPath } = await activate();
    // The real command line, which finds the stand-in only.
    const program = join(extensionPath, 'dist', 'cli.js');
    const text = `process.env.PATH = ${JSON.stringify(join(folder, 'bin'))};\nrequire(${JSON.stringify(program)});\n`;
    writeFileSync(join(folder, 'cli.js'), text);
    opened = [];
    pages = [];
    card = await open('evaluations/README.md', joinLines('---', 'license: mit', '---', '', '# Anvil'));
    await bench.state.update('hub.models', { [vscode.Uri.joinPath(card.uri, '..').toString()]: MODEL });
    evaluations = await start();
  });
  afterEach(() => {
    evaluations.dispose();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const start = () =>
    startEvaluations({ bench, card, runsFolder: join(folder, 'runs'), programFolder: folder, opened, pages });

  function here(does: 'end' | 'wait' | 'fail', gpus: readonly string[] = [], task = 'gsm8k'): PlannedRun {
    const options = { limit: 10, seed: { end: 0, wait: 1, fail: 2 }[does] };
    return {
      request: {
        ...{ model: join(folder, 'model'), framework: 'inspect', backend: 'transformers', tasks: [task], options },
      },
      card: card.uri.toString(),
      place: { kind: 'here', gpus, evenIfTooLarge: true },
    };
  }

  const runs = (): readonly RunRecord[] => bench.state.get<readonly RunRecord[]>('evaluations.runs', []) ?? [];
  const states = (): readonly string[] => runs().map(({ state }) => state);
  /** Plans an evaluation of the card by what the asker answers, with the stand-ins on the PATH. */
  async function evaluateOnPath(): Promise<void> {
    const { PATH } = process.env;
    process.env['PATH'] = `${join(folder, 'bin')}:${PATH ?? ''}`;
    try {
      await evaluations.evaluate(card.uri);
    } finally {
      process.env['PATH'] = PATH;
    }
  }

  const until = (...wanted: readonly string[]) => eventually(states, (now) => String(now) === String(wanted), 60_000);
  const labels = (): readonly string[] => {
    return evaluations.tree.getChildren().map((row) => {
      const { label, description } = evaluations.tree.getTreeItem(row);
      return `${label as string}: ${description as string}`;
    });
  };
  const call = (id: string, row = evaluations.tree.getChildren()[0]) => evaluations.handlers[id]?.(row as never);

  it('runs one here in a terminal, tells its end, and opens its results in the panel', async () => {
    await bench.signIn('mona');
    bench.asker = new ScriptedAsker('Add to Card');
    await evaluations.start(here('end', ['1']));
    await until('finished');
    const [run] = runs();
    assert.deepEqual([run?.resultCount, run?.reason], [1, undefined]);
    const text = readFileSync(join(run?.results ?? '', '..', 'evaluation.log'), 'utf8');
    assert.equal(text, 'Evaluating gsm8k on 1, token true, electron none\n');
    const [panel] = await eventually(
      () => opened,
      ({ length }) => length === 1,
    );
    assert.deepEqual(bench.asker.asked, [`inspect on ${join(folder, 'model')} finished: 1 result. `]);
    assert.equal(panel?.card.uri.toString(), card.uri.toString());
    assert.ok(panel);
    const current = await extractNow(await makeStore(), panel.card, panel.from, panel.choice);
    assert.match(JSON.stringify(current), /0\.625/);
    assert.match(labels()[0] ?? '', /: gsm8k · here · finished · \d+ seconds$/);
    assert.ok(!bench.leaks(TOKENS.mona));
  });

  it('is offered above front matter, planned by a few questions, and starts', async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
      'vscode.executeCodeLensProvider',
      card.uri,
      100,
    );
    const lens = found.find(({ command }) => command?.command === Command.evaluate);
    assert.deepEqual([lens?.range.start.line, lens?.command?.title], [0, 'Evaluate…']);

    const model = join(folder, 'model');
    const chosen = ['Another model…', model, 'Smoke test: 10 samples', 'inspect on the transformers library'];
    bench.asker = new ScriptedAsker(...chosen, ['gsm8k'], 'Go On', true, undefined);
    await evaluateOnPath();
    await until('finished');
    const [run] = runs();
    const request = { model, framework: 'inspect', backend: 'transformers', tasks: ['gsm8k'], options: { limit: 10 } };
    assert.equal(JSON.stringify(run?.planned.request), JSON.stringify(request));
    assert.match(bench.asker.asked.join('\n'), /Evaluate .*model here\?/);
  });

  it('asks the framework for its tasks where a person wants the list anew, and runs one of those', async () => {
    const { extensionPath } = await activate();
    symlinkSync(join(extensionPath, 'dist', 'python'), join(folder, 'python'));
    const model = ['Another model…', join(folder, 'model'), 'Smoke test: 10 samples'];
    // What was ticked before stays ticked, here the way to name a task that only the new list has.
    const tasks = [['Name Tasks…', 'Refresh the List of Tasks…'], true, 'forge_qa'];
    const run = ['inspect on the transformers library', ...tasks, 'Go On', true, undefined];
    bench.asker = new ScriptedAsker(...model, ...run);
    await evaluateOnPath();
    await until('finished');
    assert.deepEqual(runs()[0]?.planned.request.tasks, ['forge_qa']);
  });

  it('takes the settings with which a model fits that would not', async () => {
    const gpu = join(folder, 'bin', 'nvidia-smi');
    writeFileSync(gpu, '#!/bin/sh\n[ "$1" = -L ] || echo \'0, NVIDIA L4, 23034, 22500, 580.95.05, 8.9\'\n');
    chmodSync(gpu, 0o755);
    bench.hub.state.addModel({ id: 'acme/llama-8b', files: LLAMA_FILES });
    const chosen = ['Another model…', 'acme/llama-8b', 'Smoke test: 10 samples', 'inspect on vLLM', ['gsm8k'], 'Go On'];
    bench.asker = new ScriptedAsker(...chosen, 'Here', true, true, undefined);
    await evaluateOnPath();
    const asked = bench.asker.asked.join('\n');
    const [, length] = /acme\/llama-8b needs about .* it fits with --max-model-len (\d+)/.exec(asked) ?? [];
    assert.ok(length !== undefined, asked);
    assert.match(asked, /\nEvaluate acme\/llama-8b here\? .*is NVIDIA L4/);
    await until('finished');
    const { 'max-model-len': taken } = runs()[0]?.planned.request.options ?? {};
    assert.equal(taken, Number(length));
  });

  it('asks for the part of a GPU that is divided', async () => {
    const gpu = join(folder, 'bin', 'nvidia-smi');
    const part = (at: number) => `  MIG ${at}g.${at}0gb  Device  ${at}: (UUID: MIG-${at})`;
    const list = ['GPU 0: NVIDIA A100 (UUID: GPU-1)', part(1), part(3)].join('\\n');
    const row = '0, NVIDIA A100, 81920, 81000, 580.95.05, 8.0';
    writeFileSync(gpu, `#!/bin/sh\nif [ "$1" = -L ]; then printf '${list}\\n'; else echo '${row}'; fi\n`);
    chmodSync(gpu, 0o755);
    const model = ['Another model…', join(folder, 'model'), 'Smoke test: 10 samples'];
    const run = ['inspect on the transformers library', ['gsm8k'], 'Go On', '1g.10gb', true, undefined];
    bench.asker = new ScriptedAsker(...model, ...run);
    await evaluateOnPath();
    await until('finished');
    const log = readFileSync(join(runs()[0]?.results ?? '', '..', 'evaluation.log'), 'utf8');
    assert.match(log, /^Evaluating gsm8k on MIG-1,/);
  });

  it('is planned as a job with hardware, its price, and the most it can cost', async () => {
    await bench.signIn('mona');
    const chosen = ['The whole of each task', 'inspect on vLLM', ['arc_easy'], 'Go On', 'HF Jobs'];
    bench.asker = new ScriptedAsker(MODEL, ...chosen, 'mona', 'a10g-small', '1 hour', false);
    await evaluations.evaluate(card.uri);
    const asked = bench.asker.asked.join('\n');
    assert.match(asked, /at most \$\d+\.\d\d in 60 minutes, paid by mona/);
    assert.deepEqual(runs(), []);
  });

  it('says who may not pay, and remembers what was planned', async () => {
    await bench.signIn('monaReads');
    const chosen = ['The whole of each task', 'inspect on vLLM', ['arc_easy'], 'Go On', 'HF Jobs'];
    bench.asker = new ScriptedAsker(MODEL, ...chosen, 'acme', true, 'mona', false);
    await evaluations.evaluate(card.uri);
    assert.match(
      bench.asker.asked.join('\n'),
      /"reads" only reads, so it cannot run jobs of acme; .*\n.*who pays\?\n.*cannot run jobs of mona/,
    );
    assert.match(JSON.stringify(bench.state.get('evaluations.choices')), /"tasks":\["arc_easy"\]/);
  });

  it('takes the task of a benchmark of the Hub as it is, which inspect alone runs', async () => {
    await bench.signIn('mona');
    const task = 'hf/openai/gsm8k@abc/main';
    bench.asker = new ScriptedAsker(MODEL, 'The whole of each task', 'inspect on vLLM', 'Go On', undefined);
    await evaluations.evaluate(card.uri, task);
    const asked = bench.asker.asked.join('\n');
    assert.ok(!/which tasks|lighteval/.test(asked), asked);
    assert.match(asked, /where\?/);
  });

  it('tells why one failed, and shows its log', async () => {
    bench.asker = new ScriptedAsker('Show Log');
    await evaluations.start(here('fail'));
    await until('failed');
    const editor = await eventually(
      () => vscode.window.activeTextEditor,
      (one) => one?.document.uri.scheme === 'model-card-run' && one.document.getText().includes('Failed:'),
    );
    assert.equal(
      editor?.document.getText(),
      joinLines(
        'Evaluating gsm8k on all, token false, electron none',
        'Failed: the model is too large; take a smaller one.',
      ),
    );
    assert.match(bench.asker.asked[0] ?? '', /failed: the model is too large; take a smaller one\. $/);
  });

  it('tells that one was refused, and shows the terminal that says why', async () => {
    bench.asker = new ScriptedAsker('Show Log');
    await evaluations.start(here('end', [], 'no_such_task'));
    await until('failed');
    assert.match(bench.asker.asked[0] ?? '', /failed: It was not started; its terminal says why\. $/);
    await eventually(
      () => vscode.window.activeTerminal?.name ?? '',
      (name) => name.includes(runs()[0]?.id.slice(0, 8) ?? '?'),
    );
  });

  it('has one wait for its GPU, which a run that is cancelled frees first', async () => {
    bench.asker = new ScriptedAsker(undefined);
    await evaluations.start(here('wait', ['0']));
    await evaluations.start(here('end'));
    await eventually(() => existsSync(join(folder, 'bin', 'gpu')), Boolean, 60_000);
    assert.deepEqual(states(), ['waiting', 'running']);
    assert.match(labels()[0] ?? '', /: gsm8k · here · waiting for the GPUs, which another run uses$/);
    await call(Command.showRunLog, evaluations.tree.getChildren()[1]);
    assert.equal(vscode.window.activeTextEditor?.document.uri.scheme, 'model-card-run');
    await call(Command.cancelRun, evaluations.tree.getChildren()[1]);
    await until('finished', 'cancelled');
    const log = await eventually(
      () => vscode.window.activeTextEditor?.document.getText() ?? '',
      (text) => text.includes('Cancelled'),
    );
    assert.match(log, /^Evaluating gsm8k on 0, .*\nCancelled: the run was ended/);
    await eventually(
      () => bench.asker.asked.length,
      (length) => length === 1,
    );
    await evaluations.start(here('wait'));
    await evaluations.start(here('end'));
    await eventually(() => existsSync(join(folder, 'bin', 'gpu')), Boolean, 60_000);
    await call(Command.cancelRun);
    assert.deepEqual(states().slice(0, 2), ['cancelled', 'running']);
    await call(Command.cancelRun, evaluations.tree.getChildren()[1]);
    await until('cancelled', 'cancelled', 'finished', 'cancelled');
  });

  it('hands each argument on as it is, whatever the editor or a shell would make of it', async () => {
    const path = join(folder, 'argv.json');
    const note = `require('node:fs').writeFileSync(${JSON.stringify(path)}, JSON.stringify(process.argv.slice(2)));\n`;
    writeFileSync(join(folder, 'cli.js'), note);
    const { request, ...planned } = here('end');
    const asking = (prompt: string): PlannedRun => {
      return { ...planned, request: { ...request, options: { 'system-prompt': prompt } } };
    };
    const prompt = 'Find & "x" in $(id) `$HOME` %PATH% $x; it\'s {a}';
    bench.asker = new ScriptedAsker(undefined, true);
    await evaluations.start(asking(prompt));
    await until('failed');
    assert.ok((JSON.parse(readFileSync(path, 'utf8')) as string[]).includes(`--system-prompt=${prompt}`));
    // What stands for a variable of a task the editor replaces, even by what a command gives.
    await evaluations.start(asking('In ${workspaceFolder}'));
    assert.deepEqual(states(), ['failed']);
    assert.match(bench.asker.asked[1] ?? '', /The editor would replace "\$\{workspaceFolder\}" in --system-prompt/);
    assert.match(await vscode.env.clipboard.readText(), /'--system-prompt=In \$\{workspaceFolder\}'/);
  });

  it('starts what waited for a run of another window once that is over', async () => {
    const other: RunRecord = {
      ...{
        id: 'of-another-window',
        planned: here('wait'),
        state: 'running',
        createdAt: Date.now(),
        startedAt: Date.now(),
      },
      ...{ machine: hostname(), owner: process.ppid },
    };
    await bench.state.update('evaluations.runs', [other]);
    bench.asker = new ScriptedAsker(undefined);
    await evaluations.start(here('end'));
    await call(Command.refreshEvaluations);
    assert.deepEqual(states(), ['waiting', 'running']);
    const over = runs().map((run) =>
      run.id === other.id ? { ...other, state: 'finished', endedAt: Date.now() } : run,
    );
    await bench.state.update('evaluations.runs', over);
    await call(Command.refreshEvaluations);
    await until('finished', 'finished');
  });

  it('finds a run again after a reload, and what waited for it', async () => {
    await evaluations.start(here('wait'));
    await evaluations.start(here('end'));
    await eventually(() => existsSync(join(folder, 'bin', 'gpu')), Boolean, 60_000);
    evaluations.dispose();
    bench.asker = new ScriptedAsker(undefined, undefined);
    evaluations = await start();
    assert.deepEqual(states(), ['waiting', 'running']);
    writeFileSync(join(folder, 'bin', 'go'), '');
    await until('finished', 'finished');
    assert.deepEqual(
      runs().map(({ resultCount }) => resultCount),
      [1, 1],
    );
  });

  it('is there in the extension, which loads it when it is needed', async () => {
    evaluations.dispose();
    const document = await vscode.workspace.openTextDocument(logUri('none', { run: 'none' }));
    assert.equal(document.getText(), 'This run is no longer known; its row was removed.\n');
    const known = await vscode.commands.getCommands(true);
    assert.deepEqual(
      [Command.evaluate, Command.showRunLog, Command.cancelRun].filter((id) => !known.includes(id)),
      [],
    );
  });

  it('does not call one running whose process is gone', async () => {
    bench.asker = new ScriptedAsker(undefined, undefined);
    const record: RunRecord = {
      ...{ id: 'one-of-before', planned: here('end'), state: 'running', createdAt: 1, startedAt: 1 },
      ...{ machine: hostname(), owner: 2 ** 30, process: 2 ** 30 },
    };
    const left = join(folder, 'runs', 'other-of-before', '2026-11-25T05-00-00_model');
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, 'results.json'), JSON.stringify(RESULTS));
    await bench.state.update('evaluations.runs', [record, { ...record, id: 'other-of-before' }]);
    evaluations.dispose();
    evaluations = await start();
    await until('interrupted', 'finished');
    assert.match(bench.asker.asked.join(), /was interrupted: The editor or the terminal was closed/);
  });

  describe('on HF Jobs', () => {
    beforeEach(async () => {
      placeJobUv(join(folder, 'bin'), bench.hub, RESULTS);
      await bench.signIn('mona');
      const { extensionPath } = await activate();
      symlinkSync(join(extensionPath, 'dist', 'python'), join(folder, 'python'));
    });

    async function inJob(namespace = 'acme'): Promise<PlannedRun> {
      const session = await bench.session.open();
      assert.ok(session.kind === 'session');
      const list = await listHardware(session.connection);
      const hardware = list.ok ? list.value.find(({ flavor }) => flavor === 'l4x1') : undefined;
      assert.ok(hardware);
      return {
        request: { model: MODEL, framework: 'inspect', backend: 'vllm', tasks: ['gsm8k'], options: {} },
        card: card.uri.toString(),
        place: { kind: 'job', namespace, hardware, gpus: 1, timeoutSeconds: 3600 },
      };
    }

    it('confirms the cost, submits one, follows it, and adds its results to the card', async () => {
      bench.asker = new ScriptedAsker(true, 'Add to Card');
      await evaluations.start(await inJob());
      await until('finished');
      await eventually(
        () => opened.length,
        (length) => length === 1,
      );
      assert.deepEqual(bench.asker.asked, [
        `Start the job for gsm8k? ${MODEL} runs on l4x1 (L4, 24 GB): $0.80 an hour, at most $0.80 in 60 minutes, paid by acme.`,
        `inspect on ${MODEL} finished: 1 result. `,
      ]);
      const [run] = runs();
      assert.deepEqual(JSON.parse(readFileSync(run?.results ?? '', 'utf8')), RESULTS);
      assert.match(labels().join('\n'), /^acme\/anvil: gsm8k · l4x1 for acme · finished · \d+ seconds · /);
      await call(Command.showRunLog);
      const text = await eventually(
        () => vscode.window.activeTextEditor?.document.getText() ?? '',
        (shown) => shown.includes('status=COMPLETED'),
      );
      assert.match(text, /\nEvaluating in a job\n-----BEGIN/);
      await call(Command.browseJob);
      assert.deepEqual(pages, [run?.job?.page]);
      assert.ok(!bench.leaks(TOKENS.mona));
    });

    it('starts none where the cost is not agreed to, and tells why the Hub takes none', async () => {
      bench.asker = new ScriptedAsker(false);
      await evaluations.start(await inJob());
      assert.deepEqual([states(), bench.hub.state.jobs.all.length], [[], 0]);
      bench.hub.state.jobs.withoutCredits.add('acme');
      bench.asker = new ScriptedAsker(true, undefined);
      await evaluations.start(await inJob());
      assert.deepEqual(states(), ['failed']);
      assert.match(bench.asker.asked[1] ?? '', /credit/);
    });

    it('loses none whose start is unsure', async () => {
      const isSubmit = ({ method, url }: HubRequest): boolean => method === 'POST' && url.pathname === '/api/jobs/acme';
      const isList = ({ url }: HubRequest): boolean => url.searchParams.has('label');
      bench.hub.faults.add({ fault: { kind: 'cut', when: 'after' }, matches: isSubmit });
      bench.hub.faults.add({ fault: { kind: 'answer', reply: { status: 500 } }, matches: isList, times: 10 });
      bench.asker = new ScriptedAsker(true, undefined);
      await evaluations.start(await inJob());
      assert.match(runs()[0]?.reason ?? '', /look for it at .* before you start another/);
      while (runs()[0]?.job === undefined) await call(Command.refreshEvaluations);
      await until('finished');
      assert.equal(bench.hub.state.jobs.all.length, 1);
    });

    it('cancels one after a word on what is paid, and takes one up after a reload', async () => {
      writeFileSync(join(folder, 'bin', 'stay'), '');
      bench.asker = new ScriptedAsker(true, true);
      await evaluations.start(await inJob());
      evaluations.dispose();
      evaluations = await start();
      await until('running');
      await call(Command.cancelRun);
      await until('cancelled');
      assert.match(
        bench.asker.asked[1] ?? '',
        /^Cancel the job of acme\/anvil\? About .*, what it has cost so far, is paid;/,
      );
      assert.equal(bench.hub.state.jobs.all[0]?.stage, 'CANCELED');
    });

    it('cancels one that may or may not have been started as soon as it is found', async () => {
      writeFileSync(join(folder, 'bin', 'stay'), '');
      const isSubmit = ({ method, url }: HubRequest): boolean => method === 'POST' && url.pathname === '/api/jobs/acme';
      const isList = ({ url }: HubRequest): boolean => url.searchParams.has('label');
      bench.hub.faults.add({ fault: { kind: 'cut', when: 'after' }, matches: isSubmit });
      const fault: Fault = { kind: 'answer', reply: { status: 500 } };
      const off = bench.hub.faults.add({ fault, matches: isList, times: 999 });
      bench.asker = new ScriptedAsker(true);
      await evaluations.start(await inJob());
      assert.equal(runs()[0]?.job, undefined);
      await call(Command.cancelRun);
      assert.match(labels()[0] ?? '', /being ended/);
      off();
      await call(Command.refreshEvaluations);
      await until('cancelled');
      assert.deepEqual(
        bench.hub.state.jobs.all.map(({ stage }) => stage),
        ['CANCELED'],
      );
    });

    it('keeps one that another account does not see, and says so', async () => {
      writeFileSync(join(folder, 'bin', 'stay'), '');
      bench.asker = new ScriptedAsker(true);
      await evaluations.start(await inJob('mona'));
      await until('running');
      await bench.signIn('otto');
      // The Hub may hide what it does not show.
      const isHidden = ({ url, token }: HubRequest): boolean =>
        /^\/api\/jobs\/mona\/\w+$/.test(url.pathname) && token?.user === 'otto';
      const fault: Fault = { kind: 'answer', reply: { status: 404 } };
      bench.hub.faults.add({ fault, matches: isHidden, times: 999 });
      await call(Command.refreshEvaluations);
      assert.match(labels().join('\n'), /does not see the jobs of mona; switch to the one that started them/);
      assert.deepEqual([states(), runs()[0]?.endedAt], [['running'], undefined]);
      await bench.signIn('mona');
      bench.asker = new ScriptedAsker(true);
      await call(Command.cancelRun);
      await until('cancelled');
    });

    it('starts one again at the price of the day, and none on hardware that is gone', async () => {
      bench.asker = new ScriptedAsker(true, undefined, true, undefined);
      await evaluations.start(await inJob());
      await until('finished');
      const { jobs } = bench.hub.state;
      const before = jobs.hardware;
      jobs.hardware = before.map((one) => ({ ...one, unitCostMicroUSD: 2 * one.unitCostMicroUSD }));
      await call(Command.runAgain);
      assert.match(bench.asker.asked[2] ?? '', /\$1\.60 an hour/);
      await until('finished', 'finished');
      jobs.hardware = before.filter(({ name }) => name !== 'l4x1');
      await call(Command.runAgain);
      assert.equal(runs().length, 2);
    });

    it('lists jobs that were started elsewhere', async () => {
      const [base, token] = [bench.hub.url, TOKENS.mona];
      const body = { dockerImage: 'debian:12', command: ['true'], flavor: 'cpu-basic' };
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      await fetch(`${base}/api/jobs/mona`, { method: 'POST', headers, body: JSON.stringify(body) });
      await eventually(
        () => bench.hub.state.jobs.all[0]?.stage,
        (stage) => stage === 'COMPLETED',
      );
      await call(Command.refreshEvaluations);
      assert.match(
        labels().join('\n'),
        /^debian:12: true · cpu-basic for mona · finished · \d+ seconds · less than \$0\.01$/,
      );
      await call(Command.removeRun);
      assert.deepEqual(labels(), []);
    });
  });
});
