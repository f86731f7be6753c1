import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { SchemaName, Suggestion, Suggestions } from '../../../src/editor/frontMatter/suggestion';
import { YamlService, type YamlServiceData } from '../../../src/editor/frontMatter/yamlService';

/** Where the cursor stands in a test's text. */
const CURSOR = '‸';

const read = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));
const service = new YamlService({
  schemas: {
    'model-card': read('media/schemas/model-card.schema.json') as YamlServiceData['schemas']['model-card'],
    'eval-results': read('media/schemas/eval-results.schema.json') as YamlServiceData['schemas']['eval-results'],
  },
  licenses: (read('media/data/licenses.json') as { licenses: YamlServiceData['licenses'] }).licenses,
});

function complete(text: string, schema: SchemaName = 'model-card'): Promise<Suggestions> {
  return service.complete({ schema, yaml: text.replace(CURSOR, ''), offset: text.indexOf(CURSOR) });
}

async function labels(text: string, schema?: SchemaName): Promise<readonly string[]> {
  return (await complete(text, schema)).items.map(({ label }) => label);
}

/** The text after a suggestion was taken, its places filled with what they propose, as an editor indents it. */
async function taken(text: string, label: string): Promise<string> {
  const { items } = await complete(text);
  const item = items.find((one) => one.label === label);
  assert.ok(item, `${label} is not among ${items.map((one) => one.label).join(', ')}`);
  return insert(text.replace(CURSOR, ''), item);
}

function insert(yaml: string, { start, end, snippet }: Suggestion): string {
  const indent = /^[ \t]*/.exec(yaml.slice(yaml.lastIndexOf('\n', start - 1) + 1))?.[0] ?? '';
  const text = snippet.replace(/\$\{\d+:([^}]*)\}|\$\d+/g, (_, proposed: string | undefined) => proposed ?? '');
  return yaml.slice(0, start) + text.replaceAll('\n', `\n${indent}`) + yaml.slice(end);
}

async function explained(text: string): Promise<string> {
  const place = { schema: 'model-card' as const, yaml: text.replace(CURSOR, ''), offset: text.indexOf(CURSOR) };
  return (await service.explain(place))?.text ?? '';
}

const result = 'model-index:\n- name: alder\n  results:\n  - task:\n      type: text-generation\n';

describe('completion of front matter', () => {
  it('offers the keys at the top level, and not those that are there', async () => {
    const offered = await labels(`license: mit\n${CURSOR}\ntags: [tiny]\n`);
    for (const key of ['language', 'pipeline_tag', 'model-index', 'widget']) assert.ok(offered.includes(key), key);
    for (const key of ['license', 'license: other', 'tags']) assert.ok(!offered.includes(key), key);
  });

  it('offers licences and tasks with their full names', async () => {
    const licences = await complete(`license: ${CURSOR}`);
    assert.equal(licences.items.find(({ label }) => label === 'apache-2.0')?.name, 'Apache license 2.0');
    assert.equal(licences.items.length, 83);
    const tasks = await complete(`pipeline_tag: text-g${CURSOR}`);
    assert.equal(tasks.items.find(({ label }) => label === 'text-generation')?.name, 'Text Generation');
  });

  it('offers every kind of value', async () => {
    const offers: readonly (readonly [text: string, value: string])[] = [
      [`license:\n- ${CURSOR}`, 'mit'],
      [`license: [${CURSOR}]`, 'mit'],
      [`library_name: ${CURSOR}`, 'zonos'],
      [`metrics:\n- ${CURSOR}`, 'f1'],
      [`base_model_relation: ${CURSOR}`, 'adapter'],
      [`extra_gated_eu_disallowed: ${CURSOR}`, 'true'],
      [`extra_gated_fields:\n  Country: ${CURSOR}`, 'country'],
      [`extra_gated_fields:\n  Purpose:\n    type: ${CURSOR}`, 'select'],
      [`${result}      ${CURSOR}`, 'name'],
      [`${result}    ${CURSOR}`, 'dataset'],
      [`${result}    metrics:\n    - type: ${CURSOR}`, 'accuracy'],
      [`${result}    metrics:\n    - type: wer\n      ${CURSOR}`, 'value'],
      [`${result}    source:\n      ${CURSOR}`, 'url'],
      [`widget:\n- ${CURSOR}`, 'example_title'],
      [`inference:\n  parameters:\n    ${CURSOR}`, 'temperature'],
    ];
    for (const [text, value] of offers) assert.ok((await labels(text)).includes(value), text);
  });

  it('offers subtasks as tasks of a result only', async () => {
    assert.ok(
      (await labels(`model-index:\n- name: a\n  results:\n  - task:\n      type: ${CURSOR}`)).includes(
        'closed-book-qa',
      ),
    );
    assert.ok(!(await labels(`pipeline_tag: ${CURSOR}`)).includes('closed-book-qa'));
  });

  it('offers no skeletons of objects', async () => {
    for (const text of [
      `model-index:\n- ${CURSOR}`,
      `${result}  - ${CURSOR}`,
      `${result}    metrics:\n    - ${CURSOR}`,
    ]) {
      const offered = await labels(text);
      assert.ok(offered.length > 0, text);
      assert.deepEqual(
        offered.filter((label) => label.includes('(')),
        [],
        text,
      );
    }
  });

  it('finds a language by its code or its name', async () => {
    const all = await complete(`language: ${CURSOR}`);
    assert.equal(all.items[0]?.label, 'aa');
    assert.equal(all.isComplete, false);
    assert.deepEqual(await labels(`language:\n- en\n- Ghoma${CURSOR}`), ['gho']);
    assert.ok((await labels(`language: Deuts${CURSOR}`)).includes('de'));
    assert.ok((await labels(`language: mult${CURSOR}`)).includes('multilingual'));
  });

  it('quotes a code that is a truth value for Python', async () => {
    assert.deepEqual(parse(await taken(`language:\n- n${CURSOR}`, 'no'), { version: '1.1' }), { language: ['no'] });
  });

  it('completes files of .eval_results', async () => {
    assert.deepEqual(await labels(`- ${CURSOR}`, 'eval-results'), [
      'dataset',
      'value',
      'verifyToken',
      'date',
      'source',
      'notes',
    ]);
    assert.deepEqual(await labels(`- dataset:\n    ${CURSOR}`, 'eval-results'), ['id', 'task_id', 'revision']);
  });
});

