import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/card/text';
import { modelIndexYaml } from '../../../src/results/merge';
import { lines, merge, plan, result } from './support';

const mmlu = result({ name: 'MMLU', value: '85.20', shots: 5, config: 'all', split: 'test' });
const gsm = result({ name: 'GSM8K', value: '71.5' });

const GSM_LINES = [
  '  - task:',
  '      type: text-generation',
  '    dataset:',
  '      name: GSM8K',
  '      type: openai/gsm8k',
  '    metrics:',
  '    - type: accuracy',
  '      value: 71.5',
];
const INDEX_LINES = ['model-index:', '- name: my-model', '  results:', ...GSM_LINES];

/** A result in the shape of the Open LLM Leaderboard. */
function leaderboardCard(...dataset: readonly string[]): string {
  return lines(
    '---',
    'model-index:',
    '- name: my-model',
    '  results:',
    '  - task:',
    '      type: text-generation',
    '      name: Text Generation',
    '    dataset:',
    ...dataset,
    '    source:',
    '      url: https://huggingface.co/spaces/open-llm-leaderboard/open_llm_leaderboard',
    '      name: Open LLM Leaderboard',
    '---',
  );
}

const ARC_CARD = leaderboardCard(
  '      name: AI2 Reasoning Challenge (25-Shot)',
  '      type: ai2_arc',
  '      config: ARC-Challenge',
  '      split: test',
  '      args:',
  '        num_few_shot: 25',
  '    metrics:',
  '    - type: acc_norm',
  '      value: 62.03',
  '      name: normalized accuracy',
);

const IFEVAL_CARD = leaderboardCard(
  '      name: IFEval (0-Shot)',
  '      type: HuggingFaceH4/ifeval',
  '      args:',
  '        num_few_shot: 0',
  '    metrics:',
  '    - type: inst_level_strict_acc',
  '      value: 51.2',
  '      name: strict accuracy',
);

