import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lines, type Outcome, PROGRAM } from '../cli/program';
import { LLAMA_FILES } from './llama';
import { TOKENS } from './server/samples';
import { TestHub } from './support';

const LLAMA = 'acme/llama';

describe('model-card evaluate with a model on the Hub', function () {
  this.timeout(20_000);
  const test = new TestHub();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-evaluate-'));
    mkdirSync(join(folder, 'bin'));
    const model = test.state.addModel({ id: LLAMA, files: LLAMA_FILES });
    model.tags.set('v1.0', model.resolve('main')!.oid);
    model.providers.set('anvilcloud', 'live').set('oldcloud', 'staging');
    install('uv', 'echo "uv 0.13.9"');
    install('nvidia-smi', 'test "$1" = -L || echo "0, NVIDIA L4, 23034, 22800, 580.95.05, 8.9"');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function install(name: string, code: string): void {
    const path = join(folder, 'bin', name);
    writeFileSync(path, lines('#!/bin/sh', code));
    chmodSync(path, 0o755);
  }

  async function dryRun(who: keyof typeof TOKENS | null, ...args: readonly string[]): Promise<Outcome> {
    const token = who === null ? {} : { HF_TOKEN: TOKENS[who] };
    const env = { PATH: join(folder, 'bin'), HOME: folder, HF_ENDPOINT: test.hub.url, ...token };
    const asked = ['evaluate', '--tasks', 'gsm8k|5', '--dry-run', ...args];
    const outcome = await new Promise<Outcome>((done) => {
      execFile(process.execPath, [PROGRAM, ...asked], { cwd: folder, env }, (error, stdout, stderr) => {
        done({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
    for (const secret of Object.values(TOKENS)) assert.ok(!(outcome.stdout + outcome.stderr).includes(secret));
    return outcome;
  }

  it('resolves the revision to a commit, and compares the memory that the model needs', async () => {
    const { status, stdout, stderr } = await dryRun(null, '--model', LLAMA, '--revision', 'v1.0');
    assert.equal(status, 0, stderr);
    const argv = JSON.parse(stdout) as string[];
    const commit = test.state.model(LLAMA).resolve('main')!.oid;
    assert.deepEqual(argv.slice(5, 9), ['--model', LLAMA, '--revision', commit]);
    const page = await dryRun(null, '--model', `${test.hub.url}/${LLAMA}/tree/v1.0`);
    assert.equal(page.stdout, stdout);
    assert.match(stderr, /there is NVIDIA L4 \(22\.3 GiB of 22\.5 GiB free\)/);
    assert.match(
      stderr,
      /acme\/llama needs about 35\.0 GiB \(weights 15\.0 GiB, 16\.0 GiB for 131072 tokens, .*; it fits with --max-model-len 8192\./,
    );
    const shorter = await dryRun(null, '--model', LLAMA, '--max-model-len', '8192');
    assert.match(shorter.stderr, /needs about 20\.0 GiB .* of 20\.2 GiB, which is tight\./);
  });

  it('asks whether providers serve it and the token may call them, and says that usage is paid', async () => {
    const by = ['--model', LLAMA, '--backend', 'providers'];
    const { stdout, stderr } = await dryRun('mona', ...by);
    assert.match(stderr, /acme\/llama is served by anvilcloud; usage is paid by mona\./);
    assert.ok(!stdout.includes('--revision'));
    for (const [who, args, message] of [
      [null, [], /Inference providers need a token; set HF_TOKEN/],
      ['ottoDiscusses', [], /"discusses" lacks the permission inference\.serverless\.write, .*tokens\/new\?/],
      ['mona', ['--provider', 'oldcloud'], /oldcloud does not serve acme\/llama; take one of anvilcloud\./],
    ] as const) {
      assert.match((await dryRun(who, ...by, ...args)).stderr, message);
    }
    test.state.model(LLAMA).providers.clear();
    assert.match(
      (await dryRun('mona', ...by)).stderr,
      /No inference provider serves acme\/llama; evaluate it on a GPU/,
    );
  });

  it('is not started where the model cannot be read', async () => {
    test.state.addModel({ id: 'acme/gated', gatedFor: [], files: { 'config.json': '{}' } });
    for (const [who, args, message] of [
      [null, ['--model', 'acme/none'], /There is no public model acme\/none/],
      ['mona', ['--model', LLAMA, '--revision', 'v9'], /acme\/llama has no revision v9/],
      ['otto', ['--model', 'acme/gated'], /acme\/gated is gated and your account has no access; ask for it at/],
      ['ottoExpired', ['--model', LLAMA], /The Hub does not take the token from HF_TOKEN/],
    ] as const) {
      const { status, stdout, stderr } = await dryRun(who, ...args);
      assert.deepEqual([status, stdout], [2, ''], stderr);
      assert.match(stderr, message);
    }
  });

  it('leaves the Hub alone offline', async () => {
    const { stdout } = await dryRun(null, '--model', LLAMA, '--revision', 'v1.0', '--offline');
    assert.ok(stdout.includes('"--revision","v1.0"'));
    assert.equal(test.hub.requests.length, 0);
  });
});