describe('completion below a list', () => {
  const metrics = `${result}    metrics:\n    - type: wer\n      value: 1\n`;
  it('offers the keys of the result beside it', async () => {
    assert.deepEqual(await labels(`${metrics}    ${CURSOR}`), ['dataset', 'source']);
    assert.deepEqual(await labels(`${metrics}    ${CURSOR}\nlicense: mit\n`), ['dataset', 'source']);
    assert.deepEqual(await labels(`${metrics}    s${CURSOR}`), ['dataset', 'source']);
    assert.ok((await labels(`${metrics}      ${CURSOR}`)).includes('verified'));
  });
});

describe('what completion inserts', () => {
  const inserted: readonly (readonly [text: string, label: string, result: string])[] = [
    [`lic${CURSOR}`, 'license', 'license: '],
    [`tags: [a]\nlicense: ap${CURSOR}\n`, 'apache-2.0', 'tags: [a]\nlicense: apache-2.0\n'],
    [`license:\n- m${CURSOR}`, 'mit', 'license:\n- mit'],
    [`license: m${CURSOR}it`, 'apache-2.0', 'license: apache-2.0'],
    [`${result}    ${CURSOR}`, 'source', `${result}    source:\n      url: `],
    [
      `${result}    metrics:\n    - type: wer\n      ${CURSOR}`,
      'value',
      `${result}    metrics:\n    - type: wer\n      value: `,
    ],
    [
      `${result}    metrics: []\n    ${CURSOR}\ntags: []`,
      'source',
      `${result}    metrics: []\n    source:\n      url: \ntags: []`,
    ],
    [
      `${result}    metrics:\n    - {type: a, value: 1}\n    ${CURSOR}\ntags: []`,
      'source',
      `${result}    metrics:\n    - {type: a, value: 1}\n    source:\n      url: \ntags: []`,
    ],
    [`${result}  - ${CURSOR}`, 'task', `${result}  - task:\n      type: `],
    [
      `tags: [a]\n${CURSOR}`,
      'license: other',
      'tags: [a]\nlicense: other\nlicense_name: my-license-1.0\nlicense_link: LICENSE',
    ],
    [
      `${CURSOR}`,
      'model-index: a result',
      [
        'model-index:',
        '- name: model-name',
        '  results:',
        '  - task:',
        '      type: text-generation',
        '    dataset:',
        '      type: owner/dataset',
        '      name: Dataset',
        '    metrics:',
        '    - type: accuracy',
        '      value: 0.0',
      ].join('\n'),
    ],
    [
      `license: mit\nwid${CURSOR}\ntags: [a]\n`,
      'widget: an example',
      'license: mit\nwidget:\n- text: Once upon a time\n  example_title: A story\ntags: [a]\n',
    ],
    [
      `license: mit\n${CURSOR}`,
      'extra_gated_fields: a request for access',
      [
        'license: mit',
        'extra_gated_prompt: Tell us who you are before you use this model.',
        'extra_gated_fields:',
        '  Affiliation: text',
        '  I agree to the terms of use: checkbox',
      ].join('\n'),
    ],
  ];
  for (const [text, label, expected] of inserted) {
    it(`is "${label}" after ${JSON.stringify(text)}`, async () => assert.equal(await taken(text, label), expected));
  }
});

