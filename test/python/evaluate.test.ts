import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { PROGRAM } from '../cli/program';

const TASKS = resolve('test/python/scripts/tasks/inspect_sums.py');
const CARD = '# Anvil\n\nIt does not bend.\n';

/** The whole way with the real uv and the real inspect: from the command line to the results on a card. */
describe('model-card evaluate, to the card', function () {
  this.timeout(300_000);
  let folder: string;

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'model card '))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const environment = () => {
    const { MODEL_CARD_UV: uv = 'uv', PATH = '' } = process.env;
    const path = [dirname(uv), PATH].join(delimiter);
    return { ...process.env, PATH: path, UV_NO_PROGRESS: '1', ASKED: join(folder, 'asked') };
  };

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, [PROGRAM, ...args], { cwd: folder, env: environment(), encoding: 'utf8' });

  it('evaluates, names the result file, and puts its numbers on the card', () => {
    writeFileSync(join(folder, 'README.md'), CARD);
    const tasks = ['--tasks', 'known_sums', '--custom-tasks', TASKS];
    const evaluated = run('evaluate', '--model', 'mockllm/model', ...tasks, '--offline', '--out', 'my runs');
    assert.equal(evaluated.status, 0, evaluated.stdout + evaluated.stderr);
    const results = /^Results: (.+)$/m.exec(evaluated.stdout)?.[1] ?? '';
    assert.match(results, /\/my runs\/.*\/results\.json$/);
    assert.ok(evaluated.stderr.includes(`model-card add-results '${results}' README.md --write`), evaluated.stderr);

    const added = run('add-results', results, 'README.md', '--write', '--table');
    assert.equal(added.status, 0, added.stderr);
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    assert.match(card, /^---\nmodel-index:\n[^]*type: accuracy\n {6}value: 0\.666\d+\n/);
    assert.match(card, /\| known_sums \|[^\n]*0\.66\d+ ± 0\.21/i);
    assert.ok(card.includes('It does not bend.'));
  });

  it('ends all that it started when it is ended', async () => {
    const args = [
      'evaluate',
      '--model',
      'mockllm/model',
      '--tasks',
      'endless_sums',
      '--custom-tasks',
      TASKS,
      '--offline',
    ];
    const child = spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env: environment() });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const asked = join(folder, 'asked');
    while (!existsSync(asked) || readFileSync(asked, 'utf8') === '') {
      assert.equal(child.exitCode, null, stdout + stderr);
      await setTimeout(100);
    }
    child.kill('SIGINT');
    const [status] = (await once(child, 'close')) as [number];
    assert.equal(status, 1, stdout + stderr);
    assert.match(stderr, /Cancelled: the run was ended with all that it had started\./);
    assert.throws(() => process.kill(Number(readFileSync(asked, 'utf8')), 0), { code: 'ESRCH' });
  });

  it('ends with the script’s own refusal', () => {
    const refused = run('evaluate', '--model', 'mockllm/model', '--tasks', 'arc_challenge|25', '--offline');
    assert.equal(refused.status, 2, refused.stdout + refused.stderr);
    assert.match(refused.stderr, /Not started: inspect's task arc_challenge has 0 shots and no choice of them/);
  });
});
