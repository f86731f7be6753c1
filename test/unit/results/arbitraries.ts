import fc from 'fast-check';
import { stringify } from 'yaml';
import type { EvaluationResult } from '../../../src/results/evaluationResult';
import { result, type ResultParts } from './support';

const NAMES = [
  'MMLU',
  'GSM8K',
  'ARC-Challenge',
  'HellaSwag',
  'MMLU (CoT)',
  'MMMU (val)',
  'MMMU (test)',
  'Secret Bench',
  '中文推理',
];
const METRICS = ['accuracy', 'exact_match', 'f1', 'pass@1', 'score'];
const SOURCES = ['https://huggingface.co/org/model', 'https://example.org/board?q=1#top'];

const digits = fc.oneof(
  fc.double({ min: -100, max: 100, noNaN: true, noDefaultInfinity: true }).map((value) => value.toFixed(2)),
  fc.integer({ min: 0, max: 99 }).map(String),
  fc.constantFrom('85.20', '.5', '1287', '0.0001', '1e-7', '62.03071672354948'),
);

const awkwardText = fc.oneof(
  fc.constantFrom(
    'no',
    '1:30',
    '1e-7',
    'a: b',
    "it's #1",
    '- x',
    'MMLU, GSM8K',
    '2025-01-15',
    '~',
    'x '.trim(),
    'ünïcode',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.trim() === text && text !== ''),
);

const optionally = <Value>(values: fc.Arbitrary<Value>) => fc.option(values, { nil: undefined, freq: 2 });

/** Results as they come from tables: known and unknown benchmarks, with and without shots, source and awkward texts. */
export const results: fc.Arbitrary<readonly EvaluationResult[]> = fc.array(
  fc
    .record({
      name: fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...NAMES) }, { weight: 1, arbitrary: awkwardText }),
      value: digits,
      config: optionally(fc.constantFrom('all', 'main', 'default', 'strict-match', '2024-05')),
      split: optionally(fc.constantFrom('test', 'validation', 'train')),
      shots: optionally(fc.constantFrom(0, 3, 5, 25)),
      metric: fc.constantFrom(...METRICS),
      metricName: optionally(fc.constantFrom('Acc.', 'EM', 'strict accuracy', 'pass@1', 'Median')),
      url: optionally(fc.constantFrom(...SOURCES)),
      source: optionally(fc.constantFrom('Model card', 'Open LLM Leaderboard')),
      task: fc.constantFrom('text-generation', 'question-answering'),
    })
    .map((parts) => result(JSON.parse(JSON.stringify(parts)) as ResultParts)),
  { maxLength: 8 },
);

const metric = fc.record(
  {
    type: fc.constantFrom(...METRICS, 'acc', 'acc_norm', 'mmlu'),
    value: fc.oneof(
      fc.constantFrom<unknown>(85.2, 62.03, '20.0 ± 1.2', '85.2%', null, 0, [1, 2], { macro: 1 }),
      digits.map(Number),
    ),
    name: fc.oneof(fc.constantFrom('MMLU', 'GSM8K (8-shot)', 'strict accuracy', 'Average'), awkwardText),
    args: fc.constantFrom<unknown>({ num_few_shot: 5 }, 'sst2', { n: [1] }),
    verified: fc.boolean(),
    verifyToken: fc.constant('eyJhbGciOiJFZERTQSJ9.x'),
  },
  { requiredKeys: ['type'] },
);

const existingResult = fc.record(
  {
    task: fc.record(
      { type: fc.constant('text-generation'), name: fc.constant('Text Generation') },
      { requiredKeys: ['type'] },
    ),
    dataset: fc.record(
      {
        name: fc.oneof(
          fc.constantFrom(...NAMES, 'MMLU (5-Shot)', 'MMLU, GSM8K', 'AI2 Reasoning Challenge (25-Shot)'),
          awkwardText,
        ),
        type: fc.constantFrom('cais/mmlu', 'ai2_arc', 'gsm8k', 'various', 'org/secret-bench'),
        config: fc.constantFrom('all', 'ARC-Challenge', 'default'),
        split: fc.constantFrom('test', 'validation'),
        revision: fc.constantFrom('0123456', 'e8379541af4e31359cca9fbcf4b00f2671dba205'),
        args: fc.constantFrom<unknown>({ num_few_shot: 25 }, { num_few_shot: '5' }, 'x'),
      },
      { requiredKeys: ['name', 'type'] },
    ),
    metrics: fc.array(metric, { maxLength: 3 }),
    source: fc.record({ url: fc.constantFrom(...SOURCES), name: fc.constant('Board') }, { requiredKeys: ['url'] }),
    custom: fc.constantFrom<unknown>(null, 'kept', { a: 1 }),
  },
  { requiredKeys: [] },
);

