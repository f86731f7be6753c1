import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { lines, Scratch } from './program';

const result = (name: string, type: string, value: string) =>
  lines(
    '  - task:',
    '      type: text-generation',
    '    dataset:',
    `      name: ${name}`,
    `      type: ${type}`,
    '    metrics:',
    '    - type: accuracy',
    `      value: ${value}`,
  );
const index = (...results: readonly string[]) =>
  `---\nmodel-index:\n- name: Anvil-7B\n  results:\n${results.join('')}---\n`;
const GSM8K = result('GSM8K (5-shot)', 'openai/gsm8k', '42.10');
const WRITTEN = lines('- dataset:', '    id: openai/gsm8k', '    task_id: main', '  value: 42.10', "  notes: '5-shot'");

describe('model-card convert', function () {
  this.timeout(20_000);
  const scratch = new Scratch();
  const convert = (...options: readonly string[]) => scratch.run('convert', 'README.md', '--offline', ...options);
  const file = () => readFileSync(scratch.at('.eval_results/gsm8k.yaml'), 'utf8');

  it('prints the files, says what is left out and why, and writes only when asked to', () => {
    const card = index(GSM8K, result('MMLU', 'cais/mmlu', '61.2'), result('HLE', 'cais/hle', '8.1'));
    scratch.write('README.md', card);
    const { status, stdout, stderr } = convert();
    assert.equal(status, 0);
    assert.equal(stdout, `# .eval_results/gsm8k.yaml\n${WRITTEN}`);
    assert.match(stderr, /^left out: MMLU 61\.2 in line 19: no leaderboard of the Hub is known for cais\/mmlu/m);
    assert.match(
      stderr,
      /^left out: HLE 8\.1 in line 27: the id of its task may be hle, default; .* --task-id cais\/hle=ID\.$/m,
    );
    assert.match(
      stderr,
      /the scale of the leaderboard of openai\/gsm8k is not known; look whether its values are like 42\.10\.$/m,
    );
    assert.ok(!existsSync(scratch.at('.eval_results')));

    assert.match(convert('--write', '--task-id', 'cais/hle=hle').stderr, /^2 files written\.$/m);
    assert.equal(file(), WRITTEN);
    assert.equal(readFileSync(scratch.at('README.md'), 'utf8'), card);
    assert.equal(scratch.run('validate', '.eval_results/gsm8k.yaml', '.eval_results/hle.yaml').status, 0);
    const again = convert('--write', '--task-id', 'cais/hle=hle');
    assert.match(again.stderr, /^2 results in \.eval_results already\.\nNothing to write\.$/m);
  });

  it('keeps what a file claims unless told otherwise', () => {
    scratch.write('README.md', index(GSM8K));
    scratch.write('.eval_results/gsm8k.yaml', WRITTEN.replace('42.10', '40'));
    assert.match(
      convert('--write').stderr,
      /^conflict: \.eval_results\/gsm8k\.yaml:1 says 40 for openai\/gsm8k, model-index 42\.10; the file keeps/m,
    );
    assert.equal(file(), WRITTEN.replace('42.10', '40'));
    convert('--write', '--on-conflict', 'replace');
    assert.equal(file(), WRITTEN);
  });

  it('says in one sentence what is wrong', () => {
    const refused = (status: number, ...options: readonly string[]) => {
      const outcome = convert(...options);
      assert.equal(outcome.status, status);
      return outcome.stderr;
    };
    scratch.write('README.md', '# Anvil\n');
    assert.match(refused(1), /README\.md has no model-index, so there is nothing to convert\./);
    assert.match(refused(2, '--task-id', 'hle'), /--task-id takes DATASET=ID, such as openai\/gsm8k=main, not "hle"/);
    assert.match(refused(2, '--on-conflict', 'fail'), /--on-conflict takes keep or replace/);
    scratch.write('README.md', index(GSM8K).replace(/---\n$/, `- name: other\n  results:\n${GSM8K}---\n`));
    assert.match(
      refused(1),
      /has 2 entries in model-index; choose one\.\n {2}--entry 1: Anvil-7B\n {2}--entry 2: other/,
    );
    assert.equal(convert('--entry', '2').status, 0);
    scratch.write('.eval_results/x.yaml', 'a: 1\n');
    assert.match(
      refused(3, '--entry', '1'),
      /\.eval_results\/x\.yaml:1:1: The file is no list of results\. Mend it first\./,
    );
  });
});
