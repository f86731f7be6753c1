import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { Method, zip } from '../unit/results/runs/support';
import { GIT_CONFIG, lines, Scratch } from './program';

const LIGHTEVAL = JSON.stringify({
  config_general: { max_samples: null, model_name: 'acme/Anvil-7B' },
  results: {
    'gsm8k|5': { extractive_match: 0.42154, extractive_match_stderr: 0.01361 },
    'mmlu:astronomy|5': { em: 0.5 },
    'mmlu:virology|5': { em: 0.75 },
    'mmlu:_average|5': { em: 0.625 },
  },
  config_tasks: { 'gsm8k|5': { hf_repo: 'openai/gsm8k', hf_subset: 'main', evaluation_splits: ['test'] } },
});

const LOG = JSON.stringify({
  status: 'success',
  eval: {
    task: 'inspect_evals/gsm8k',
    dataset: { samples: 1319 },
    model: 'vllm/acme/Hammer-8B',
    config: { limit: 10 },
  },
  results: { total_samples: 10, scores: [{ name: 'match', metrics: { accuracy: { value: 0.4 } } }] },
});

const PERCENT = lines(
  '---',
  'model-index:',
  '- name: Anvil-7B',
  '  results:',
  '  - task:',
  '      type: text-generation',
  '    dataset:',
  '      name: HellaSwag',
  '      type: Rowan/hellaswag',
  '    metrics:',
  '    - type: accuracy',
  '      value: 81.5',
  '---',
  '# Anvil',
);

describe('model-card add-results', function () {
  this.timeout(20_000);
  const scratch = new Scratch();

  beforeEach(() => {
    scratch.write('results_2026-11-20T09-30-00.json', LIGHTEVAL);
    scratch.write('.git/config', GIT_CONFIG);
  });

  const add = (...options: readonly string[]) =>
    scratch.run('add-results', 'results_2026-11-20T09-30-00.json', 'README.md', ...options);
  const card = () => readFileSync(scratch.at('README.md'), 'utf8');

  it('prints what a run would add, averages for their parts, and writes nothing', () => {
    scratch.write('README.md', '# Anvil\n');
    const { status, stdout, stderr } = add();
    assert.equal(status, 0);
    assert.match(stdout, /name: GSM8K \(5-shot\)\n {6}type: openai\/gsm8k\n/);
    assert.match(stdout, /type: exact_match\n {6}value: 0\.42154\n {6}name: extractive_match \(lighteval\)/);
    assert.match(stdout, /url: https:\/\/huggingface\.co\/acme\/Anvil-7B\n {6}name: lighteval\n/);
    assert.match(stdout, /name: MMLU \(5-shot\)/);
    assert.doesNotMatch(stdout, /astronomy/i);
    assert.match(stderr, /^left out: MMLU Astronomy 0\.5: It is a part of mmlu/m);
    assert.match(stderr, /^--parts takes the parts of averages, too\.$/m);
    assert.equal(card(), '# Anvil\n');
    assert.match(add('--parts').stdout, /MMLU Virology/);
  });

  it('writes metadata and table in one go, and changes nothing the second time', () => {
    scratch.write('README.md', '# Anvil\n');
    assert.match(add('--table', '--write').stderr, /^README\.md: 2 results added/m);
    assert.match(card(), /^---\nmodel-index:\n- name: Anvil-7B\n/);
    assert.ok(
      card().endsWith(
        lines(
          '## Evaluation results',
          '',
          '| Benchmark | Metric | Shots | Value |',
          '| --- | --- | ---: | ---: |',
          '| GSM8K | extractive_match (lighteval) | 5 | 0.4215 ± 0.0136 |',
          '| MMLU | em (lighteval) | 5 | 0.625 |',
        ),
      ),
    );
    const once = card();
    assert.match(add('--table', '--write').stderr, /^README\.md: nothing to add\.$/m);
    assert.equal(card(), once);
  });

  it('says where the card uses the other scale, and converts only when asked to', () => {
    scratch.write('README.md', PERCENT);
    const { stdout, stderr } = add();
    assert.match(stdout, /value: 0\.42154\n/);
    assert.match(
      stderr,
      /^GSM8K 0\.42154: The card's results are percentages .* it is 42\.154\. --convert takes that\.$/m,
    );
    assert.match(add('--convert').stdout, /value: 42\.154\n/);
  });

  it('keeps a partial run out unless asked, and says so in its name; a log of another model is told', () => {
    scratch.write('README.md', '# Anvil\n');
    scratch.write('log.eval', zip([{ name: 'header.json', content: LOG, method: Method.zstandard }]));
    const kept = scratch.run('add-results', 'log.eval', 'README.md');
    assert.equal(kept.stdout, '');
    assert.match(kept.stderr, /^left out: GSM8K \(10 of 1319 samples\) 0\.4: Only a part was measured/m);
    assert.match(kept.stderr, /^The run is of acme\/Hammer-8B, which is no name of the card's model/m);
    assert.match(
      scratch.run('add-results', 'log.eval', 'README.md', '--partial').stdout,
      /name: GSM8K \(10 of 1319 samples\)\n/,
    );
  });

  it('shares what extract does with conflicts, JSON and the command that goes on', () => {
    const claimed = PERCENT.replaceAll('HellaSwag', 'GSM8K (5-shot)')
      .replace('Rowan/hellaswag', 'openai/gsm8k')
      .replace(
        'type: accuracy\n      value: 81.5',
        'type: exact_match\n      value: 0.4\n      name: extractive_match (lighteval)',
      );
    scratch.write('README.md', claimed);
    const { stderr } = add();
    assert.match(
      stderr,
      /^conflict: GSM8K \(5-shot\): model-index says 0\.4 in line 11, the run 0\.42154; the card keeps/m,
    );
    const command = /to add this: (model-card .*)$/m.exec(stderr)?.[1] ?? '';
    assert.equal(scratch.runPrinted(command).status, 0);
    assert.match(card(), /name: MMLU \(5-shot\)/);
    assert.equal(add('--on-conflict', 'fail').status, 1);
    const json = JSON.parse(add('--json', '--on-conflict', 'replace').stdout) as Record<string, unknown>;
    assert.equal(json['resultFile'], 'results_2026-11-20T09-30-00.json');
    assert.deepEqual([json['source'], json['model'], json['written']], ['lighteval', 'Anvil-7B', false]);
  });

  it('says in one sentence what is wrong', () => {
    scratch.write('README.md', '# Anvil\n');
    const refused = (status: number, ...args: readonly string[]) => {
      const outcome = scratch.run('add-results', ...args);
      assert.equal(outcome.status, status);
      return outcome.stderr;
    };
    assert.match(refused(2), /The result file is missing; "model-card add-results --help" tells how\./);
    assert.match(refused(2, 'results_2026-11-20T09-30-00.json'), /The card is missing/);
    assert.match(refused(3, 'none.json', 'README.md'), /none\.json cannot be read: there is no such file\./);
    assert.match(refused(3, '.', 'README.md'), /cannot be read: it is a folder/);
    if (process.platform !== 'win32') {
      execFileSync('mkfifo', [scratch.at('pipe.json')]);
      assert.match(refused(3, 'pipe.json', 'README.md'), /pipe\.json cannot be read: it is no ordinary file;/);
    }
    assert.match(refused(3, 'README.md', 'README.md'), /README\.md is no result file/);
  });
});