describe('completion in YAML that is broken', () => {
  const broken: readonly (readonly [state: string, text: string, label: string])[] = [
    ['an unclosed quote above', `tags: "tiny\nlicense: ${CURSOR}\n`, 'mit'],
    ['an unclosed single quote above', `description: 'a card\npipeline_tag: text${CURSOR}\n`, 'text-generation'],
    ['a line without a colon above', `license mit\nlanguage: ${CURSOR}\n`, 'aa'],
    ['a template above', `license: {{ license }}\nbase_model_relation: ${CURSOR}\n`, 'merge'],
    ['a template in the middle of a text', `tags:\n- {{ tag }}-x\nlicense:\n- ${CURSOR}\n`, 'mit'],
    ['an unclosed list above', `tags: [a, b\nlicense: ${CURSOR}\n`, 'mit'],
    ['an unclosed map above', `co2_eq_emissions: {emissions: 1\n${CURSOR}`, 'license'],
    ['a tab for indentation above', `tags:\n\t- a\nlicense: ${CURSOR}\n`, 'mit'],
    ['a wrong indentation above', `tags:\n  - a\n - b\nlibrary_name: ${CURSOR}\n`, 'zonos'],
    ['a colon in a text above', `description: a: b: c\nlicense: ${CURSOR}\n`, 'mit'],
    ['an unclosed quote below', `license: ${CURSOR}\ntags: "tiny\n`, 'mit'],
    ['the same key twice above', `license: mit\nlicense: mit\nlanguage:\n- ${CURSOR}\n`, 'aa'],
    ['an alias of nothing above', `tags: *all\n${result}    ${CURSOR}\n`, 'metrics'],
    ['prose below, since the block is not closed', `lic${CURSOR}\n\n# Alder\n\nIt is: "small.\n`, 'license'],
    ['a key that has begun', `tags: "tiny\nlic${CURSOR}\nlanguage: en\n`, 'license'],
  ];
  for (const [state, text, label] of broken) {
    it(`knows what can stand below or above ${state}`, async () => assert.ok((await labels(text)).includes(label)));
  }

  it('offers no key that is there, also where the rest cannot be read', async () => {
    const offered = await labels(`tags: "tiny\n${CURSOR}\nlanguage: en\n`);
    assert.ok(offered.includes('license'));
    assert.ok(!offered.includes('language') && !offered.includes('tags'));
  });
});

describe('the explanation of front matter', () => {
  it('says what a key means, with a link', async () => {
    const text = await explained(`lic${CURSOR}ense: mit`);
    assert.match(text, /^The licence of the model/);
    assert.match(text, /\[Documentation\]\(https:\/\/huggingface\.co\/docs\/hub\/model-cards#specifying-a-license\)/);
  });

  it('gives the full name of a licence with a link to its text', async () => {
    for (const text of [`license: m${CURSOR}it`, `license:\n- m${CURSOR}it`, `license: [gpl, "m${CURSOR}it"]`]) {
      assert.match(await explained(text), /`mit`: \[MIT\]\(https:\/\/spdx\.org\/licenses\/MIT\.html\)/, text);
    }
  });

  it('gives the names of other values', async () => {
    assert.match(await explained(`language: d${CURSOR}e`), /`de`: German \(Deutsch\)/);
    assert.match(await explained(`pipeline_tag: fill-${CURSOR}mask`), /`fill-mask`: Fill-Mask/);
    assert.match(await explained(`${result}    metrics: [{type: w${CURSOR}er, value: 1}]`), /`wer`: Word error rate/);
  });

  it('lists a few allowed values, and counts many', async () => {
    assert.match(
      await explained(`base_model_rela${CURSOR}tion: merge`),
      /`merge`: Several models in one\n\* `finetune`/,
    );
    const licence = await explained(`lic${CURSOR}ense: mit`);
    assert.match(licence, /One of 83 values/);
    assert.doesNotMatch(licence, /wtfpl/);
    assert.match(await explained(`library_na${CURSOR}me: x`), /257 values are known/);
  });

  it('has no heading, no source and nothing of unknown keys', async () => {
    for (const text of [`model-in${CURSOR}dex: []`, `datas${CURSOR}ets: a/b`, `infer${CURSOR}ence: false`]) {
      assert.doesNotMatch(await explained(text), /####|Source:|\|\||object\(/, text);
      assert.notEqual(await explained(text), '', text);
    }
    assert.equal(await explained(`my_k${CURSOR}ey: 5`), '');
  });

  it('comes where YAML is broken above', async () => {
    assert.match(await explained(`tags: "tiny\nlicense: m${CURSOR}it`), /MIT/);
  });
});
