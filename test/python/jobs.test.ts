import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { lines, type Outcome, PROGRAM } from '../cli/program';
import { followLog, listJobs, submitJob, systemTimers } from '../../src/hub';
import { ResultLines } from '../../src/results/runs/resultLines';
import { jobSpec } from '../../src/runs/jobs/spec';
import { TOKENS } from '../hub/server/samples';
import { TestHub, value } from '../hub/support';

const TASKS = resolve('test/python/scripts/tasks/inspect_sums.py');

/** Where jobs have their files, the same in each run of the tests. */
const JOBS = resolve('.vscode-test/jobs');

/** A small script that prints results as the shipped ones do. */
const SCRIPT = `# /// script
# requires-python = ">=3.10"
# dependencies = []
# ///
import json, os, sys
assert os.environ["HF_TOKEN"] and os.environ["JOB_ID"]
print("evaluating", sys.argv[sys.argv.index("--model") + 1], file=sys.stderr)
result = {"task": "gsm8k", "dataset": {"id": "openai/gsm8k"}, "metric": "accuracy", "value": 0.625, "stderr": 0.02,
          "higher_is_better": True, "shots": 5, "samples": 1319, "partial": False}
print("-----BEGIN MODEL CARD RESULTS-----")
print(json.dumps({"format": "model-card-results/1", "model": "acme/anvil", "model_source": "hub", "framework": "inspect",
                  "framework_version": "0.3.285", "backend": "vllm", "finished": "2026-11-25T05:00:00Z",
                  "results": [result]}, indent=2))
print("-----END MODEL CARD RESULTS-----")
`;

/** Jobs of the loopback Hub run with the real uv, as in the container of a job. */
describe('evaluations in jobs', function () {
  this.timeout(300_000);
  const test = new TestHub();
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-jobs-'));
    const uv = process.env['MODEL_CARD_UV'] ?? 'uv';
    const path = `${uv.includes('/') ? `${dirname(uv)}${delimiter}` : ''}${process.env['PATH'] ?? ''}`;
    // What uv needs to reach its registry; it knows a script by its path, and keeps an environment for each.
    Object.assign(test.state.jobs.environment, process.env, { PATH: path, TMPDIR: JOBS });
    mkdirSync(JOBS, { recursive: true });
    delete test.state.jobs.environment['HF_TOKEN'];
  });
  afterEach(() => {
    for (const made of [folder, JOBS]) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
  });

  function modelCard(...args: readonly string[]): Promise<Outcome> {
    const env = { PATH: process.env['PATH'], HOME: folder, HF_ENDPOINT: test.hub.url, HF_TOKEN: TOKENS.mona };
    return new Promise((done) => {
      execFile(process.execPath, [PROGRAM, ...args], { cwd: folder, env }, (error, stdout, stderr) => {
        assert.ok(!(stdout + stderr).includes(TOKENS.mona));
        done({ status: error === null ? 0 : Number(error.code), stdout, stderr });
      });
    });
  }

  it('brings the results of a small script from its job to a card', async () => {
    // uv may take longer than the hurried clock allows a log to be silent.
    const connection = test.connect('mona', { timers: systemTimers });
    const made = jobSpec({
      run: { model: 'acme/anvil', framework: 'inspect', backend: 'vllm', tasks: ['gsm8k'], options: {} },
      script: { name: 'small.py', text: SCRIPT },
      extras: [],
      flavor: 'l4x1',
      gpus: 1,
      timeoutSeconds: 120,
    });
    assert.equal(made.kind, 'spec');
    const { spec } = made as typeof made & { kind: 'spec' };
    const job = await value(submitJob(connection, { namespace: 'acme', spec, runId: 'small' }));
    const [results, log] = [new ResultLines(), [] as string[]];
    const entry = (text: string): void => {
      results.add(text);
      log.push(text);
    };
    const over = await value(followLog(connection, job, { entry }));
    assert.equal(over.stage, 'COMPLETED', log.join('\n'));
    assert.ok(log.includes('evaluating acme/anvil'));
    writeFileSync(join(folder, 'results.json'), results.json ?? '');
    writeFileSync(join(folder, 'README.md'), lines('---', 'license: mit', '---', '# Anvil'));
    const added = await modelCard('add-results', 'results.json', 'README.md', '--write');
    assert.equal(added.status, 0, added.stderr);
    const card = readFileSync(join(folder, 'README.md'), 'utf8');
    assert.match(
      card,
      /^---\nlicense: mit\nmodel-index:\n[^]*type: openai\/gsm8k\n[^]*value: 0\.625\n[^]*---\n# Anvil\n$/,
    );
    const [listed] = await value(listJobs(connection, 'acme', { model: 'acme/anvil' }));
    assert.equal(listed?.id, job.id);
  });

  it('runs a shipped script by one command, and its results get to a card by the command that it prints', async () => {
    writeFileSync(join(folder, 'README.md'), '# Anvil\n');
    const asked = ['--model', 'mockllm/model', '--tasks', 'known_sums', '--custom-tasks', TASKS];
    const job = ['--where', 'jobs', '--timeout', '10m', '--yes', '--follow', '--out', 'from jobs'];
    const { status, stdout, stderr } = await modelCard('evaluate', ...asked, ...job);
    assert.equal(status, 0, stdout + stderr);
    assert.match(stderr, /mockllm\/model runs on cpu-basic: \$0\.01 an hour, at most .* in 10 minutes, paid by mona\./);
    assert.match(stdout, /^===== Job started at [^]*known_sums {2}accuracy 0\.6667[^]*status=COMPLETED =====\n$/);
    const printed = /To bring them to the card:\n {2}model-card add-results '(.*)' README\.md --write$/m.exec(stderr);
    assert.ok(printed, stderr);
    assert.ok(existsSync(join(folder, printed[1] ?? '')));
    const added = await modelCard('add-results', printed[1] ?? '', 'README.md', '--write');
    assert.equal(added.status, 0, added.stderr);
    assert.match(readFileSync(join(folder, 'README.md'), 'utf8'), /known_sums[^]*value: 0\.6666/);
    const [only] = test.state.jobs.all;
    assert.equal(only?.spec.secrets['HF_TOKEN'], TOKENS.mona);
  });

  it('ends with status 1 where the run in the job fails', async () => {
    const asked = ['--model', 'mockllm/model', '--tasks', 'broken_sums', '--custom-tasks', TASKS];
    const { status, stdout, stderr } = await modelCard('evaluate', ...asked, '--where', 'jobs', '--yes', '--follow');
    assert.equal(status, 1, stderr);
    assert.match(stdout, /Failed: vLLM's server ended by itself/);
    assert.match(stderr, /The job failed \(Job failed with exit code: 1\); its log says why: http/);
  });
});
