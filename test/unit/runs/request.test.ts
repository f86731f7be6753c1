import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import data from '../../../media/data/evaluation-tasks.json';
import { chooseRunner } from '../../../src/runs/choose';
import { readOption, RUN_OPTIONS, type RunOption } from '../../../src/runs/options';
import { type ModelSource, scriptArguments, scriptOf } from '../../../src/runs/request';
import { parseCatalogue } from '../../../src/runs/tasks';

describe('a run', () => {
  it('becomes the arguments of its script, which take what looks like an option too', () => {
    const request = {
      model: '/models/tiny llama',
      revision: 'abc',
      framework: 'inspect',
      backend: 'vllm',
      tasks: ['gsm8k|5', 'ifeval'],
      options: { limit: 10, seed: 7, 'system-prompt': '--help', offline: true, 'trust-remote-code': false },
    } as const;
    assert.equal(scriptOf(request), 'inspect_vllm_uv.py');
    assert.deepEqual(scriptArguments(request, 'out'), [
      ...['--model', '/models/tiny llama', '--revision', 'abc', '--tasks', 'gsm8k|5,ifeval', '--limit=10'],
      ...['--system-prompt=--help', '--seed=7', '--offline', '--output-dir', 'out'],
    ]);
    assert.equal(scriptOf({ framework: 'lighteval', backend: 'providers' }), null);
  });

  it('has every option that the scripts take', () => {
    const code = readFileSync('python/common/options.py', 'utf8');
    const taken = [...code.matchAll(/add_argument\(\s*"--([a-z-]+)"/g)].map(([, name]) => name ?? '');
    const everyRunHas = ['model', 'revision', 'tasks', 'output-dir'];
    assert.deepEqual([...taken].sort(), [...Object.keys(RUN_OPTIONS), ...everyRunHas].sort());
  });

  for (const [name, good, bad, problem] of [
    ['limit', '10', '0', 'takes a number from 1 on, not "0"'],
    ['gpu-memory-utilization', '0.85', '1.5', 'takes a number above 0 and up to 1, not "1.5"'],
    ['temperature', '0', '-1', 'takes a number from 0 on, not "-1"'],
    ['seed', '0', '-3', 'takes a whole number from 0 to 4294967295, not "-3"'],
    ['apply-chat-template', 'no', 'maybe', 'takes auto, yes, no, not "maybe"'],
    ['dtype', 'bfloat16', ' ', 'takes a text, not " "'],
    ['max-model-len', '4096', '', 'takes a number from 1 on, not ""'],
  ] as const satisfies readonly (readonly [RunOption, string, string, string])[]) {
    it(`reads --${name}`, () => {
      assert.equal(String((readOption(name, good) as { value: unknown }).value), good);
      assert.deepEqual(readOption(name, bad), { kind: 'problem', problem });
    });
  }

  const catalogue = parseCatalogue(data);
  const both = ['gsm8k'];
  for (const [what, asked, source, hasGpu, framework, backend, reason] of [
    ['a GPU', { tasks: both }, 'hub', true, 'inspect', 'vllm', /newest models, and vLLM is quickest/],
    ['no GPU', { tasks: both }, 'hub', false, 'inspect', 'transformers', /vLLM needs an NVIDIA GPU/],
    ['tasks of lighteval', { tasks: ['agieval:lsat-ar'] }, 'hub', true, 'lighteval', 'vllm', /only lighteval can/],
    ['ifeval', { tasks: ['ifeval'] }, 'hub', true, 'lighteval', 'vllm', /only lighteval can/],
    ['a server', { tasks: both }, 'server', false, 'inspect', 'vllm', /vLLM server/],
    ['a stand-in', { tasks: both }, 'mock', false, 'inspect', 'providers', /nothing loaded/],
    [
      'own tasks',
      { tasks: ['x'], customTasks: 'from lighteval.tasks import y\n' },
      'folder',
      true,
      'lighteval',
      'vllm',
      /written for lighteval/,
    ],
    [
      'own tasks',
      { tasks: ['x'], customTasks: 'from inspect_ai import task\n' },
      'folder',
      true,
      'inspect',
      'vllm',
      /written for inspect/,
    ],
    [
      'a wish',
      { tasks: both, framework: 'lighteval', backend: 'transformers' },
      'hub',
      true,
      'lighteval',
      'transformers',
      null,
    ],
  ] as const) {
    it(`is given ${framework} on ${backend} for ${what}`, () => {
      const choice = chooseRunner(asked, source satisfies ModelSource, hasGpu, catalogue);
      assert.deepEqual([choice.framework, choice.backend], [framework, backend]);
      if (reason === null) assert.equal(choice.reason, null);
      else assert.match(choice.reason ?? '', reason);
    });
  }
});
