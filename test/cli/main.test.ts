import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Scratch } from './program';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('model-card', () => {
  const scratch = new Scratch();

  it('prints help, beginning with the four steps, where nothing or help is asked for', () => {
    const { status, stdout, stderr } = scratch.run();
    assert.deepEqual([status, stderr], [0, '']);
    const steps = stdout.split('\n').slice(0, 5);
    assert.match(steps[0] ?? '', /four steps/);
    ['inspect', 'extract', '--write', 'show'].forEach((word, step) => assert.ok(steps[step + 1]?.includes(word)));
    for (const args of [['--help'], ['-h'], ['help']]) assert.equal(scratch.run(...args).stdout, stdout);
  });

  it('has help of its own for each command, which works beside any other argument', () => {
    const texts = ['inspect', 'show', 'extract'].map((command) => scratch.run(command, 'README.md', '--help'));
    for (const { status, stdout } of texts) {
      assert.equal(status, 0);
      assert.match(stdout, /^From a table .* four steps:\n {2}1\. /);
    }
    assert.equal(new Set(texts.map(({ stdout }) => stdout)).size, 3);
    for (const option of ['--table', '--line', '--model', '--model-index', '--json', '--write', '--task-type']) {
      assert.ok(texts[2]?.stdout.includes(option), option);
    }
  });

  it('prints its version', () => {
    assert.deepEqual(scratch.run('--version'), { status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('ends with 2 and one sentence on bad use', () => {
    for (const args of [
      ['frobnicate'],
      ['toString'],
      ['inspect'],
      ['show'],
      ['extract'],
      ['inspect', '--csv', 'x.md'],
    ]) {
      const { status, stdout, stderr } = scratch.run(...args);
      assert.deepEqual([status, stdout], [2, ''], args.join(' '));
      assert.match(stderr, /^model-card: [^\n]*--help" tells how\.\n$/);
    }
  });
});
