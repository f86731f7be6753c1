import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import data from '../../../media/data/evaluation-tasks.json';
import { findTask, parseCatalogue, parseTask, taskProblems } from '../../../src/runs/tasks';

const catalogue = parseCatalogue(data);

describe('the tasks of evaluations', () => {
  it('are those of both frameworks, with what is known of each', () => {
    const { lighteval, inspect } = catalogue.tasks;
    assert.deepEqual([lighteval.size, inspect.size], [646, 239]);
    assert.deepEqual(lighteval.get('gsm8k'), {
      name: 'gsm8k',
      datasets: ['openai/gsm8k'],
      config: 'main',
      split: 'test',
      metrics: ['extractive_match'],
    });
    assert.deepEqual(lighteval.get('math:algebra')?.metrics, ['maj@n:n=4']);
    assert.equal(inspect.get('gsm8k')?.samples, 1319);
    assert.equal(inspect.get('ifeval')?.extra, 'ifeval');
  });

  it('are those of the versions that the scripts install, so that none is offered in vain', () => {
    const versions = new Map(data.source.split('; ').map((of) => of.split(' ') as [string, string]));
    for (const script of readdirSync('python').filter((name) => name.endsWith('_uv.py'))) {
      const text = readFileSync(join('python', script), 'utf8');
      const [, name = '', version] = /"(lighteval|inspect-evals)(?:\[.*\])?==([\d.]+)"/.exec(text) ?? [];
      assert.equal(version, versions.get(name.replace('-', '_')), script);
    }
  });

  for (const [text, name, shots] of [
    ['gsm8k', 'gsm8k', null],
    [' arc:challenge|25 ', 'arc:challenge', 25],
    ['leaderboard|gsm8k|5', 'gsm8k', 5],
    ['leaderboard|gsm8k|5|0', 'gsm8k', 5],
  ] as const) {
    it(`are read from "${text}"`, () => assert.deepEqual(parseTask(text), { name, shots }));
  }
  for (const text of ['', '|', 'gsm8k|', 'gsm8k|five', 'a|b|c', 'a|b|1|2|3']) {
    it(`are not read from "${text}"`, () => assert.equal(parseTask(text), null));
  }

  for (const [text, framework, name] of [
    ['mmlu', 'inspect', 'mmlu_0_shot'],
    ['mmlu|5', 'inspect', 'mmlu_5_shot'],
    ['inspect_evals/gsm8k', 'inspect', 'gsm8k'],
    ['arc_challenge|25', 'lighteval', 'arc:challenge'],
    ['mmlu|5', 'lighteval', 'mmlu:abstract_algebra'],
    ['truthfulqa', 'lighteval', 'truthfulqa:mc'],
    ['math_500@n=4', 'lighteval', 'math_500'],
  ] as const) {
    it(`know ${text} of ${framework} as ${name}`, () =>
      assert.equal(findTask(parseTask(text)!, framework, catalogue)?.name, name));
  }

  for (const [task, framework, problem] of [
    ['gsm8k|5', 'lighteval', null],
    ['mmlu', 'inspect', null],
    ['hf/acme/sums/easy', 'inspect', null],
    [
      'ifeval',
      'inspect',
      "inspect's task ifeval needs a package that no registry has; evaluate with --framework lighteval, or choose another task.",
    ],
    ['gsm8', 'inspect', 'inspect has no task "gsm8"; the nearest: gsm8k.'],
    ['helaswag', 'lighteval', 'lighteval has no task "helaswag"; the nearest: hellaswag.'],
    [
      'humaneval',
      'lighteval',
      'lighteval has no task "humaneval", but inspect has; evaluate with --framework inspect.',
    ],
    ['nothing_like_it', 'inspect', 'inspect has no task "nothing_like_it"; see its documentation for the names.'],
    ['gsm8k|x', 'inspect', '"gsm8k|x" is no task; write task or task|shots, such as gsm8k|5.'],
    [
      'humaneval',
      'inspect',
      'humaneval runs code that the model wrote; choose another task, or let it run on this machine with --allow-local-code-execution.',
    ],
    [
      'lcb:codegeneration',
      'lighteval',
      'lcb:codegeneration runs code that the model wrote; choose another task, or let it run on this machine with --allow-local-code-execution.',
    ],
  ] as const) {
    it(`have ${problem === null ? 'no problem' : 'a sentence'} for ${task} of ${framework}`, () => {
      const problems = taskProblems({ framework, tasks: [task], options: {} }, catalogue);
      assert.deepEqual(problems, problem === null ? [] : [problem]);
    });
  }

  it('may come from a file of one’s own, and may run code where that was allowed', () => {
    const asked = (options: object) =>
      taskProblems({ framework: 'inspect', tasks: ['sums', 'humaneval'], options }, catalogue);
    assert.deepEqual(asked({ 'custom-tasks': 'sums.py', 'allow-local-code-execution': true }), []);
  });
});
