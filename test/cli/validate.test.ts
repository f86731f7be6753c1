import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { lines, Scratch } from './program';

const GOOD = lines('---', 'license: mit', 'language: en', '---', '# Anvil');
const BAD = lines('---', 'license: mlt', 'tags: tiny', 'pipeline_tag: hammering', '---', '# Anvil');
const RESULTS = lines('- dataset: {id: acme/anvils, task_id: anvils}', '  value: 41.5', '  date: 2026-01-15');

describe('model-card validate', () => {
  const scratch = new Scratch();

  it('says nothing of a good card', () => {
    scratch.write('README.md', GOOD);
    assert.deepEqual(scratch.run('validate', 'README.md'), { status: 0, stdout: '', stderr: '' });
  });

  it('prints a line for each problem, and ends with 1 where one is an error', () => {
    scratch.write('README.md', BAD);
    const { status, stdout, stderr } = scratch.run('validate', 'README.md');
    assert.deepEqual(
      [status, stdout.split('\n').map((line) => line.replace(/: .* \[/, ': … ['))],
      [
        1,
        [
          'README.md:2:10: … [license.unknown]',
          'README.md:3:7: … [metadata.type]',
          'README.md:4:15: … [pipeline-tag.unknown]',
          '',
        ],
      ],
    );
    assert.match(stdout, /^README\.md:2:10: error: "license" must be one of the Hub's licence ids/);
    assert.equal(stderr, '3 problems: 2 errors, 1 warning\n');
  });

  it('ends with 0 where there are warnings only', () => {
    scratch.write('README.md', GOOD.replace('en', 'no'));
    assert.equal(scratch.run('validate', 'README.md').status, 0);
  });

  it('prints one line of JSON for each file, with 1-based places and the titles of fixes', () => {
    scratch.write('README.md', BAD);
    scratch.write('good.md', GOOD);
    const { status, stdout, stderr } = scratch.run('validate', '--json', 'good.md', 'README.md');
    assert.deepEqual([status, stderr], [1, '']);
    const [good, bad, rest] = stdout.split('\n');
    assert.deepEqual([JSON.parse(good ?? ''), rest], [{ file: 'good.md', problems: [] }, '']);
    const { file, problems } = JSON.parse(bad ?? '') as { file: string; problems: readonly object[] };
    assert.equal(file, 'README.md');
    assert.deepEqual(problems[1], {
      code: 'metadata.type',
      severity: 'error',
      line: 3,
      column: 7,
      endLine: 3,
      endColumn: 11,
      message: '"tags" must be an array: write it as a list, each item behind a dash.',
      fixes: ['Wrap it in a list'],
    });
  });

  it('prints annotations of a GitHub workflow', () => {
    scratch.write('a,b/README.md', BAD);
    const { stdout } = scratch.run('validate', '--format', 'github', 'a,b/README.md');
    assert.match(
      stdout,
      /^::error file=a%2Cb\/README\.md,line=2,endLine=2,col=10,endColumn=13,title=license\.unknown::"license"/,
    );
    assert.match(stdout, /^::warning file=.*,title=pipeline-tag\.unknown::The pipeline tag/m);
  });

  it('checks files of results', () => {
    scratch.write('.eval_results/anvils.yaml', RESULTS);
    const { status, stdout } = scratch.run('validate', '.eval_results/anvils.yaml');
    assert.equal(status, 1);
    assert.match(stdout, /^\.eval_results\/anvils\.yaml:3:9: error: .* \[eval-results\.unquoted-date\]\n$/);
  });

  it('takes the names of a model from its place', () => {
    scratch.write('.git/config', '[remote "origin"]\n\turl = https://huggingface.co/acme/Anvil-7B\n');
    const index = ['model-index:', '- name: x', '  results:', '  - task: {type: text-generation}'];
    const result = ['    dataset: {type: cais/mmlu, name: MMLU}', '    metrics: [{type: accuracy, value: 70.1}]'];
    const table = ['| Benchmark | Anvil-7B | Hammer-8B |', '| --- | --- | --- |', '| MMLU | 71.2 | 70.9 |'];
    scratch.write('README.md', lines('---', 'license: mit', ...index, ...result, '---', '', ...table));
    assert.match(
      scratch.run('validate', 'README.md').stdout,
      /:8:39: warning: .* is 70\.1 here and 71\.2 in the table/,
    );
  });

  it('goes on behind a file that cannot be read, and ends with 3', () => {
    scratch.write('README.md', BAD);
    const { status, stdout, stderr } = scratch.run('validate', 'absent.md', 'README.md');
    assert.equal(status, 3);
    assert.match(stderr, /^model-card: absent\.md cannot be read: there is no such file\./);
    assert.match(stdout, /license\.unknown/);
  });

  for (const [args, complaint] of [
    [[], 'The card is missing'],
    [['--json', '--format', 'text', 'a.md'], '--json and --format exclude each other'],
    [['--format', 'xml', 'a.md'], '--format takes text or github, not "xml"'],
  ] as const) {
    it(`refuses ${args.join(' ') || 'no file'}`, () => {
      const { status, stderr } = scratch.run('validate', ...args);
      assert.deepEqual([status, stderr], [2, `model-card: ${complaint}; "model-card validate --help" tells how.\n`]);
    });
  }
});

describe('model-card fix', () => {
  const scratch = new Scratch();
  const mended = BAD.replace('tags: tiny', 'tags: [tiny]');

  it('lists the safe fixes and writes nothing', () => {
    scratch.write('README.md', BAD);
    const { status, stdout, stderr } = scratch.run('fix', 'README.md');
    assert.deepEqual(
      [status, stdout, stderr],
      [0, 'README.md:3: Wrap it in a list [metadata.type]\n', '1 fix; apply with --write\n'],
    );
    assert.equal(readFileSync(scratch.at('README.md'), 'utf8'), BAD);
  });

  it('applies them, and nothing else', () => {
    scratch.write('README.md', BAD.replaceAll('\n', '\r\n'));
    const { status, stderr } = scratch.run('fix', '--write', 'README.md');
    assert.deepEqual([status, stderr], [0, '1 fix applied\n']);
    assert.equal(readFileSync(scratch.at('README.md'), 'utf8'), mended.replaceAll('\n', '\r\n'));
  });

  it('goes on to what a fix brings to light', () => {
    scratch.write('README.md', `\ufeff# Anvil\n\n${BAD}`);
    const { stdout } = scratch.run('fix', '--write', 'README.md');
    assert.deepEqual(
      stdout.split('\n').map((line) => line.replace(/^.*\[|\]$/g, '')),
      ['front-matter.bom', 'front-matter.hidden', 'metadata.type', ''],
    );
    assert.ok(readFileSync(scratch.at('README.md'), 'utf8').startsWith(mended.slice(0, mended.indexOf('# Anvil'))));
  });

  it('says when there is nothing to do', () => {
    scratch.write('README.md', GOOD);
    assert.deepEqual(scratch.run('fix', 'README.md'), { status: 0, stdout: '', stderr: 'nothing to fix\n' });
  });
});

describe('the hooks of pre-commit', () => {
  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly {
    readonly id: string;
    readonly entry: string;
    readonly files: string;
  }[];
  const scratch = new Scratch();

  for (const { id, entry, files } of hooks) {
    it(`${id} runs a command that there is, on cards and files of results`, () => {
      scratch.write('README.md', GOOD);
      assert.equal(scratch.run(...entry.split(' ').slice(1), 'README.md').status, 0);
      const taken = ['README.md', 'a/README.md', '.eval_results/a.yaml', 'a/NOTREADME.md', 'a.yaml', 'README.md.bak'];
      assert.deepEqual(
        taken.filter((path) => new RegExp(files).test(path)),
        taken.slice(0, 3),
      );
    });
  }
});
