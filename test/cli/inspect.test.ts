import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { GIT_CONFIG, lines, PROGRAM, Scratch, TWO_MODELS, WITH_SETTINGS } from './program';

describe('model-card inspect', () => {
  const scratch = new Scratch();

  it('prints for each table its place, what it holds, rows, models and the ready commands', () => {
    scratch.write('card.md', WITH_SETTINGS);
    const { status, stdout, stderr } = scratch.run('inspect', 'card.md');
    assert.deepEqual([status, stderr], [0, '']);
    assert.deepEqual(stdout.split('\n'), [
      'card.md: 2 tables',
      '',
      '  table 1, line 5, under "Evaluation"',
      '    2 models × 3 benchmarks (Markdown, benchmarks in rows)',
      '    | Benchmark | Anvil-7B | Hammer 8B',
      '    | MMLU (5-shot) | 71.2 | 70.9',
      '    | GSM8K | 55.0 | 61.25',
      '    1  Anvil-7B    model-card extract card.md --table 1 --model Anvil-7B',
      "    2  Hammer 8B   model-card extract card.md --table 1 --model 'Hammer 8B'",
      '',
      '  table 2, line 13, under "Training"',
      '    no scores seen: hyper-parameters (Markdown)',
      '    | Hyperparameter | Value',
      '    | learning rate | 3e-4',
      '    | batch size | 512',
      ...stdout.split('\n').slice(15),
    ]);
  });

  it("prints commands that a shell takes as they are, and marks the card's own model", () => {
    scratch.write('.git/config', GIT_CONFIG);
    scratch.write("my card's.md", TWO_MODELS.replace('Hammer 8B', '`$(false)` "Hammer"'));
    const { stdout } = scratch.run('inspect', "my card's.md");
    assert.match(stdout, /1 {2}Anvil-7B \(this card\)/);
    const commands = [...stdout.matchAll(/model-card extract .*/g)].map(([command]) => command);
    assert.equal(commands.length, 2);
    for (const command of commands) {
      const { status, stdout: yaml, stderr } = scratch.runPrinted(command);
      assert.equal(status, 0, stderr);
      assert.match(yaml, /^model-index:\n/);
    }
  });

  it('prints one line of JSON for each card', () => {
    scratch.write('a.md', TWO_MODELS);
    scratch.write('b.md', '# No table\n');
    const { status, stdout } = scratch.run('inspect', '--json', 'a.md', 'b.md');
    assert.equal(status, 0);
    const [a, b, rest] = stdout.split('\n');
    assert.equal(rest, '');
    assert.deepEqual(JSON.parse(b ?? ''), { file: 'b.md', tables: [], nearTables: [] });
    const card = JSON.parse(a ?? '') as { file: string; tables: Record<string, unknown>[] };
    const [{ models, ...table }] = card.tables as [Record<string, unknown>];
    assert.deepEqual(table, {
      number: 1,
      line: 5,
      endLine: 9,
      kind: 'markdown',
      heading: 'Evaluation',
      evaluation: true,
      orientation: 'benchmarks-in-rows',
    });
    const [anvil, hammer] = models as { name: string; scores: Record<string, unknown>[] }[];
    assert.deepEqual([anvil?.name, hammer?.name], ['Anvil-7B', 'Hammer 8B']);
    const shown = ({ name, value, shots }: Record<string, unknown>) => [name, value, shots];
    assert.deepEqual(anvil?.scores.map(shown), [
      ['MMLU', 71.2, 5],
      ['GSM8K', 55, undefined],
    ]);
    assert.deepEqual(hammer?.scores.map(shown), [
      ['MMLU', 70.9, 5],
      ['GSM8K', 61.25, undefined],
      ['HumanEval', 40.2, undefined],
    ]);
  });

  it('goes on after files that cannot be read and then ends with 3', () => {
    scratch.write('good.md', TWO_MODELS);
    scratch.write('latin1.md', Buffer.from('# Gr\u00f6\u00dfe\n', 'latin1'));
    mkdirSync(scratch.at('folder'));
    for (const flags of [[], ['--json']]) {
      const { status, stdout, stderr } = scratch.run(
        'inspect',
        ...flags,
        'missing.md',
        'folder',
        'latin1.md',
        'good.md',
      );
      assert.equal(status, 3);
      assert.match(stdout, /good\.md/);
      assert.deepEqual(stderr.trimEnd().split('\n'), [
        'model-card: missing.md cannot be read: there is no such file.',
        'model-card: folder cannot be read: it is a folder; name the file in it.',
        'model-card: latin1.md cannot be read: it is not valid UTF-8 (line 1); save it as UTF-8 first.',
      ]);
    }
  });

  it('names blocks that are nearly a table and front matter that cannot be used', () => {
    scratch.write('near.md', lines('text', '', '| Benchmark | Score |', '| MMLU | 71.2 |', '| GSM8K | 55.0 |'));
    assert.match(scratch.run('inspect', 'near.md').stdout, /line 3 is nearly a table: /);
    scratch.write('broken.md', lines('---', 'license: [mit', '---', TWO_MODELS));
    assert.match(scratch.run('inspect', 'broken.md').stdout, /front matter: line \d+, column \d+: /);
  });

  it('lets no control character of a card reach the terminal', () => {
    scratch.write('evil.md', TWO_MODELS.replaceAll('Hammer 8B', 'Ham\u001b[2Jmer').replace('GSM8K', 'GSM\u00078K'));
    assert.doesNotMatch(scratch.run('inspect', 'evil.md').stdout, /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });

  it('ends quietly where its reader stops reading', function () {
    if (process.platform === 'win32') this.skip();
    const files = Array.from({ length: 300 }, (_, index) => scratch.write(`c${String(index)}.md`, WITH_SETTINGS));
    const script = `"${process.execPath}" "${PROGRAM}" inspect --json ${files.join(' ')} | head -n 1 | wc -l`;
    const { stdout, stderr } = spawnSync('/bin/sh', ['-c', script], { cwd: scratch.path, encoding: 'utf8' });
    assert.deepEqual([stdout.trim(), stderr], ['1', '']);
  });

  it('takes thousands of cards in one call without keeping them', () => {
    const big = lines(TWO_MODELS, 'word '.repeat(20_000));
    const files = Array.from({ length: 2000 }, () => 'big.md');
    scratch.write('big.md', big);
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--max-old-space-size=48', PROGRAM, 'inspect', '--json', ...files],
      { cwd: scratch.path, encoding: 'utf8', maxBuffer: 1e8 },
    );
    assert.equal(status, 0);
    assert.equal(stdout.trimEnd().split('\n').length, 2000);
  }).timeout(120_000);
});
