import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { RUN_OPTIONS } from '../../src/runs/options';
import { lines, type Outcome, PROGRAM, Scratch } from './program';

const TOKEN = 'hf_' + 'notAToken'.repeat(4);

/** Stands in for uv: it notes how it was called, and does what the script it is given would do as far as we need it. */
const STAND_IN = lines(
  `#!${process.execPath}`,
  "const { writeFileSync } = require('node:fs');",
  "const { join } = require('node:path');",
  'const [first, ...args] = process.argv.slice(2);',
  "if (first === '--version') { console.log('uv 0.13.9 (stand-in)'); process.exit(); }",
  'const note = { argv: [first, ...args], names: Object.keys(process.env), token: process.env.HF_TOKEN ?? null };',
  'const { CUDA_VISIBLE_DEVICES = null } = process.env;',
  "writeFileSync(join(__dirname, 'called.json'), JSON.stringify({ ...note, CUDA_VISIBLE_DEVICES }));",
  "if (args.includes('sleep')) {",
  "  process.on('SIGTERM', () => { console.log('Cancelled.'); process.exit(1); });",
  '  setInterval(() => {}, 1000);',
  '}',
  "console.log('Evaluating …');",
  "if (args.includes('sleep')) return;",
  "if (args.includes('fail')) { console.error('Failed: because.'); process.exitCode = 1; }",
  "else if (args.includes('refuse')) { console.error('Not started: because.'); process.exitCode = 2; }",
  "else console.log('Results: ' + join(__dirname, 'my results.json'));",
);

/** Stands in for nvidia-smi. */
const gpus = (...rows: readonly string[]): string =>
  lines('#!/bin/sh', 'test "$1" = -L && exit 0', ...rows.map((row) => `echo '${row}'`));

const CONFIG = {
  torch_dtype: 'bfloat16',
  num_hidden_layers: 32,
  hidden_size: 4096,
  num_attention_heads: 32,
  num_key_value_heads: 8,
  max_position_embeddings: 32_768,
};

