import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { costOf, inDollars, secondsOf } from '../../../../src/runs/jobs/cost';
import { ResultLines } from '../../../../src/results/runs/resultLines';
import { endingProblem, QueueNotes } from '../../../../src/runs/jobs/sentences';
import { readScriptUrl } from '../../../../src/runs/jobs/scriptUrl';
import { jobSpec } from '../../../../src/runs/jobs/spec';
import type { Job } from '../../../../src/hub/jobs/job';
import type { RunRequest } from '../../../../src/runs/request';

const SCRIPT = { name: 'inspect_vllm_uv.py', text: '# dependencies = ["vllm==0.32.0"]\nprint("ünder")\n' };
const RUN: RunRequest = {
  model: 'acme/anvil',
  revision: 'abc',
  framework: 'inspect',
  backend: 'vllm',
  tasks: ['gsm8k', 'mmlu|5'],
  options: { limit: 10, 'system-prompt': `it's $HOME "quoted"; rm -rf` },
};

type Request = Parameters<typeof jobSpec>[0];

function specOf(changes: Partial<Request> = {}) {
  const usual = { run: RUN, script: SCRIPT, extras: [], flavor: 'l4x4', gpus: 4, timeoutSeconds: 3600 };
  const made = jobSpec({ ...usual, ...changes });
  if (made.kind === 'problem') throw new Error(made.message);
  return made.spec;
}