const entry = fc.record(
  {
    name: fc.oneof(fc.constantFrom<unknown>('my-model', 'org/my-model', null, 1.5), awkwardText),
    results: fc.oneof(
      { weight: 5, arbitrary: fc.array(existingResult, { maxLength: 4 }) },
      { weight: 1, arbitrary: fc.constantFrom<unknown>(null, 'x') },
    ),
    extra: fc.constant('kept'),
  },
  { requiredKeys: [] },
);

const modelIndex = fc.oneof(
  { weight: 8, arbitrary: fc.array(entry, { minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.array(entry, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(null, [], 'text', { name: 'x' }, [null]) },
);

const others = fc.record(
  {
    license: fc.constantFrom('mit', 'other'),
    tags: fc.constantFrom<unknown>(['a', 'b'], 'a', null),
    description: fc.constantFrom('line one\nline two\n', 'a: b', 'trailing\n\n'),
    'x-unknown': fc.constantFrom<unknown>({ deep: { er: [1, { a: null }] } }, [], {}),
    pipeline_tag: fc.constant('text-generation'),
  },
  { requiredKeys: [] },
);

const yamlStyle = fc.record({
  indent: fc.constantFrom(2, 4, 3),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('block' as const, 'block' as const, 'any' as const, 'flow' as const),
  defaultStringType: fc.constantFrom(
    'PLAIN' as const,
    'PLAIN' as const,
    'QUOTE_DOUBLE' as const,
    'QUOTE_SINGLE' as const,
  ),
  nullStr: fc.constantFrom('null', '', '~'),
  lineWidth: fc.constantFrom(0, 40),
});

/** Comments, blank lines and trailing blanks between the lines of some YAML: mostly harmless to what it says. */
const clutter = fc.array(fc.tuple(fc.nat(60), fc.constantFrom('# note', '  # note', '      # deep', '', '   ')), {
  maxLength: 3,
});

const frontMatter = fc
  .tuple(
    others,
    fc.option(modelIndex, { nil: undefined, freq: 6 }),
    fc.boolean(),
    yamlStyle,
    clutter,
    fc.constantFrom('', ' ', '\t'),
  )
  .map(([rest, index, indexFirst, style, extra, blanks]) => {
    const all =
      index === undefined ? rest : indexFirst ? { 'model-index': index, ...rest } : { ...rest, 'model-index': index };
    const yaml = Object.keys(all).length === 0 ? '' : stringify(all, { ...style, aliasDuplicateObjects: false });
    const rows = yaml.split('\n').slice(0, -1);
    for (const [at, text] of extra) rows.splice(at % (rows.length + 1), 0, text);
    return ['---', ...rows, `---${blanks}`, ''].join('\n');
  });

const body = fc.constantFrom(
  '',
  '# My Model\n',
  '\n# My Model\n\n| a | b |\n|---|---|\n| MMLU | 85.2 |\n',
  'no line end',
  '---\n',
);

/** Whole cards in every line ending, with and without byte order mark and front matter. */
export const cards: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff'),
    fc.constantFrom('', '', '', '', '\n', '<!-- comment -->\n'),
    fc.option(frontMatter, { nil: '', freq: 12 }),
    body,
    fc.constantFrom('\n', '\n', '\r\n', '\r', 'mixed'),
  )
  .map(([bom, before, block, after, lineBreak]) => {
    const text = before + block + after;
    let count = 0;
    const mixed = () => (count++ % 3 === 0 ? '\r\n' : '\n');
    return bom + text.replace(/\n/g, lineBreak === 'mixed' ? mixed : () => lineBreak);
  });

/** Texts that are hardly cards. */
export const debris: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '---\n',
        'model-index:',
        '\n',
        '\r\n',
        '- name: a',
        '  results:',
        ' []',
        '{',
        '}',
        '[',
        ']',
        '&a',
        '*a',
        '<<: *a',
        '!!x',
      ),
      fc.constantFrom(
        '|',
        '>-',
        '"',
        "'",
        ': ',
        '# c',
        '\t',
        '? ',
        'value: 1',
        '- ',
        '\ufeff',
        '%YAML 1.1\n',
        '...\n',
        'license: mit\n',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));
