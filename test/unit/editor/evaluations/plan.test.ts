import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Choices } from '../../../../src/editor/evaluations/plan/choices';
import { hardwareRows } from '../../../../src/editor/evaluations/plan/hardwareRows';
import { runnerRows } from '../../../../src/editor/evaluations/plan/runnerRows';
import { taskRows } from '../../../../src/editor/evaluations/plan/taskRows';
import { waysOn } from '../../../../src/editor/evaluations/plan/waysOn';
import type { PlannedRun } from '../../../../src/editor/evaluations/plannedRun';
import type { Hardware } from '../../../../src/hub';
import { parseCatalogue, type RunModel } from '../../../../src/runs';

const catalogue = parseCatalogue({
  date: '2026-11-01',
  inspect: {
    gsm8k: { title: 'GSM8K: grade school mathematics', samples: 1319, metrics: ['accuracy'] },
    humaneval: { title: 'HumanEval', samples: 164, sandbox: true },
    plain: {},
  },
});

const hardware = (flavor: string, pricePerMinute: number, model?: string): Hardware => ({
  ...{ flavor, title: flavor, pricePerMinute, cpus: 8, memory: 64 * 2 ** 30, disk: 0 },
  accelerator:
    model === undefined ? null : { type: 'gpu', manufacturer: 'Nvidia', model, count: 1, memory: 24 * 2 ** 30 },
});

const anvil: RunModel = { source: 'hub', name: 'acme/anvil', commit: 'abc', size: null, providers: [] };

const shown = (rows: readonly { readonly label: string; readonly description?: string; readonly detail?: string }[]) =>
  rows.map(({ label, description, detail }) => [label, description, detail].filter(Boolean).join(' | '));

describe('the rows of a plan', () => {
  it('of tasks begin with what ran lately, and tell what is known', () => {
    assert.deepEqual(shown(taskRows('inspect', catalogue, ['gsm8k|5'])), [
      'gsm8k|5 | ran lately | GSM8K: grade school mathematics · 1,319 samples · accuracy',
      'gsm8k | GSM8K: grade school mathematics · 1,319 samples · accuracy',
      'humaneval | HumanEval · 164 samples · runs code that the model writes',
      'plain',
    ]);
  });

  it('of hardware have what has no GPU last, also where nobody knows how large the model is', () => {
    const list = [hardware('cpu-basic', 167), hardware('l4x1', 13_333, 'L4'), hardware('t4-small', 6667, 'T4')];
    assert.deepEqual(shown(hardwareRows(list, null)), [
      't4-small | T4, 24 GB · $0.40 an hour',
      'l4x1 | L4, 24 GB · $0.80 an hour',
      'cpu-basic | $0.01 an hour | It has no NVIDIA GPU.',
    ]);
  });

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

describe('what was chosen for a model', () => {
  it('is remembered for it, its tasks for others too, and what was agreed to is not', async () => {
    const kept = new Map<string, unknown>();
    const choices = new Choices({
      keys: () => [...kept.keys()],
      get: (key: string, fallback?: unknown) => (kept.get(key) ?? fallback) as never,
      update: (key: string, value: unknown) => Promise.resolve(void kept.set(key, value)),
    });
    const planned = (model: string, task: string): PlannedRun => ({
      request: {
        ...{ model, framework: 'inspect', backend: 'vllm', tasks: [task] },
        options: { limit: 10, 'trust-remote-code': true, 'allow-local-code-execution': true },
      },
      card: 'file:///README.md',
      place: { kind: 'here', gpus: [], evenIfTooLarge: false },
    });
    await choices.remember(planned('acme/anvil', 'gsm8k'));
    await choices.remember(planned('acme/hammer', 'arc_easy'));
    await choices.remember(planned('acme/anvil', 'mmlu'));
    assert.deepEqual(choices.of('acme/anvil')?.options, { limit: 10 });
    assert.deepEqual(choices.recentTasks('acme/anvil', 'inspect'), ['mmlu', 'gsm8k', 'arc_easy']);
    assert.deepEqual(choices.recentTasks('acme/tongs', 'inspect'), ['mmlu', 'gsm8k', 'arc_easy']);
    assert.equal(choices.of('acme/tongs'), undefined);
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