describe('the job of an evaluation', () => {
  it('says hardware, time limit, labels and the image that vLLM needs', () => {
    const spec = specOf();
    assert.deepEqual([spec.image, spec.flavor, spec.timeoutSeconds], ['vllm/vllm-openai:v0.32.0', 'l4x4', 3600]);
    assert.deepEqual(spec.labels, {
      name: 'evaluate acme/anvil',
      model: 'acme/anvil',
      framework: 'inspect',
      backend: 'vllm',
      tasks: 'gsm8k,mmlu|5',
    });
    const long = specOf({ run: { ...RUN, tasks: Array.from({ length: 40 }, (_, n) => `task${n}`) } });
    assert.equal(long.labels['tasks']?.length, 100);
    const providers = specOf({ run: { ...RUN, backend: 'providers' }, gpus: 0 });
    assert.equal(providers.image, 'ghcr.io/astral-sh/uv:python3.12-bookworm');
    assert.ok(!providers.command.includes('--tensor-parallel-size=4'));
  });

  it('brings its files along and hands each argument on as it is', () => {
    const folder = mkdtempSync(join(tmpdir(), 'model-card-job-'));
    try {
      // In place of uv a program that shows what it was called with.
      writeFileSync(
        join(folder, 'uv'),
        '#!/bin/sh\ncat "$3" tasks/my_tasks.py\nfor word in "$@"; do echo "<$word>"; done\n',
      );
      chmodSync(join(folder, 'uv'), 0o755);
      const customTasks = { name: 'my tasks.py', text: 'TASKS = 1\n' };
      const { command, environment } = specOf({ customTasks });
      const [program = '', ...args] = command;
      const env = { PATH: `${folder}:${process.env['PATH'] ?? ''}`, TMPDIR: folder, ...environment };
      const shown = execFileSync(program, args, { env, encoding: 'utf8' });
      const words = [
        ...['run', '--no-project', 'inspect_vllm_uv.py', '--model', 'acme/anvil', '--revision', 'abc'],
        ...['--tasks', 'gsm8k,mmlu|5', '--limit=10', '--tensor-parallel-size=4'],
        ...[
          `--system-prompt=it's $HOME "quoted"; rm -rf`,
          '--custom-tasks=tasks/my_tasks.py',
          '--output-dir',
          'evaluations',
        ],
      ];
      assert.equal(shown, SCRIPT.text + customTasks.text + words.map((word) => `<${word}>\n`).join(''));
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('fetches its script where an address is given, and brings the other files along', () => {
    const scriptUrl = 'https://example.org/scripts/inspect_vllm_uv.py';
    const { command, environment, image } = specOf({ scriptUrl, customTasks: { name: 'mine.py', text: 'TASKS = 1' } });
    assert.deepEqual(command.slice(4, 7), [scriptUrl, '--model', 'acme/anvil']);
    assert.match(command[2] ?? '', / "\$MODEL_CARD_FILE_1" .* > tasks\/mine\.py && exec uv run --no-project "\$@"$/);
    assert.equal(Object.keys(environment).filter((name) => name.startsWith('MODEL_CARD_FILE')).length, 1);
    assert.equal(image, 'vllm/vllm-openai:v0.32.0');
  });

  it('has uv install the extras that its tasks need, as a run on this machine does', () => {
    const text = '# dependencies = ["inspect-evals==0.26.0"]\n# exclude-newer = "2026-11-20T00:00:00Z"\n';
    const { command } = specOf({ script: { name: 'inspect_hf_uv.py', text }, extras: ['math', 'gaia'] });
    assert.deepEqual(command.slice(4, 9), [
      ...['--exclude-newer', '2026-11-20T00:00:00Z', '--with', 'inspect-evals[math,gaia]==0.26.0'],
      'inspect_hf_uv.py',
    ]);
  });

  for (const text of [
    'inspect_vllm_uv.py',
    'http://example.org/a.py',
    'https://example.org/',
    'https://ada:secret@example.org/a.py',
    'https://example.org/a.py?token=secret',
  ]) {
    it(`does not fetch its script from ${text}`, () => assert.equal(readScriptUrl(text).kind, 'problem'));
  }

  it('refuses a file that is too large to go with it', () => {
    const customTasks = { name: 'data.py', text: randomBytes(100_000).toString('base64') };
    const made = jobSpec({
      run: RUN,
      script: SCRIPT,
      extras: [],
      customTasks,
      flavor: 'l4x1',
      gpus: 1,
      timeoutSeconds: 60,
    });
    assert.deepEqual(made, {
      kind: 'problem',
      message: 'data.py is too large to go with a job; keep its data on the Hub and read it from there.',
    });
  });
});

describe('what a job costs', () => {
  it('reads times', () => {
    const times = ['45m', '1.5h', '1d', '90s', '2 h', '0m', '3', 'h', '-1h', '', `${'9'.repeat(400)}d`];
    assert.deepEqual(times.map(secondsOf), [2700, 5400, 86_400, 90, 7200, null, null, null, null, null, null]);
  });

  it('counts minutes that have begun', () => {
    const hardware = { flavor: 'l4x1', title: '', memory: 0, disk: 0, accelerator: null, pricePerMinute: 13_333 };
    assert.deepEqual(
      [3600, 61, 10].map((seconds) => inDollars(costOf(hardware, seconds))),
      ['$0.80', '$0.03', '$0.01'],
    );
    assert.equal(inDollars(costOf({ ...hardware, pricePerMinute: 167 }, 3600)), '$0.01');
    assert.equal(inDollars(0.001), 'less than $0.01');
  });
});

describe('the results in a log', () => {
  const [begin, end] = ['-----BEGIN MODEL CARD RESULTS-----', '-----END MODEL CARD RESULTS-----'];

  function jsonOf(...entries: readonly string[]): string | null {
    const results = new ResultLines();
    for (const entry of entries) results.add(entry);
    return results.json;
  }

  it('are found, the last ones, whether entries are lines or not', () => {
    assert.equal(jsonOf('a', begin, '{', ' "b": 1', '}', end, 'c'), '{\n "b": 1\n}\n');
    assert.equal(jsonOf(`${begin}\r\n{}\r\n${end}`, begin, '{"second": 1}', end), '{"second": 1}\n');
    assert.equal(jsonOf('a', end, 'b'), null);
    assert.equal(jsonOf(begin, '{}', end, begin, 'cut'), '{}\n');
  });

  it('are none where they never end, as in a log that goes on and on', () => {
    const mebibyte = 'x'.repeat(2 ** 20);
    assert.equal(jsonOf(begin, '{}', end, begin, ...Array<string>(40).fill(mebibyte), end), '{}\n');
  });
});

describe('what is said of a job', () => {
  const job: Job = {
    namespace: 'acme',
    id: '1',
    stage: 'ERROR',
    flavor: 'h200x8',
    command: [],
    labels: {},
    createdAt: new Date(0),
    startedAt: new Date(60_000),
    page: 'http://hub/jobs/acme/1',
  };

  it('tells each end', () => {
    const said = (changes: Partial<Job>): string | null => endingProblem({ ...job, ...changes }, 7200);
    assert.equal(said({ stage: 'COMPLETED' }), null);
    assert.match(
      said({ message: 'Job timeout' }) ?? '',
      /ended after its time limit of 2 hours \(Job timeout\); start/,
    );
    assert.match(
      endingProblem({ ...job, message: 'Job timeout' }, null) ?? '',
      /after its time limit \(Job timeout\); start/,
    );
    assert.match(said({ message: 'exit code: 1.' }) ?? '', /^The job failed \(exit code: 1\); its log says why: http/);
    assert.match(said({ stage: 'CANCELED' }) ?? '', /^The job was cancelled; /);
    assert.match(said({ stage: 'DELETED' }) ?? '', /^The job was deleted; /);
    const { startedAt: _, ...never } = job;
    assert.match(endingProblem(never, 7200) ?? '', /^The job never started; choose hardware other than h200x8/);
  });

  it('says of one in the queue that it waits, now and then', () => {
    const notes = new QueueNotes();
    const waiting = { ...job, stage: 'SCHEDULING' };
    const said = [1, 4, 5, 6, 29, 31, 31, 500].map((minutes) => notes.note(waiting, minutes * 60_000) !== null);
    assert.deepEqual(said, [false, false, true, false, false, true, false, true]);
    const [sentence] = [new QueueNotes().note(waiting, 300_000)];
    assert.match(
      sentence ?? '',
      /waiting for h200x8 for 5 minutes, which costs nothing; wait on, or cancel it at http/,
    );
    assert.equal(new QueueNotes().note({ ...job, stage: 'RUNNING' }, 1e9), null);
  });
});
