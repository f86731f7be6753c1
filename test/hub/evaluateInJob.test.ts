import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { type Outcome, PROGRAM } from '../cli/program';
import { LLAMA_FILES } from './llama';
import { TOKENS } from './server/samples';
import { TestHub } from './support';

const MODEL = 'acme/hammer';
const JOB = ['evaluate', '--where', 'jobs', '--tasks', 'gsm8k', '--model'];

describe('model-card evaluate on HF Jobs', () => {
  const test = new TestHub();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-hub-'));
    test.state.addModel({ id: MODEL, files: LLAMA_FILES });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Starts the program, which shows no token and has nobody at a terminal. */
  function start(token: string | null, ...args: readonly string[]) {
    const { PATH = '' } = process.env;
    const env = { PATH, HOME: folder, HF_ENDPOINT: test.hub.url, ...(token !== null && { HF_TOKEN: token }) };
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const outcome = async (): Promise<Outcome> => {
      const ended = once(child, 'close') as Promise<[number | null]>;
      const [stdout, stderr, [status]] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended]);
      for (const secret of Object.values(TOKENS)) assert.ok(!(stdout + stderr).includes(secret));
      return { status, stdout, stderr };
    };
    return { child, outcome: outcome() };
  }

  function run(token: string | null, ...args: readonly string[]): Promise<Outcome> {
    return start(token, ...args).outcome;
  }

  it('prints the job that it would start, and what that can cost', async () => {
    const { status, stdout, stderr } = await run(TOKENS.mona, ...JOB, MODEL, '--max-model-len', '8192', '--dry-run');
    assert.equal(status, 0, stderr);
    assert.match(
      stderr,
      /^acme\/hammer runs on l4x1 \(L4, 24 GB\), which is tight: \$0\.80 an hour, at most \$1\.60 in 2 hours, paid by mona\.$/m,
    );
    const { environment, command, secrets, ...rest } = JSON.parse(stdout) as {
      readonly environment: Record<string, string>;
      readonly command: readonly string[];
      readonly secrets: object;
    };
    assert.deepEqual(secrets, { HF_TOKEN: 'hf_…' });
    assert.deepEqual(rest, {
      namespace: 'mona',
      dockerImage: 'vllm/vllm-openai:v0.32.0',
      flavor: 'l4x1',
      timeoutSeconds: 7200,
      labels: { name: `evaluate ${MODEL}`, model: MODEL, framework: 'inspect', backend: 'vllm', tasks: 'gsm8k' },
      arguments: [],
      attempts: 1,
    });
    const commit = test.state.model(MODEL).resolve('main')!.oid;
    const script = 'inspect_vllm_uv.py';
    assert.deepEqual(command.slice(4), [
      ...[script, '--model', MODEL, '--revision', commit, '--tasks', 'gsm8k'],
      ...['--max-model-len=8192', '--output-dir', 'evaluations'],
    ]);
    const sent = gunzipSync(Buffer.from(environment['MODEL_CARD_FILE_1'] ?? '', 'base64')).toString('utf8');
    assert.equal(sent, readFileSync(join('dist', 'python', script), 'utf8'));
    assert.equal(test.state.jobs.all.length, 0);
  });

  it('has the job install what a task needs beside the framework', async () => {
    const { stdout, stderr } = await run(TOKENS.mona, ...JOB, MODEL, '--tasks=math', '--dry-run');
    const { command } = JSON.parse(stdout) as { readonly command: readonly string[] };
    assert.ok(command.includes('inspect-evals[math]==0.26.0'), stderr);
  });

  it('takes the hardware, time and payer that were asked for, and shares the model among the GPUs', async () => {
    const asked = ['--hardware', 'a100x4', '--timeout', '30m', '--namespace', 'acme', '--dry-run'];
    const { stdout, stderr } = await run(TOKENS.mona, ...JOB, MODEL, ...asked);
    assert.match(
      stderr,
      /runs on a100x4 \(4 × A100, 80 GB each\): \$10\.00 an hour, at most \$5\.00 in 30 minutes, paid by acme\./,
    );
    assert.match(stdout, /"--tensor-parallel-size=4"/);
    assert.match(stdout, /"timeoutSeconds": 1800/);
  });

  for (const [name, token, args, message] of [
    [
      'too small hardware',
      TOKENS.mona,
      [MODEL, '--hardware', 'l4x1', '--yes'],
      /l4x1 has about 20 GB for the model, which needs 35 GB; l40sx1 is the cheapest that suits it\.\n {2}--even-if/,
    ],
    [
      'hardware that is not there',
      TOKENS.mona,
      [MODEL, '--hardware', 'k80'],
      /no hardware k80; choose among these:\n {2}cpu-basic +no GPU +\$0\.01 an hour\n[^]*h200x8 +8 × H200, 141 GB each +\$40\.00 an hour/,
    ],
    [
      'no agreement to the cost',
      TOKENS.mona,
      [MODEL],
      /at most \$3\.60 in 2 hours[^]*Nothing was started: nobody is here to agree/,
    ],
    ['no token', null, [MODEL, '--yes'], /The Hub wants to know who you are/],
    [
      'a token that only reads',
      TOKENS.monaReads,
      [MODEL, '--yes'],
      /"reads" only reads, so it cannot run jobs of mona; .*job\.write/,
    ],
    [
      'an organisation of others',
      TOKENS.otto,
      [MODEL, '--yes', '--namespace', 'acme'],
      /otto may not run jobs that acme pays for; let otto pay/,
    ],
    [
      'a model in a folder',
      TOKENS.mona,
      ['here', '--yes'],
      /A job cannot reach .*here on this machine; push the model to the Hub/,
    ],
    [
      'a bad time',
      TOKENS.mona,
      [MODEL, '--timeout', 'soon'],
      /--timeout takes a time such as 45m, 3h or 1d, not "soon"/,
    ],
    ['a job of no downloads', TOKENS.mona, [MODEL, '--offline'], /leave --offline out/],
  ] as const) {
    it(`does not start with ${name}`, async () => {
      mkdirSync(join(folder, 'here'));
      const { status, stdout, stderr } = await run(token, ...JOB, ...args);
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, message);
      assert.equal(test.count(/POST/), 0);
    });
  }

  it('leaves the job at work when it is left', async () => {
    test.state.jobs.queueStands = true;
    const run = start(TOKENS.mona, ...JOB, 'mockllm/model', '--yes', '--follow');
    while (test.count(/GET .*\/logs$/) === 0) await new Promise((done) => setTimeout(done, 20));
    run.child.kill('SIGINT');
    const { status, stderr } = await run.outcome;
    assert.equal(status, 1, stderr);
    const [job] = test.state.jobs.all;
    assert.match(
      stderr,
      /The log was left; the job goes on and is paid for\.\n.*cancel it are at http:.*\/jobs\/mona\/\w+\.$/m,
    );
    assert.deepEqual([job?.stage, job?.spec.flavor, job?.spec.timeoutSeconds], ['SCHEDULING', 'cpu-basic', 7200]);
  });

  it('says that credits are missing, and that options of jobs need a job', async () => {
    test.state.jobs.withoutCredits.add('mona');
    const { status, stderr } = await run(TOKENS.mona, ...JOB, MODEL, '--yes');
    assert.equal(status, 2);
    assert.match(stderr, /no job for mona without credits .*; add some at http/);
    const here = await run(TOKENS.mona, 'evaluate', '--model', MODEL, '--tasks', 'gsm8k', '--follow');
    assert.match(here.stderr, /--follow needs --where jobs/);
    const plain = await run(TOKENS.mona, ...JOB, MODEL, '--script-url', 'http://example.org/a.py');
    assert.match(plain.stderr, /--script-url takes an https address that ends in \.py/);
  });
});
