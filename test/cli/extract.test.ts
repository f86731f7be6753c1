import assert from 'node:assert/strict';
import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { parse } from 'yaml';
import { GIT_CONFIG, lines, Scratch, TWO_MODELS, WITH_SETTINGS } from './program';

const TWO_TABLES = lines(
  WITH_SETTINGS,
  '## More',
  '',
  '| Model | ARC | BoolQ |',
  '| --- | --- | --- |',
  '| Anvil-7B | 61.5 | 80.1 |',
);

/** One entry of model-index with one result, indented as people do by hand. */
function indexed(name: string, benchmark: string, value: string): readonly string[] {
  return [
    `  - name: ${name}`,
    '    results:',
    '      - task: { type: text-generation }',
    `        dataset: { name: ${benchmark}, type: ${benchmark.toLowerCase()} }`,
    '        metrics:',
    `          - { type: acc, value: ${value} } # by hand`,
  ];
}

interface Result {
  readonly task: { readonly type: string };
  readonly dataset: { readonly name: string };
  readonly metrics: readonly { readonly value: number }[];
  readonly source?: { readonly url: string; readonly name?: string };
}

/** (benchmark, value) of all results of the one entry in `yaml`. */
function valuesOf(yaml: string): readonly (readonly [string, number | undefined])[] {
  return resultsOf(yaml).map(({ dataset, metrics }) => [dataset.name, metrics[0]?.value]);
}

function resultsOf(yaml: string): readonly Result[] {
  const index = (parse(yaml) as { 'model-index': { results: Result[] }[] })['model-index'];
  assert.equal(index.length, 1);
  return index[0]?.results ?? [];
}

/** The card's front matter as text. */
function frontMatterOf(text: string): string {
  return /^\ufeff?---\r?\n([^]*?)\r?\n---/.exec(text)?.[1] ?? '';
}

