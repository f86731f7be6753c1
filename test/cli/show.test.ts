import assert from 'node:assert/strict';
import { lines, Scratch, TWO_MODELS } from './program';

describe('model-card show', () => {
  const scratch = new Scratch();

  it('lists what was extracted, with the lines of front matter and table', () => {
    scratch.write('README.md', TWO_MODELS);
    scratch.run('extract', 'README.md', '--model', 'Anvil-7B', '--write');
    const { status, stdout, stderr } = scratch.run('show', 'README.md');
    assert.deepEqual([status, stderr], [0, '']);
    assert.match(stdout, /^README\.md\n\nAnvil-7B: 2 values\n/);
    assert.match(stdout, /^ {2}MMLU \(5-shot\) +\S+ +71\.2 +line \d+ +table line \d+$/m);
    assert.match(stdout, /^ {2}GSM8K +\S+ +55\.0 +line \d+ +table line \d+$/m);
  });

  it('tells a claim that the tables contradict, or do not hold', () => {
    const claim = (name: string, value: string) => [
      '      - task: { type: text-generation }',
      `        dataset: { name: ${name}, type: ${name.toLowerCase()} }`,
      `        metrics: [{ type: acc, value: ${value} }]`,
    ];
    const index = [
      'model-index:',
      '  - name: Anvil-7B',
      '    results:',
      ...claim('GSM8K', '54.5'),
      ...claim('XSum', '20'),
    ];
    scratch.write('README.md', lines('---', ...index, '---', TWO_MODELS));
    const { stdout } = scratch.run('show', 'README.md');
    assert.match(stdout, /GSM8K .*54\.5 .*table line 19 has another value/);
    assert.match(stdout, /XSum .*20 .*in no table/);
  });

  it('says what is missing where there is no model-index or it cannot be read', () => {
    scratch.write('README.md', TWO_MODELS);
    assert.match(
      scratch.run('show', 'README.md').stdout,
      /^README\.md: no model-index; "model-card inspect README\.md"/,
    );
    scratch.write('broken.md', lines('---', 'tags: [a', '---'));
    const { status, stderr } = scratch.run('show', 'broken.md');
    assert.equal(status, 3);
    assert.match(stderr, /^model-card: broken\.md:\d+:\d+: /);
  });
});