describe('merging into a card', () => {
  describe('without model-index', () => {
    it('puts new front matter at the very top, before a comment', () => {
      const card = '<!-- generated -->\n# My Model\n';
      assert.equal(merge(card, [gsm]).text, lines('---', ...INDEX_LINES, '---') + card);
    });

    it('keeps a byte order mark first and the line endings of the card', () => {
      const { text } = merge('\ufeff# My Model\r\n', [gsm]);
      assert.equal(text, `\ufeff${lines('---', ...INDEX_LINES, '---', '# My Model').replaceAll('\n', '\r\n')}`);
    });

    it('ends new lines so that the Hub sees them in a card of lone carriage returns', () => {
      assert.equal(merge('# My Model\r', [gsm]).text, lines('---', ...INDEX_LINES, '---') + '# My Model\r');
    });

    it('adds it below the other keys', () => {
      const { text, edits } = merge(lines('---', 'license: mit  # why', '', 'tags: [a]', '---', 'x'), [gsm]);
      assert.equal(text, lines('---', 'license: mit  # why', '', 'tags: [a]', ...INDEX_LINES, '---', 'x'));
      assert.equal(edits.length, 1);
    });

    it('fills front matter that is empty or holds only comments', () => {
      assert.equal(merge('---\n\n---\n', [gsm]).text, lines('---', ...INDEX_LINES, '---'));
      assert.equal(merge('---\r\n---\r\n', [gsm]).text, lines('---', ...INDEX_LINES, '---').replaceAll('\n', '\r\n'));
      assert.equal(merge('---\n# todo\n---', [gsm]).text, lines('---', '# todo', ...INDEX_LINES) + '---');
    });

    it('fills two lines of dashes with nothing between them', () => {
      for (const [before, after] of [
        ['\ufeff---\n', '--- \n# My Model\n'],
        ['---\n', '---'],
      ] as const) {
        assert.equal(merge(before + after, [gsm]).text, before + lines(...INDEX_LINES) + after);
      }
    });

    it('follows the indentation of an indented map, and flow style', () => {
      const indented = merge(lines('---', '  license: mit', '---'), [gsm]).text;
      assert.equal(indented, lines('---', '  license: mit', ...INDEX_LINES.map((line) => `  ${line}`), '---'));
      assert.match(
        merge('---\n{license: mit}\n---\n', [gsm]).text,
        /^---\n\{license: mit, model-index: \[\{name: my-model, /,
      );
    });

    it('does nothing where there is nothing to add', () => {
      assert.deepEqual(merge('# My Model\n', []).edits, []);
    });
  });

  describe('with an empty model-index', () => {
    const card = (index: string) => lines('---', index, 'license: mit', '---');

    it('fills it, and keeps a comment beside it', () => {
      const filled = lines('---', ...INDEX_LINES, 'license: mit', '---');
      for (const index of [
        'model-index:',
        'model-index: []',
        'model-index: null',
        'model-index: ~ ',
        'model-index: [ ]',
      ]) {
        assert.equal(merge(card(index), [gsm]).text, filled, index);
      }
      const commented = merge(card('model-index: [] # soon'), [gsm]).text;
      assert.equal(commented, filled.replace('model-index:', 'model-index: # soon'));
    });

    it('fills results of an entry', () => {
      const entry = (...results: readonly string[]) => lines('---', 'model-index:', '- name: x', ...results, '---');
      const filled = entry('  results:', ...GSM_LINES);
      assert.equal(merge(entry('  results: []'), [gsm]).text, filled);
      assert.equal(merge(entry('  results:'), [gsm]).text, filled);
      assert.equal(merge(entry(), [gsm]).text, filled);
    });
  });

  describe('with results', () => {
    it('adds behind the last one, in the indentation that is there', () => {
      const card = lines(
        '---',
        'model-index:',
        '  -   name: x',
        '      results:',
        '        -   task:',
        '                type: t',
        '            metrics:',
        '              - type: f1 # comment',
        '                value: 1 # last',
        '                # belongs to it',
        '',
        '# of the licence',
        'license: mit',
        '---',
      );
      const added = [
        '        -   task:',
        '                type: text-generation',
        '            dataset:',
        '                name: GSM8K',
        '                type: openai/gsm8k',
        '            metrics:',
        '              -   type: accuracy',
        '                  value: 71.5',
      ];
      const at = card.indexOf('\n# of the licence');
      assert.equal(merge(card, [gsm]).text, card.slice(0, at) + lines(...added) + card.slice(at));
    });

    it('adds to flow lists on their line', () => {
      const card =
        '---\nmodel-index: [{name: x, results: [{task: {type: t}, metrics: [{type: f1, value: 1}]}]}]\n---\n';
      const added =
        'task: {type: text-generation}, dataset: {name: GSM8K, type: openai/gsm8k}, metrics: [{type: accuracy, value: 71.5}]';
      assert.equal(merge(card, [gsm]).text, card.replace('value: 1}]}', `value: 1}]}, {${added}}`));
    });

    it('adds below a block scalar and without a line break at the end', () => {
      const card = '---\nmodel-index:\n- name: x\n  results:\n  - task: {type: t}\n    note: |\n      text\n---';
      assert.equal(merge(card, [gsm]).text, `${card.slice(0, -4)}\n${lines(...GSM_LINES)}---`);
    });

    it('keeps everything else, byte for byte', () => {
      const before =
        '---\r\nmodel-index:\r\n- name: x\r\n  results:\r\n  - dataset: {"name":   a, type: b}\t# tab\r\n    metrics: [ ]';
      const after = '\r\nextra: &a [1,  2]\r\nother: *a\r\n--- \r\n\r\n# Title\r\nmixed\nendings\r';
      const { text } = merge(before + after, [gsm]);
      assert.ok(text.startsWith(before));
      assert.ok(text.endsWith(after));
    });

    it('works in lines that end in a lone carriage return', () => {
      const card = '---\rlicense: mit\rmodel-index:\r- name: x\r  results: []\r---\n';
      const { text } = merge(card, [gsm]);
      assert.equal(text, card.replace(' []', `\r${GSM_LINES.join('\r')}`));
    });

    it('asks which entry is meant where there are several', () => {
      const card = lines('---', 'model-index:', '- name: a', '  results: []', '- name: b', '  results: []', '---');
      const asked = plan(card, [gsm]);
      assert.ok(asked.kind === 'choose-entry');
      assert.deepEqual(asked.names, ['a', 'b']);
      const chosen = merge(card, [gsm], { entry: 1 }).text;
      assert.equal(
        chosen,
        lines('---', 'model-index:', '- name: a', '  results: []', '- name: b', '  results:', ...GSM_LINES, '---'),
      );
    });
  });

  describe('that claims the same measurement', () => {
    const claimed = merge('', [{ ...mmlu, source: { url: 'https://example.org', name: 'A paper' } }]).text;

    it('leaves it alone where the value is the same number, whatever source and pretty name', () => {
      const again = [mmlu, { ...mmlu, source: { url: 'https://huggingface.co/org/model' } }];
      assert.deepEqual(merge(claimed, again).edits, []);
      const renamed = claimed
        .replace('name: MMLU (5-shot)', 'name: Massive multitask understanding')
        .replace('85.20', "'85.2'");
      const { edits, same } = merge(renamed, [mmlu]);
      assert.deepEqual([edits.length, same.length], [0, 1]);
    });

    it('leaves another value alone too, until it is to be replaced', () => {
      const other = result({ name: 'MMLU', value: '86.0', shots: 5, config: 'all', split: 'test' });
      const kept = merge(claimed, [other]);
      assert.deepEqual(kept.edits, []);
      const [conflict] = kept.conflicts;
      assert.ok(conflict);
      assert.equal(conflict.decision, 'keep');
      assert.equal(conflict.existing.result.metric.value.text, '85.20');

      const replaced = merge(claimed, [other], { decisions: { [conflict.id]: 'replace' } });
      assert.equal(replaced.text, claimed.replace('85.20', '86.0'));
      assert.equal(merge(claimed, [other], { onConflict: 'replace' }).text, replaced.text);
    });

    it('takes a table’s number for the claim that it rounds', () => {
      const claim = merge('', [result({ name: 'GSM8K', value: '62.03071672354948' })]).text;
      const kindOf = (value: string) => {
        const { same, conflicts } = merge(claim, [result({ name: 'GSM8K', value })]);
        return same.length === 1 && conflicts.length === 0 ? 'same' : 'conflict';
      };
      assert.deepEqual(['62.03', '62.0', '62.031', '62.04', '62', '62.1'].map(kindOf), [
        ...['same', 'same', 'same', 'conflict', 'conflict', 'conflict'],
      ]);
      const rounded = merge('', [result({ name: 'GSM8K', value: '62.0' })]).text;
      assert.equal(merge(rounded, [result({ name: 'GSM8K', value: '62.03' })]).conflicts.length, 1);
    });

    it('replaces a value in whatever form it is written', () => {
      const other = result({ name: 'GSM8K', value: '72.0' });
      const card = (value: string) =>
        `---\nmodel-index: [{name: x, results: [{task: {type: t}, dataset: {name: GSM8K, type: gsm8k}, metrics: [{type: acc, value: ${value}}]}]}]\n---\n`;
      for (const value of ['71.5', '"71.5"', "'20.0 ± 1.2'", '71.5%', '!!float 71.5', '[1, 2]', 'null']) {
        const { text } = merge(card(value), [other], { onConflict: 'replace' });
        assert.equal(text, card(value.startsWith('!!') ? '!!float 72.0' : '72.0'));
      }
    });

    it('does not take other shots, configurations, variants and metrics for the same', () => {
      const others = [
        result({ name: 'MMLU', value: '1', shots: 0, config: 'all' }),
        result({ name: 'MMLU', value: '2', shots: 5, config: 'anatomy' }),
        result({ name: 'MMLU (CoT)', value: '3', shots: 5, config: 'all' }),
        result({ name: 'MMLU', value: '4', shots: 5, config: 'all', metric: 'f1', metricName: 'F1' }),
        result({ name: 'MMLU-Pro', value: '5', shots: 5 }),
      ];
      assert.equal(merge(claimed, others).added.length, others.length);
    });

    it('names what only repeats another result, and takes C# for no other C', () => {
      const rows = ['C', 'C#', 'F', 'F#', 'A', 'A*'].map((name) => result({ name, value: '50.5' }));
      const { added, repeated } = merge('', rows);
      assert.deepEqual(
        added.map(({ dataset }) => dataset.name),
        ['C', 'C#', 'F', 'F#', 'A'],
      );
      assert.deepEqual(
        repeated.map(({ dataset }) => dataset.name),
        ['A*'],
      );
    });

    it('invents no conflict with another metric than the one that is usually meant', () => {
      const card = (name: string, metric: string) => merge('', [result({ name, metric, value: '70.0' })]).text;
      const against = (name: string, claimed: string, ours: string) =>
        merge(card(name, claimed), [result({ name, metric: ours, value: '50.2' })]).conflicts.length;
      assert.equal(against('HumanEval', 'pass@10', 'pass@1'), 0);
      assert.equal(against('MMLU', 'f1', 'accuracy'), 0);
      assert.equal(against('HumanEval', 'pass@1', 'pass@1'), 1);
      assert.equal(against('HumanEval', 'score', 'pass@1'), 1);
      assert.equal(against('My Own Bench', 'elo', 'score'), 1);
    });

    it('keeps two splits of one benchmark apart where the names tell them', () => {
      const val = result({ name: 'MMMU (val)', value: '60.1' });
      const test = result({ name: 'MMMU (test)', value: '55.0' });
      assert.equal(merge(merge('', [val]).text, [test]).added.length, 1);
      assert.equal(merge(merge('', [val, test]).text, [test, val]).same.length, 2);
    });
  });

  describe('written by another tool', () => {
    it('knows the results of the Open LLM Leaderboard', () => {
      const arc = (value: string) => result({ name: 'ARC', value, shots: 25 });
      assert.equal(merge(ARC_CARD, [arc('62.03')]).same.length, 1);
      assert.equal(merge(ARC_CARD, [arc('61.0')]).conflicts.length, 1);
      const ifeval = (value: string) => result({ name: 'IF-Eval', value, shots: 0, metricName: 'strict accuracy' });
      assert.equal(merge(IFEVAL_CARD, [ifeval('51.20')]).same.length, 1);
      assert.equal(merge(IFEVAL_CARD, [ifeval('52')]).conflicts.length, 1);
    });

    it('takes a number without shots for theirs only where the values agree', () => {
      assert.equal(merge(ARC_CARD, [result({ name: 'ARC-C', value: '62.03' })]).same.length, 1);
      assert.equal(merge(ARC_CARD, [result({ name: 'ARC-C', value: '61' })]).added.length, 1);
    });

    const several = (dataset: string, ...metrics: readonly string[]) =>
      lines(
        '---',
        'model-index:',
        '- name: x',
        '  results:',
        '  - task: {type: text-generation}',
        `    dataset: {name: "${dataset}", type: evaluation}`,
        '    metrics:',
        ...metrics.map((metric) => `    - ${metric}`),
        '---',
      );
    const wanted = [result({ name: 'MMLU', value: '85.2' }), result({ name: 'GSM8K', value: '72' })];

    it('knows one result named after several benchmarks with one metric each', () => {
      const card = several('MMLU, GSM8K', '{type: accuracy, value: 85.20}', '{type: accuracy, value: 71.5}');
      const { same, conflicts, added } = merge(card, wanted);
      assert.deepEqual([same.length, conflicts.length, added.length], [1, 1, 0]);
    });

    it('knows metrics that are named after benchmarks', () => {
      const card = several(
        'Benchmarks',
        '{name: MMLU, type: mmlu, value: 85.2}',
        '{name: gsm-8k, type: gsm8k, value: 71.5}',
      );
      const { same, conflicts, added } = merge(card, wanted);
      assert.deepEqual([same.length, conflicts.length, added.length], [1, 1, 0]);
      const own = several('Benchmarks', '{name: Secret Bench, type: secret_bench, value: 1.0}');
      assert.equal(merge(own, [result({ name: 'Secret-Bench', value: '1' })]).same.length, 1);
    });

    it('keeps signatures, unknown keys and other entries', () => {
      const card = lines(
        '---',
        'model-index:',
        '- name: x',
        '  owner: me',
        '  results:',
        '  - task: {type: text-generation}',
        '    dataset: {name: GSM8K, type: gsm8k, own: 1}',
        '    metrics:',
        '    - {type: accuracy, value: 71.5, verified: true, verifyToken: eyJhbGci}',
        '---',
      );
      const { text, same } = merge(card, [gsm, mmlu]);
      assert.equal(same[0]?.verified, true);
      assert.ok(text.startsWith(card.slice(0, -5)));
      assert.equal(text.match(/verif/g)?.length, 2);
    });
  });

  describe('that cannot be merged into', () => {
    it('offers to move front matter up that the Hub does not see', () => {
      const card = '<!-- note -->\n\n---\r\nlicense: mit\r\n---\r\n\r\n# My Model\n';
      const hidden = plan(card, [gsm]);
      assert.ok(hidden.kind === 'hidden-front-matter');
      const moved = applyEdits(card, hidden.fix);
      assert.equal(moved, '---\r\nlicense: mit\r\n---\r\n<!-- note -->\n\n\r\n# My Model\n');
      assert.equal(plan(moved, [gsm]).kind, 'merge');
    });

    it('offers to take away the blanks behind the opening dashes', () => {
      const hidden = plan('---  \nlicense: mit\n---  \n# My Model\n', [gsm]);
      assert.ok(hidden.kind === 'hidden-front-matter');
      assert.match(hidden.message, /because blanks follow its opening dashes; take them away first/);
      assert.equal(
        applyEdits('---  \nlicense: mit\n---  \n# My Model\n', hidden.fix),
        '---\nlicense: mit\n---  \n# My Model\n',
      );
      const below = 'Text\n\n--- \nlicense: mit\n---\n';
      const lower = plan(below, [gsm]);
      assert.ok(lower.kind === 'hidden-front-matter');
      assert.equal(applyEdits(below, lower.fix), '---\nlicense: mit\n---\nText\n\n');
    });

    it('says where broken YAML is broken', () => {
      const broken = plan('\n---\nlicense: mit\ntags: [a\n---\n', [gsm]);
      assert.ok(broken.kind === 'broken-front-matter');
      assert.deepEqual([broken.line, broken.message.startsWith('The front matter is not valid YAML: ')], [4, true]);
      for (const yaml of ['a: 1\na: 2', '- a', 'text', 'a: *b', '\ta: 1']) {
        assert.equal(plan(`---\n${yaml}\n---\n`, [gsm]).kind, 'broken-front-matter', yaml);
      }
      assert.equal(plan('---\nlicense: mit\n# My Model\n', [gsm]).kind, 'broken-front-matter');
    });

    it('says what is no list, and where', () => {
      const message = (yaml: string) => {
        const refused = plan(`---\n${yaml}\n---\n`, [gsm]);
        assert.ok(refused.kind === 'not-editable', `${yaml}: ${refused.kind}`);
        return `${String(refused.line)}: ${refused.message}`;
      };
      for (const yaml of ['model-index: text', 'model-index: {a: 1}']) {
        assert.equal(message(yaml), '2: Nothing can be added to model-index, as it is no list; make it one first.');
      }
      const results = 'Nothing can be added to results, as it is no list; make it one first.';
      assert.equal(message('model-index:\n- name: x\n  results: {}'), `4: ${results}`);
      assert.equal(message('model-index:\n- name: x\n  results: text'), `4: ${results}`);
      assert.match(
        message('model-index:\n- text'),
        /^3: Nothing can be added to entry 1 of model-index, as it is no map;/,
      );
    });

    it('adds below keys that are written with a question mark', () => {
      for (const yaml of ['? license', '? license\n: mit', 'tags: []\n? license\n: mit']) {
        const { text } = merge(`---\n${yaml}\n---\n`, [gsm]);
        assert.equal(text, lines('---', yaml, ...INDEX_LINES, '---'));
      }
    });

    it('refuses rather than change what an alias repeats', () => {
      const shared = lines(
        '---',
        'first: &results',
        '- task: {type: t}',
        'model-index:',
        '- name: x',
        '  results: *results',
        '---',
      );
      const aliased = plan(shared, [gsm]);
      assert.ok(aliased.kind === 'not-editable');
      assert.match(aliased.message, /to results, as it repeats what stands elsewhere; copy the YAML/);
      const anchored = shared.replace('*results', '&all').replace('- name: x', '- name: x').replace('---\n', '---\n');
      assert.equal(
        plan(anchored.replace('results: &all', 'results: &all [{task: {type: t}}]\ncopy: *all'), [gsm]).kind,
        'not-editable',
      );
    });

    it('refuses what is nested so deeply that reading it would exhaust the stack', () => {
      const deep = [
        `tags: ${'['.repeat(5000)}${']'.repeat(5000)}`,
        `tags:\n${'['.repeat(5000)}`,
        `tags: ${'{a: '.repeat(1000)}`,
        `tags:\n  ${'- '.repeat(5000)}x`,
        Array.from({ length: 1000 }, (_, level) => `${' '.repeat(level)}k:`).join('\n'),
        Array.from({ length: 1000 }, () => '["]", ').join('\n'),
      ];
      for (const yaml of deep) {
        const refused = plan(lines('---', 'license: mit', yaml, '---'), [gsm]);
        assert.ok(refused.kind === 'broken-front-matter', yaml.slice(0, 20));
        assert.equal(refused.message, 'The front matter is nested too deeply to be read. Mend it first.');
      }
      const wide = lines(
        '---',
        `tags: [${'[a], '.repeat(5000)}]`,
        `text: |\n${'  see [1] and {x}\n'.repeat(5000)}`,
        '---',
      );
      assert.equal(plan(wide, [gsm]).kind, 'merge');
    });

    it('bounds what aliases may repeat', () => {
      const levels = Array.from(
        { length: 20 },
        (_, i) => `l${String(i + 1)}: &l${String(i + 1)} [${`*l${String(i)}, `.repeat(10)}]`,
      );
      assert.equal(plan(lines('---', 'l0: &l0 x', ...levels, '---'), [gsm]).kind, 'broken-front-matter');
    });
  });

  it('tolerates anchors, merge keys and tags that it does not touch', () => {
    const card = lines(
      '---',
      'model-index:',
      '- name: !!str x',
      '  results:',
      '  - &base',
      '    task: &task {type: text-generation}',
      '    dataset: &data {name: GSM8K, type: gsm8k}',
      '    metrics: [{type: accuracy, value: 71.5}]',
      '  - <<: *base',
      '    dataset: {<<: *data, config: socratic}',
      '    metrics: [{type: !local accuracy, value: 60}]',
      '---',
    );
    const socratic = result({ name: 'GSM8K', value: '60', config: 'socratic' });
    const { same, added } = merge(card, [gsm, socratic, mmlu]);
    assert.deepEqual([same.length, added.length], [2, 1]);
  });

  it('grows linearly', () => {
    const many = Array.from({ length: 2000 }, (_, i) =>
      result({ name: `Bench ${String(i)}`, type: `b-${String(i)}`, value: '1.5' }),
    );
    const { text } = merge('', many);
    assert.deepEqual(merge(text, many).edits, []);
  }).timeout(10_000);
});

describe('the YAML of results on their own', () => {
  it('is the block that a card without model-index would get', () => {
    assert.equal(modelIndexYaml([gsm], { entryName: 'my-model' }), lines(...INDEX_LINES));
  });

  it('makes one result of shots that share a dataset, each with its own name and arguments', () => {
    const other = result({ name: 'MMLU', value: '80', shots: 0, config: 'all', split: 'test' });
    assert.equal(
      modelIndexYaml([mmlu, other], { entryName: 'no' }),
      lines(
        'model-index:',
        "- name: 'no'",
        '  results:',
        '  - task:',
        '      type: text-generation',
        '    dataset:',
        '      name: MMLU',
        '      type: cais/mmlu',
        '      config: all',
        '      split: test',
        '    metrics:',
        '    - type: accuracy',
        '      value: 85.20',
        '      name: MMLU (5-shot)',
        '      args:',
        '        num_few_shot: 5',
        '    - type: accuracy',
        '      value: 80',
        '      name: MMLU (0-shot)',
        '      args:',
        '        num_few_shot: 0',
      ),
    );
  });

  it('tells results apart by a configuration where name or source differ', () => {
    const yaml = modelIndexYaml(
      [
        result({ name: 'MMLU', value: '1', shots: 5, config: 'all', url: 'https://a.example', source: 'Model card' }),
        result({ name: 'MMLU', value: '2', shots: 0, config: 'all', url: 'https://b.example', source: 'A Paper' }),
        result({ name: 'MMLU', value: '3', shots: 0, config: 'all', metric: 'f1', url: 'https://c.example' }),
        result({ name: 'MMLU STEM', type: 'cais/mmlu', value: '4', config: 'all' }),
      ],
      { entryName: 'x' },
    );
    assert.deepEqual(
      [...yaml.matchAll(/config: (.*)/g)].map(([, config]) => config),
      ['all', 'all-0-shot', 'all-mmlu', 'all-mmlu-stem'],
    );
  });

  it('tells mixed shots apart from what is there by their number', () => {
    const card = merge('', [result({ name: 'MMLU', value: '70', shots: 5, config: 'all' })]).text;
    const ours = [5, 0].map((shots) => result({ name: 'MMLU', value: '6', shots, config: 'all', metric: 'f1' }));
    const { added, yaml } = merge(card, ours);
    assert.equal(added.length, 2);
    assert.deepEqual(
      [...yaml.matchAll(/config: (.*)/g)].map(([, config]) => config),
      ['all', 'all-0-shot'],
    );
  });

  it('gives the YAML that it writes, also where a configuration has to tell results apart', () => {
    const five = result({ name: 'MMLU', value: '70', shots: 5, config: 'all' });
    const { text, yaml } = merge(merge('', [five]).text, [
      result({ name: 'MMLU', value: '60', shots: 0, config: 'all' }),
    ]);
    const config = /config: (all-\S+)/.exec(yaml)?.[1];
    assert.ok(config !== undefined && text.includes(`config: ${config}`));
  });
});
