import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Uri } from 'vscode';
import type { Asker, Option } from '../../../../src/editor/asker';
import { consentToAll } from '../../../../src/editor/evaluations/plan/consent';
import { runnerRows } from '../../../../src/editor/evaluations/plan/runnerRows';
import { chooseTasks } from '../../../../src/editor/evaluations/plan/taskStep';
import { taskRows } from '../../../../src/editor/evaluations/plan/taskRows';
import { waysOn } from '../../../../src/editor/evaluations/plan/waysOn';
import { parseCatalogue, type RunModel } from '../../../../src/runs';
import { HERE } from './planned';

const catalogue = parseCatalogue({
  date: '2026-11-01',
  inspect: {
    gsm8k: { title: 'GSM8K: grade school mathematics', samples: 1319, metrics: ['accuracy'] },
    humaneval: { title: 'HumanEval', samples: 164, sandbox: true },
    plain: {},
  },
});

const anvil: RunModel = { source: 'hub', name: 'acme/anvil', commit: 'abc', size: null, providers: [] };

const shown = (rows: readonly { readonly label: string; readonly description?: string; readonly detail?: string }[]) =>
  rows.map(({ label, description, detail }) => [label, description, detail].filter(Boolean).join(' | '));

describe('the rows of a plan', () => {
  it('of runners say which is the default and why, and what keeps one from this machine', () => {
    const [first, ...others] = shown(runnerRows(anvil, { kind: 'no-tools' }, catalogue));
    assert.match(
      first ?? '',
      /^inspect on the transformers library \| the default · on the processor here, which is slow \| Inspect runs/,
    );
    assert.match(others.join('\n'), /^inspect on vLLM \| on HF Jobs only \| On this machine there is no nvidia-smi/m);
    assert.match(others.join('\n'), /^inspect on inference providers \| cannot work \| No inference provider serves/m);
  });

  it('of runners leave out what a folder cannot have', () => {
    const rows = shown(runnerRows({ ...anvil, source: 'folder', name: '/anvil' }, { kind: 'no-tools' }, catalogue));
    assert.ok(!rows.join().includes('providers'));
    assert.match(rows.join('\n'), /^inspect on vLLM \| cannot work here/m);
  });
});

describe('the ways on from what speaks against a run', () => {
  it('are settings that mend it, other options, and a start all the same', () => {
    const remedies = [{ 'max-model-len': 8192 }, { dtype: 'float16', 'batch-size': 1 }, { dtype: 'float16' }];
    const ways = waysOn({ kind: 'too-large', message: 'It is too large.', remedies });
    assert.deepEqual(
      ways.map(({ label }) => label),
      ['Use max-model-len 8192', 'Use dtype float16 and batch-size 1', 'Change Options', 'Start All the Same'],
    );
    assert.deepEqual(ways[0]?.value, { kind: 'use', options: { 'max-model-len': 8192 } });
  });

  it('do not lead past what cannot work', () => {
    const ways = waysOn({ kind: 'refusal', message: 'There is no driver.' });
    assert.deepEqual(
      ways.map(({ label }) => label),
      ['Change Options'],
    );
  });
});

describe('the tasks of a plan', () => {
  it('stay ticked where naming others, or the file that defines them, is left', async () => {
    const shownRows: (readonly string[])[] = [];
    const picks = [
      ['gsm8k', 'Name Tasks…'],
      ['gsm8k', 'Tasks of a File…'],
      ['gsm8k', 'Name Tasks…'],
    ];
    const typed = [undefined, 'humaneval'];
    const asker = {
      pickMany: (_title: string, rows: readonly Option<unknown>[]) => {
        shownRows.push(rows.filter(({ picked }) => picked).map(({ label }) => label));
        const wanted = picks.shift() ?? [];
        return Promise.resolve(rows.filter(({ label }) => wanted.includes(label)).map(({ value }) => value));
      },
      file: () => Promise.resolve(undefined),
      type: () => Promise.resolve(typed.shift()),
    };
    const tasks = await chooseTasks({
      ...{ model: 'acme/anvil', framework: 'inspect', catalogue: () => catalogue, recent: [] },
      ...{ refresh: () => Promise.resolve(), card: {} as Uri, asker: asker as unknown as Asker },
    });
    assert.deepEqual(tasks, { tasks: ['gsm8k', 'humaneval'] });
    assert.deepEqual(shownRows, [[], ['Name Tasks…', 'gsm8k'], ['Tasks of a File…', 'gsm8k']]);
  });
});

describe('what a run does only where a person agreed to it', () => {
  async function asked(options: object, agrees = true): Promise<readonly [boolean, readonly string[]]> {
    const questions: string[] = [];
    const confirm = (question: string) => Promise.resolve(questions.push(question) > 0 && agrees);
    const agreed = await consentToAll({ ...HERE.request, options }, { confirm } as unknown as Asker);
    return [agreed, questions];
  }

  it('is asked for when it is run again, by model and commit', async () => {
    assert.deepEqual(await asked({ limit: 10 }), [true, []]);
    const options = { 'trust-remote-code': true, 'allow-local-code-execution': true };
    const model = 'Run the code of acme/anvil at the commit 8f3c?';
    assert.deepEqual(await asked(options), [true, [model, 'Run the code that acme/anvil writes for gsm8k|5, mmlu?']]);
    assert.deepEqual(await asked(options, false), [false, [model]]);
  });
});

describe('the data file of tasks', () => {
  it('has rows for both frameworks', () => {
    const shipped = parseCatalogue(JSON.parse(readFileSync('media/data/evaluation-tasks.json', 'utf8')));
    for (const framework of ['inspect', 'lighteval'] as const) {
      assert.ok(taskRows(framework, shipped, []).length > 100, framework);
    }
  });
});