describe('model-card extract', () => {
  const scratch = new Scratch();
  const read = (name: string): string => readFileSync(scratch.at(name), 'utf8');

  it("needs no option for the one table with scores and the card's own model, and writes nothing unasked", () => {
    scratch.write('.git/config', GIT_CONFIG);
    scratch.write('README.md', WITH_SETTINGS);
    const { status, stdout, stderr } = scratch.run('extract', 'README.md');
    assert.equal(status, 0);
    assert.deepEqual(valuesOf(stdout), [
      ['MMLU (5-shot)', 71.2],
      ['GSM8K', 55],
    ]);
    const [result] = resultsOf(stdout);
    assert.equal(result?.task.type, 'text-generation');
    assert.equal(result.source?.url, 'https://huggingface.co/acme/Anvil-7B');
    assert.match(stdout, /^model-index:\n- name: Anvil-7B\n/);
    assert.match(stderr, /Nothing is written yet; to add this: model-card extract README\.md --write\n$/);
    assert.equal(read('README.md'), WITH_SETTINGS);
  });

  it('adds to the card with --write, and nothing a second time', () => {
    scratch.write('README.md', TWO_MODELS);
    const args = ['extract', 'README.md', '--model', 'hammer-8b', '--write'];
    const first = scratch.run(...args);
    assert.equal(first.status, 0, first.stderr);
    assert.match(first.stderr, /^README\.md: 3 results added, 0 values replaced\.$/m);
    const written = read('README.md');
    assert.ok(written.startsWith('---\n') && written.endsWith(`---\n${TWO_MODELS}`));
    assert.deepEqual(valuesOf(frontMatterOf(written)), [
      ['MMLU (5-shot)', 70.9],
      ['GSM8K', 61.25],
      ['HumanEval', 40.2],
    ]);
    assert.ok(written.includes('61.25') && !/source:/.test(written));

    const { mtimeMs, ino } = statSync(scratch.at('README.md'));
    const second = scratch.run(...args);
    assert.deepEqual([second.status, second.stdout], [0, '']);
    assert.match(second.stderr, /3 values in model-index already\.\nREADME\.md: nothing to add\.\n$/);
    assert.equal(read('README.md'), written);
    const after = statSync(scratch.at('README.md'));
    assert.deepEqual([after.mtimeMs, after.ino], [mtimeMs, ino]);
  });

  it('keeps a byte order mark, line endings and every byte outside of what it adds', () => {
    const body = TWO_MODELS.replaceAll('\n', '\r\n') + 'mixed\nendings\r\n\t\u00a0 and no last break';
    const before = `\ufeff---\r\nlicense: mit # why\r\ntags: [ a,b ]\r\n---\r\n${body}`;
    scratch.write('README.md', before);
    assert.equal(scratch.run('extract', 'README.md', '--model', 'Anvil-7B', '--write').status, 0);
    const after = read('README.md');
    assert.ok(after.startsWith('\ufeff---\r\nlicense: mit # why\r\ntags: [ a,b ]\r\nmodel-index:\r\n'));
    assert.ok(after.endsWith(`\r\n---\r\n${body}`));
    assert.doesNotMatch(frontMatterOf(after), /[^\r]\n/);
    assert.equal(valuesOf(frontMatterOf(after)).length, 2);
  });

  it('keeps the mode and follows symbolic links', function () {
    if (process.platform === 'win32') this.skip();
    scratch.write('real/card.md', TWO_MODELS);
    chmodSync(scratch.at('real/card.md'), 0o640);
    symlinkSync('real/card.md', scratch.at('README.md'));
    assert.equal(scratch.run('extract', 'README.md', '--model-index', '1', '--write').status, 0);
    assert.ok(lstatSync(scratch.at('README.md')).isSymbolicLink());
    assert.equal(statSync(scratch.at('real/card.md')).mode & 0o777, 0o640);
    assert.match(read('real/card.md'), /^---\nmodel-index:/);
    assert.deepEqual(readdirSync(scratch.at('real')), ['card.md']);
  });

  it('chooses the table by number or by any of its lines', () => {
    scratch.write('README.md', TWO_TABLES);
    const { stdout } = scratch.run('extract', 'README.md', '--table', '3', '--model', 'Anvil-7B');
    assert.deepEqual(valuesOf(stdout), [
      ['ARC', 61.5],
      ['BoolQ', 80.1],
    ]);
    const last = TWO_TABLES.split('\n').findIndex((line) => line.includes('61.5')) + 1;
    for (const line of [last - 2, last - 1, last]) {
      assert.equal(scratch.run('extract', 'README.md', '--line', String(line), '--model', 'Anvil-7B').stdout, stdout);
    }
  });

  it('ends with 1 and lists the tables, each with its command, where several hold scores', () => {
    scratch.write('.git/config', GIT_CONFIG);
    scratch.write('README.md', TWO_TABLES);
    const { status, stdout, stderr } = scratch.run('extract', 'README.md', '--json');
    assert.deepEqual([status, stdout], [1, '']);
    const [message, ...candidates] = stderr.trimEnd().split('\n');
    assert.equal(message, 'model-card: README.md has 2 tables with scores; choose one with --table or --line.');
    assert.deepEqual(candidates.slice(0, 2), [
      '  table 1, line 5, under "Evaluation": 2 models × 3 benchmarks',
      '    model-card extract README.md --table 1 --json',
    ]);
    for (const command of candidates.filter((line) => line.includes('extract')).map((line) => line.trim())) {
      assert.equal(scratch.runPrinted(command).status, 0, command);
    }
  });

  it("ends with 1 and lists the models where none is surely the card's", () => {
    scratch.write('README.md', TWO_MODELS.replace('# Anvil', '# Hammer 8B'));
    const { status, stdout, stderr } = scratch.run('extract', 'README.md');
    assert.deepEqual([status, stdout], [1, '']);
    const [message, ...candidates] = stderr.trimEnd().split('\n');
    assert.match(message ?? '', /table 1, line 5, .* names 2 models, none of them surely the card's/);
    // The heading and the folder are no certain signs, but good ones: what they name comes first.
    assert.deepEqual(candidates, [
      '  model 2, Hammer 8B',
      "    model-card extract README.md --table 1 --model 'Hammer 8B'",
      '  model 1, Anvil-7B',
      '    model-card extract README.md --table 1 --model Anvil-7B',
    ]);
  });

  it('finds a model by its words only: no part, no other order, no neighbour', () => {
    scratch.write('README.md', TWO_MODELS);
    for (const name of ['anvil_7b', 'ANVIL 7B', 'acme/Anvil-7B']) {
      assert.equal(scratch.run('extract', 'README.md', '--model', name).status, 0, name);
    }
    for (const name of ['Anvil', '7B-Anvil', 'Anvil-7B-chat', 'Hammer-8', '']) {
      const { status, stdout, stderr } = scratch.run('extract', 'README.md', '--model', name);
      assert.deepEqual([status, stdout], [1, ''], name);
      assert.match(stderr, /has no model named .*\n {2}model \d/);
    }
  });

  it('asks for the number where two models have one name', () => {
    scratch.write('README.md', TWO_MODELS.replace('Hammer 8B', 'Anvil 7b'));
    assert.equal(scratch.run('extract', 'README.md', '--model', 'Anvil 7b').status, 0);
    const { status, stderr } = scratch.run('extract', 'README.md', '--model', 'anvil_7b');
    assert.equal(status, 1);
    assert.match(stderr, /2 models named/);
    assert.deepEqual(valuesOf(scratch.run('extract', 'README.md', '--model-index', '2').stdout)[0], [
      'MMLU (5-shot)',
      70.9,
    ]);
  });

  it('says why there is nothing: no table, no scores, no such table or line, nearly a table', () => {
    scratch.write('none.md', '# Nothing here\n');
    scratch.write('README.md', WITH_SETTINGS);
    scratch.write('near.md', lines('text', '', '| Benchmark | Score |', '| MMLU | 71.2 |', '| GSM8K | 55.0 |'));
    const cases: readonly (readonly [args: readonly string[], message: RegExp])[] = [
      [['none.md'], /none\.md has no table with scores\./],
      [['README.md', '--table', '7'], /README\.md has no table 7 but 2 tables\./],
      [['README.md', '--line', '1'], /README\.md has no table in line 1\./],
      [['README.md', '--table', '1', '--model-index', '3'], /has no model 3 but 2 models\./],
      [['near.md'], /has no table with scores\.\n {2}line 3 is nearly a table: /],
      [['near.md', '--line', '4'], /near\.md, line 3 is nearly a table: /],
    ];
    for (const [args, message] of cases) {
      const { status, stdout, stderr } = scratch.run('extract', ...args);
      assert.deepEqual([status, stdout], [1, ''], args.join(' '));
      assert.match(stderr, message);
    }
  });

  it('refuses what it cannot read or understand with 3 and a place', () => {
    scratch.write('latin1.md', Buffer.from(`${TWO_MODELS}Gr\u00f6\u00dfe\n`, 'latin1'));
    scratch.write('broken.md', lines('---', 'license: mit', 'tags: [a', '---', TWO_MODELS));
    scratch.write('unclosed.md', lines('---', 'license: mit', '', TWO_MODELS));
    scratch.write('hidden.md', lines('<!-- note -->', '', '---', 'license: mit', '---', TWO_MODELS));
    const cases: readonly (readonly [file: string, message: RegExp])[] = [
      ['missing.md', /^model-card: missing\.md cannot be read: there is no such file\.$/],
      ['latin1.md', /^model-card: latin1\.md cannot be read: it is not valid UTF-8 \(line 10\)/],
      ['broken.md', /^model-card: broken\.md:\d+:\d+: /],
      ['unclosed.md', /^model-card: unclosed\.md:1:1: /],
      ['hidden.md', /^model-card: hidden\.md: .*line 3.*move it to the top/],
    ];
    for (const [file, message] of cases) {
      const { status, stdout, stderr } = scratch.run('extract', file, '--table', '1', '--model', 'Anvil-7B', '--write');
      assert.deepEqual([status, stdout], [3, ''], file);
      assert.match(stderr.trimEnd(), message);
    }
    assert.ok(!read('broken.md').includes('model-index') && !read('hidden.md').includes('model-index'));
  });

  describe('where model-index claims another value', () => {
    const before = lines('---', 'model-index:', ...indexed('Anvil', 'GSM8K', '54.5'), '---', TWO_MODELS);
    const extract = (...args: string[]) => {
      scratch.write('README.md', before);
      return scratch.run('extract', 'README.md', '--model', 'Anvil-7B', ...args);
    };

    it('keeps it unless told otherwise, and says so', () => {
      const { status, stdout, stderr } = extract('--write');
      assert.equal(status, 0);
      assert.deepEqual(valuesOf(stdout), [['MMLU (5-shot)', 71.2]]);
      assert.match(
        stderr,
        /conflict: GSM8K: model-index says 54\.5 in line 8, the table 55\.0 in line 17; the card keeps its value/,
      );
      assert.deepEqual(
        valuesOf(frontMatterOf(read('README.md'))).map(([, value]) => value),
        [54.5, 71.2],
      );
    });

    it('replaces just the number on request', () => {
      const { status, stderr } = extract('--write', '--on-conflict', 'replace');
      assert.equal(status, 0);
      assert.match(stderr, /; the new value replaces it\.$/m);
      assert.match(stderr, /1 result added, 1 value replaced\./);
      assert.ok(read('README.md').includes('          - { type: acc, value: 55.0 } # by hand\n'));
    });

    it('says what it would replace where nothing is written', () => {
      assert.match(extract('--on-conflict', 'replace').stderr, /; the new value replaces it\.$/m);
    });

    it('keeps what the Hub has verified, and says so', () => {
      const verified = before.replace('value: 54.5', 'value: 54.5, verified: true');
      scratch.write('README.md', verified);
      const args = ['--model', 'Anvil-7B', '--on-conflict', 'replace', '--write'];
      const { stderr } = scratch.run('extract', 'README.md', ...args);
      assert.match(
        stderr,
        /says 54\.5, verified by the Hub, in line 8, the table 55\.0 in line 17; the card keeps its value \(if the table/,
      );
      assert.ok(read('README.md').includes('value: 54.5, verified: true'));
    });

    it('lets no control character of a value reach the terminal', () => {
      scratch.write('README.md', before.replace('54.5', '"\\e[31mX"'));
      const { stderr } = scratch.run('extract', 'README.md', '--model', 'Anvil-7B');
      assert.match(stderr, /model-index says \ufffd\[31mX in line 8/);
    });

    it('ends with 1 and writes nothing on request', () => {
      const { status, stdout, stderr } = extract('--write', '--on-conflict', 'fail');
      assert.deepEqual([status, stdout], [1, '']);
      assert.match(stderr, /conflict: GSM8K: .*\nREADME\.md: nothing is written\.\n$/);
      assert.equal(read('README.md'), before);
    });
  });

  it('asks which entry where model-index holds several', () => {
    const entries = [...indexed('Anvil-7B', 'GSM8K', '55.0'), ...indexed('Hammer', 'GSM8K', '1.0')];
    scratch.write('README.md', lines('---', 'model-index:', ...entries, '---', TWO_MODELS));
    const args = ['extract', 'README.md', '--model', 'Anvil-7B'];
    for (const entry of [[], ['--entry', '3']]) {
      const { status, stderr } = scratch.run(...args, ...entry);
      assert.equal(status, 1);
      assert.match(
        stderr,
        /several models.*\n {2}entry 1, Anvil-7B\n {4}model-card .*--entry 1\n {2}entry 2, Hammer\n/,
      );
    }
    scratch.write('README.md', lines('---', 'model-index:', ...entries.slice(0, 6), '---', TWO_MODELS));
    const sole = scratch.run(...args, '--entry', '3');
    assert.equal(sole.status, 1);
    assert.match(sole.stderr, /holds one model only; choose that one\.\n {2}entry 1, Anvil-7B\n/);
    const { status, stdout } = scratch.run(...args, '--entry', '1');
    assert.equal(status, 0);
    assert.deepEqual(valuesOf(stdout), [['MMLU (5-shot)', 71.2]]);
  });

  it('takes task type and source as typed', () => {
    scratch.write('README.md', TWO_MODELS);
    const args = ['extract', 'README.md', '--model', 'Anvil-7B'];
    const source = ['--source-url', 'https://example.org/report', '--source-name', 'Report'];
    const { stdout } = scratch.run(...args, '--task-type', 'question-answering', ...source);
    for (const result of resultsOf(stdout)) {
      assert.equal(result.task.type, 'question-answering');
      assert.deepEqual(result.source, { name: 'Report', url: 'https://example.org/report' });
    }
    for (const wrong of [
      ['--source-name', 'Report'],
      ['--source-url', 'nowhere'],
      ['--task-type', ' '],
    ]) {
      const { status, stderr } = scratch.run(...args, ...wrong);
      assert.equal(status, 2, wrong.join(' '));
      assert.match(stderr, /--help" tells how\.\n$/);
    }
  });

  it('says which ids are made from names', () => {
    scratch.write('README.md', TWO_MODELS.replace('GSM8K', 'Secret A').replace('HumanEval | -', 'Secret B | 3.5'));
    const { stderr } = scratch.run('extract', 'README.md', '--model', 'Anvil-7B');
    assert.match(stderr, /^Secret A, Secret B: No dataset of the Hub is known by this name: .*$/m);
  });

  it('checks what is typed before the model', () => {
    scratch.write('README.md', TWO_MODELS);
    for (const wrong of [
      ['--task-type', ''],
      ['--source-url', 'nowhere'],
    ]) {
      assert.equal(scratch.run('extract', 'README.md', ...wrong).status, 2);
    }
  });

  it('leaves out a pair that nobody named, and says so', () => {
    scratch.write('README.md', TWO_MODELS.replace('55.0', '55.0 / 57.1'));
    const { status, stdout, stderr } = scratch.run('extract', 'README.md', '--model', 'Anvil-7B');
    assert.equal(status, 0);
    assert.deepEqual(valuesOf(stdout), [['MMLU (5-shot)', 71.2]]);
    assert.match(stderr, /^left out: GSM8K 55\.0 in line 8: /m);
    assert.match(stderr, /^left out: GSM8K 57\.1 in line 8: /m);
  });

  it('prints the YAML that it writes, told apart from what is there', () => {
    const other = TWO_MODELS.replace('MMLU (5-shot)', 'MMLU (0-shot)');
    scratch.write('README.md', TWO_MODELS);
    scratch.run('extract', 'README.md', '--model', 'Anvil-7B', '--write');
    scratch.write('README.md', read('README.md').replace(TWO_MODELS, other));
    const { stdout } = scratch.run('extract', 'README.md', '--model', 'Anvil-7B', '--write');
    const printed = stdout.split('\n').slice(3, -1).join('\n');
    assert.match(printed, /config: all-0-shot\n/);
    assert.ok(read('README.md').includes(printed), read('README.md'));
  });

  it('names a row that says the same as an earlier one', () => {
    const rows = ['| [x] | 50.5 | 1 |', '| x | 50.5 | 2 |'];
    scratch.write('README.md', TWO_MODELS.replace('| GSM8K | 55.0 | 61.25 |', rows.join('\n')));
    const { stderr } = scratch.run('extract', 'README.md', '--model', 'Anvil-7B', '--write');
    assert.match(stderr, /^repeated: x 50\.5 in line 9 says the same as an earlier row\.$/m);
    assert.match(stderr, /2 results added/);
  });

  it('prints one JSON object with everything on request', () => {
    scratch.write('README.md', lines('---', 'model-index:', ...indexed('Anvil', 'GSM8K', '54.5'), '---', TWO_MODELS));
    const { status, stdout } = scratch.run('extract', 'README.md', '--model', 'Anvil-7B', '--json', '--write');
    assert.equal(status, 0);
    const report = JSON.parse(stdout) as Record<string, unknown> & { yaml: string; results: unknown[] };
    const { results, yaml, ...rest } = report;
    assert.deepEqual(rest, {
      file: 'README.md',
      table: 1,
      line: 14,
      model: 'Anvil-7B',
      same: 0,
      conflicts: [
        {
          name: 'GSM8K',
          metric: (rest['conflicts'] as { metric: string }[])[0]?.metric,
          existing: { value: '54.5', line: 8, verified: false },
          wanted: { value: '55.0', line: 17 },
          decision: 'keep',
        },
      ],
      leftOut: [],
      written: true,
    });
    assert.equal(results.length, 2);
    assert.deepEqual(valuesOf(yaml), [['MMLU (5-shot)', 71.2]]);
  });

  it('takes a table of another file, and asks where its scores come from', () => {
    scratch.write('.git/config', GIT_CONFIG);
    scratch.write('README.md', lines('---', 'license: mit', '---', '', '# Anvil'));
    scratch.write('scores.csv', 'Modell;MMLU;GSM8K\nAnvil-7B;71,2;55,05\nHammer;60,1;44,5\n');
    const { status, stdout, stderr } = scratch.run('extract', '--pasted', 'scores.csv', 'README.md', '--write');
    assert.equal(status, 0, stderr);
    assert.deepEqual(valuesOf(stdout), [
      ['MMLU', 71.2],
      ['GSM8K', 55.05],
    ]);
    assert.match(stderr, /^--source-url names the page or paper/m);
    assert.deepEqual(valuesOf(frontMatterOf(read('README.md'))), valuesOf(stdout));

    const other = scratch.run('extract', '--pasted', 'scores.csv', 'README.md', '--model', 'Anvil');
    assert.equal(other.status, 1);
    assert.match(
      other.stderr,
      /scores\.csv, table 1.* has no model named "Anvil"[^]*--pasted scores\.csv .*--model Hammer/,
    );
    const none = scratch.run('extract', '--pasted', 'README.md', 'README.md');
    assert.deepEqual(
      [none.status, none.stderr.slice(0, 63)],
      [1, 'model-card: README.md: There is no table in this text; copy cel'],
    );
    const missing = scratch.run('extract', '--pasted', 'no.csv', 'README.md');
    assert.deepEqual(
      [missing.status, missing.stderr],
      [3, 'model-card: no.csv cannot be read: there is no such file.\n'],
    );
  });
});