describe('model-card evaluate', function () {
  this.timeout(20_000);
  const scratch = new Scratch();

  beforeEach(() => {
    install('uv', STAND_IN);
    scratch.write('model/config.json', JSON.stringify(CONFIG));
    scratch.write('model/model.safetensors', Buffer.alloc(1000));
  });

  function install(name: string, text: string): void {
    scratch.write(`bin/${name}`, text);
    chmodSync(scratch.at(`bin/${name}`), 0o755);
  }

  const environment = (changes: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    PATH: scratch.at('bin'),
    HOME: scratch.path,
    HF_TOKEN: TOKEN,
    ...changes,
  });

  const start = (args: readonly string[], env = environment()) =>
    spawn(process.execPath, [PROGRAM, 'evaluate', ...args], { cwd: scratch.path, env });

  /** Runs the program, and looks that the token is printed nowhere. */
  async function run(args: readonly string[], env?: NodeJS.ProcessEnv): Promise<Outcome> {
    const child = start(args, env);
    const output = { stdout: '', stderr: '' };
    for (const name of ['stdout', 'stderr'] as const) {
      child[name].setEncoding('utf8').on('data', (text: string) => (output[name] += text));
    }
    const [status] = (await once(child, 'close')) as [number];
    assert.ok(!(output.stdout + output.stderr).includes(TOKEN));
    return { status, ...output };
  }

  function called(): { argv: string[]; names: string[]; token: string | null; CUDA_VISIBLE_DEVICES: string | null } {
    return JSON.parse(readFileSync(scratch.at('bin/called.json'), 'utf8')) as ReturnType<typeof called>;
  }

  it('runs the script of framework and backend, the token in its environment alone, and says what comes next', async () => {
    const how = ['--framework', 'lighteval', '--backend', 'transformers', '--limit', '10', '--seed=7'];
    const { status, stdout, stderr } = await run([
      '--model',
      'model',
      '--tasks',
      'gsm8k|5, mmlu',
      ...how,
      '--out',
      'my runs',
    ]);
    assert.equal(status, 0, stderr);
    const results = scratch.at('bin/my results.json');
    assert.equal(stdout, lines('Evaluating …', `Results: ${results}`));
    assert.deepEqual(called().argv, [
      ...['run', '--no-project', '--script', resolve('dist/python/lighteval_accelerate_uv.py')],
      ...[
        '--model',
        scratch.at('model'),
        '--tasks',
        'gsm8k|5,mmlu',
        '--limit=10',
        '--seed=7',
        '--output-dir',
        'my runs',
      ],
    ]);
    assert.equal(called().token, TOKEN);
    assert.match(stderr, /^No NVIDIA GPU is used: the model runs on the processor/m);
    assert.match(stderr, /needs about 0\.8 GiB \(weights 0\.0 GiB, 0\.3 GiB for 2048 tokens, .* to work in\) of/);
    const next = lines(
      'To bring them to the card:',
      `  model-card add-results '${results}' README.md --write`,
      '  What was measured on a part of a benchmark stays out without --partial.',
    );
    assert.ok(stderr.endsWith(next), stderr);
  });

  it('takes the token of a .env file here, and gives no other variable of it on', async () => {
    scratch.write('.env', `HF_TOKEN=${TOKEN}\nEVIL=1\n`);
    const args = ['--model', 'mockllm/model', '--tasks', 'gsm8k'];
    assert.equal((await run(args, environment({ HF_TOKEN: undefined, ELECTRON_RUN_AS_NODE: '1' }))).status, 0);
    assert.equal(called().token, TOKEN);
    assert.ok(!called().names.includes('EVIL'));
    // By this an editor runs the program; a browser that a script starts would be one no more.
    assert.ok(!called().names.includes('ELECTRON_RUN_AS_NODE'));
    assert.match(called().argv[3] ?? '', /inspect_eval_uv\.py$/);
  });

  it('chooses vLLM and the freest GPU where there is one that fits', async () => {
    install(
      'nvidia-smi',
      gpus('0, NVIDIA L4, 23034, 300, 580.95.05, 8.9', '1, NVIDIA L4, 23034, 22500, 580.95.05, 8.9'),
    );
    const { status, stderr } = await run(['--model', 'model', '--tasks', 'gsm8k']);
    assert.equal(status, 0, stderr);
    assert.match(stderr, /^Evaluating with inspect on vllm: .*vLLM is quickest on an NVIDIA GPU\. --framework and/);
    assert.match(called().argv[3] ?? '', /inspect_vllm_uv\.py$/);
    assert.equal(called().CUDA_VISIBLE_DEVICES, '1');
  });

  it('refuses what does not fit, unless it is to start all the same', async () => {
    install('nvidia-smi', gpus('0, NVIDIA T400, 4096, 4000, 580.95.05, 7.5'));
    const args = ['--model', 'model', '--tasks', 'gsm8k', '--backend', 'vllm'];
    const { status, stderr } = await run(args);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /needs about 8\.0 GiB .* there are 3\.6 GiB for it; .*\n {2}--even-if-too-large starts it all the same\.\n$/,
    );
    assert.equal((await run([...args, '--even-if-too-large'])).status, 0);
  });

  it('says why there is no GPU for vLLM, and what else there is', async () => {
    const failed = "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.";
    install('nvidia-smi', lines('#!/bin/sh', `echo "${failed}"`, 'exit 9'));
    const { status, stdout, stderr } = await run(['--model', 'model', '--tasks', 'gsm8k', '--backend', 'vllm']);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match(stderr, /driver of this machine is not loaded; install it .*--backend transformers\.\n$/);
    assert.match(
      (await run(['--model', 'model', '--tasks', 'gsm8k'])).stderr,
      /on transformers: .*vLLM needs an NVIDIA/,
    );
  });

  it('prints with --dry-run what it would start, with what was found, and starts nothing', async () => {
    const { status, stdout, stderr } = await run(['--model', 'http://127.0.0.1:8000', '--tasks', 'gsm8k', '--dry-run']);
    assert.equal(status, 0, stderr);
    assert.deepEqual(JSON.parse(stdout), [
      ...['uv', 'run', '--no-project', '--script', resolve('dist/python/inspect_vllm_uv.py')],
      ...['--model', 'http://127.0.0.1:8000', '--tasks', 'gsm8k', '--output-dir', 'evaluations'],
    ]);
    assert.throws(called);
    const without = await run(['--model', 'model', '--tasks', 'gsm8k', '--dry-run'], environment({ PATH: '/nowhere' }));
    assert.equal(without.status, 0);
    assert.match(without.stderr, /uv runs the evaluation scripts and was not found; install it, .*:\n {2}curl /);
  });

  it('has uv install what a task needs beside', async () => {
    const { stdout } = await run(['--model', 'mockllm/model', '--tasks', 'math,gsm8k', '--dry-run']);
    const argv = JSON.parse(stdout) as string[];
    assert.deepEqual(argv.slice(3, 7), [
      ...['--exclude-newer', '2026-11-20T00:00:00Z', '--with', 'inspect-evals[math]==0.26.0'],
    ]);
  });

  it('ends with the status of the script', async () => {
    const args = ['--model', 'mockllm/model', '--custom-tasks', scratch.write('mine.py', ''), '--tasks'];
    const failed = await run([...args, 'fail']);
    assert.deepEqual([failed.status, failed.stdout], [1, 'Evaluating …\n']);
    assert.match(failed.stderr, /Failed: because\.\n$/);
    assert.equal((await run([...args, 'refuse'])).status, 2);
  });

  it('says how uv is installed where there is none', async () => {
    const env = environment({ PATH: '/nowhere' });
    const { status, stderr } = await run(['--model', 'mockllm/model', '--tasks', 'gsm8k'], env);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /was not found; install it, then try again:\n {2}curl -LsSf https:\/\/astral\.sh\/uv\/install\.sh \| sh\n$/,
    );
  });

  it('ends the run on Ctrl+C, and waits for it', async () => {
    const child = start([
      '--model',
      'mockllm/model',
      '--custom-tasks',
      scratch.write('mine.py', ''),
      '--tasks',
      'sleep',
    ]);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output === 'Evaluating …\n') child.kill('SIGINT');
    });
    const [status] = (await once(child, 'close')) as [number];
    assert.deepEqual([status, output], [1, 'Evaluating …\nCancelled.\n']);
  });

  for (const [args, message] of [
    [['--tasks', 'gsm8k'], /The model is missing: name it with --model; "model-card evaluate --help"/],
    [['--model', 'model'], /The tasks are missing/],
    [['--model', 'model', '--tasks', 'gsm8k', '--limit', '0'], /--limit takes a number from 1 on, not "0"/],
    [['--model', 'model', '--tasks', 'gsm8k', '--where', 'moon'], /--where takes local.*not "moon"/],
    [['--model', 'model', '--tasks', 'gsm8k', '--framework', 'x'], /--framework takes lighteval or inspect, not "x"/],
    [
      ['--model', 'model', '--tasks', 'gsm8k', '--framework', 'lighteval', '--backend', 'providers'],
      /lighteval is not run on providers here/,
    ],
    [['--model', 'model', '--tasks', 'gsm8k', '--provider', 'together'], /--provider needs --backend providers/],
    [['--model', 'model', '--tasks', 'gsm8k', 'README.md'], /takes options only, not "README\.md"/],
    [
      ['--model', 'model', '--tasks', 'gsm8k', '--system-prompt', 'hf_aaaaaaaaaaaaaaaaaaaaaaaa'],
      /A token must not be an argument/,
    ],
    [['--model', 'model', '--tasks', 'gsm8', '--framework', 'inspect'], /has no task "gsm8"; the nearest: gsm8k\./],
    [
      ['--model', './nothing', '--tasks', 'gsm8k'],
      /"\.\/nothing" is no model of the Hub; .*\n {2}\.\/nothing is no folder here either/,
    ],
    [['--model', 'model', '--tasks', 'x', '--custom-tasks', 'none.py'], /There is no file none\.py/],
    [['--model', 'model', '--revision', 'v1', '--tasks', 'gsm8k'], /Only a model of the Hub has revisions/],
    [
      ['--model', 'http://me:anvil@127.0.0.1:8000', '--tasks', 'gsm8k'],
      /^model-card: A password must not be part of an address/,
    ],
  ] as const) {
    it(`refuses ${args.join(' ')}`, async () => {
      const { status, stdout, stderr } = await run(args);
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, message);
    });
  }

  it('tells all options with --help', async () => {
    const { stdout } = await run(['--help']);
    for (const name of Object.keys(RUN_OPTIONS)) assert.ok(stdout.includes(`--${name}`), name);
  });
});
