import assert from 'node:assert/strict';
import { extractCommand, readExtractOptions } from '../../../src/cli/extractOptions';

const read = (...args: string[]) => readExtractOptions(args);

describe('readExtractOptions', () => {
  it('reads every option', () => {
    const result = read(
      ...['README.md', '--table', '2', '--model', 'Anvil 7B', '--entry=3', '--task-type', 'text-generation'],
      ...[
        '--source-url',
        'https://example.org',
        '--source-name',
        'Report',
        '--on-conflict',
        'replace',
        '--json',
        '--write',
      ],
    );
    assert.equal(result.kind, 'options');
    assert.deepEqual(JSON.parse(JSON.stringify(result.options)), {
      file: 'README.md',
      table: 2,
      model: 'Anvil 7B',
      entry: 3,
      taskType: 'text-generation',
      sourceUrl: 'https://example.org',
      sourceName: 'Report',
      onConflict: 'replace',
      json: true,
      write: true,
    });
  });

  const refused: readonly (readonly [args: readonly string[], message: RegExp])[] = [
    [[], /^The card is missing; "model-card extract --help" tells how\.$/],
    [['a.md', 'b.md'], /one card at a time/],
    [['a.md', '--table', '1', '--line', '2'], /--table and --line exclude each other/],
    [['a.md', '--model', 'x', '--model-index', '2'], /--model and --model-index exclude each other/],
    [['a.md', '--table', '0'], /--table takes a number from 1 on, not "0"/],
    [['a.md', '--line', '1e3'], /--line takes a number/],
    [['a.md', '--on-conflict', 'ask'], /--on-conflict takes keep, replace, fail, not "ask"/],
    [['a.md', '--colour'], /'--colour'/],
    [['a.md', '--table'], /--table/],
  ];
  for (const [args, message] of refused) {
    it(`refuses ${JSON.stringify(args)} in one sentence`, () => {
      const result = read(...args);
      assert.equal(result.kind, 'failure');
      assert.equal(result.status, 2);
      assert.match(result.message, message);
      assert.doesNotMatch(result.message, /\n|\. /);
    });
  }
});

describe('extractCommand', () => {
  const command = (options: object, platform = 'linux') =>
    extractCommand({ file: 'README.md', ...options }, platform).replace(/^model-card extract README\.md /, '');

  it('leaves plain words bare and quotes the rest for a POSIX shell', () => {
    assert.equal(command({ table: 2, model: 'Anvil-7B' }), '--table 2 --model Anvil-7B');
    assert.equal(command({ model: "Anvil 7B (o'clock) $HOME" }), `--model 'Anvil 7B (o'\\''clock) $HOME'`);
    assert.equal(command({ model: '模型-7B' }), '--model 模型-7B');
  });

  it('quotes for Windows there', () => {
    assert.equal(command({ model: 'Anvil "7B"' }, 'win32'), `--model 'Anvil "7B"'`);
  });

  it('keeps words that begin with a dash from being options', () => {
    assert.equal(command({ model: '-large' }), '--model=-large');
    assert.equal(extractCommand({ file: '-x.md' }, 'linux'), 'model-card extract ./-x.md');
  });

  it('writes numbers, flags and a file with a blank', () => {
    const options = { file: 'a b.md', table: 3, modelIndex: 2, onConflict: 'fail', json: true, write: true } as const;
    const expected = "model-card extract 'a b.md' --table 3 --model-index 2 --on-conflict fail --json --write";
    assert.equal(extractCommand(options, 'linux'), expected);
  });
});
