import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { structuralErrors } from '../../../src/metadata/structure';

const good: Readonly<Record<string, string>> = {
  'nothing at all': '{}',
  'a plain card': `
license: apache-2.0
language: [en, de]
tags: [tiny]
datasets: grove/leaves
base_model: grove/alder-1b
pipeline_tag: text-generation`,
  'keys that nobody knows': 'my_key: {deep: [1, 2]}\nmodel_name: Alder',
  'values that only get a warning': 'pipeline_tag: leaf-counting\nlibrary_name: leaves\nmetrics: [leafiness]',
  'a list of licences': 'license: [mit, apache-2.0]',
  'a model-index': `
model-index:
- name: alder-1b
  results:
  - task: {type: text-generation, extra: 1}
    dataset: {type: grove/leaves, name: Leaves, args: {num_few_shot: 5}, revision: "123"}
    metrics:
    - {type: accuracy, value: 41.5}
    - {type: wer, value: 20.0 ± 1.2, verified: true}
    source: {url: "https://example.org"}
  - task: {type: translation}
    metrics: []
- {name: alder-1b, results: []}`,
  'every form of a gated field': `
extra_gated_fields:
  Name: text
  Country: country
  Purpose: {type: select, options: [Research, {label: Other, value: other}]}
  Born: {type: date_picker}
extra_gated_eu_disallowed: true`,
  'emissions in both forms': 'co2_eq_emissions: 12.5',
  'emissions with their source': 'co2_eq_emissions: {emissions: 12, source: codecarbon}',
  'inference switched off': 'inference: false',
  'inference with parameters': 'inference: {parameters: {temperature: 0.7}}',
  'widgets of several shapes': 'widget: [{text: Hello}, {src: a.png, candidate_labels: "a, b"}, {messages: []}]',
  'no thumbnail': 'thumbnail: null',
};

const bad: readonly (readonly [yaml: string, ...errors: readonly string[]])[] = [
  ['tags: pytorch', 'tags: type array'],
  ['metrics: {a: 1}', 'metrics: type array'],
  ['license: {id: mit}', 'license: type string,array'],
  ['language: [en, 5]', 'language.1: type string'],
  ['base_model_relation: cousin', 'base_model_relation: enum finetune,adapter,quantized,merge'],
  ['co2_eq_emissions: {emissions: "12 kg"}', 'co2_eq_emissions.emissions: type number'],
  ['inference: sometimes', 'inference: type boolean,object'],
  [
    'extra_gated_fields: {a/b: telepathy}',
    'extra_gated_fields.a/b: enum text,checkbox,date_picker,country,ip_location',
  ],
  ['extra_gated_fields: {a: 3}', 'extra_gated_fields.a: type string,object'],
  [
    'extra_gated_fields: {a: {options: [1]}}',
    'extra_gated_fields.a.options.0: type string,object',
    'extra_gated_fields.a: required type',
  ],
  ['- a\n- b', ': type object'],
  ['model-index: foo', 'model-index: type array'],
  ['model-index: [{}]', 'model-index.0: required name', 'model-index.0: required results'],
  ['model-index: [{name: a, results: {}}]', 'model-index.0.results: type array'],
  [
    'model-index: [{name: a, results: [{}]}]',
    'model-index.0.results.0: required metrics',
    'model-index.0.results.0: required task',
  ],
  [result('metrics: {type: wer}'), 'model-index.0.results.0.metrics: type array'],
  [result('metrics: [{type: wer}]'), 'model-index.0.results.0.metrics.0: required value'],
  [result('metrics: [{type: wer, value: 1, config: {a: 1}}]'), 'model-index.0.results.0.metrics.0.config: type string'],
  [result('metrics: [], source: {name: me}'), 'model-index.0.results.0.source: required url'],
  [
    result('metrics: [], dataset: {type: a b, name: A, revision: 123, config: 5}'),
    'model-index.0.results.0.dataset.config: type string',
    'model-index.0.results.0.dataset.revision: type string',
    'model-index.0.results.0.dataset.type: pattern ^(?:[\\w-]+/)?[\\w.-]+$',
  ],
];

function result(yaml: string): string {
  return `model-index: [{name: a, results: [{task: {type: t}, ${yaml}}]}]`;
}

/** The errors of a text, as `path: keyword wanted` in order of the path. */
function errorsOf(schema: 'model-card' | 'eval-results', yaml: string): readonly string[] {
  return structuralErrors(schema, parse(yaml))
    .map(({ path, keyword, params }) => `${path.join('.')}: ${keyword} ${String(Object.values(params)[0])}`)
    .sort();
}

describe('the structure of front matter', () => {
  for (const [name, yaml] of Object.entries(good)) {
    it(`takes ${name}`, () => assert.deepEqual(errorsOf('model-card', yaml), []));
  }
  for (const [yaml, ...errors] of bad) {
    it(`names what is wrong with ${yaml}`, () => assert.deepEqual(errorsOf('model-card', yaml), errors));
  }

  it('tells positions of a list from keys of digits', () => {
    const [error] = structuralErrors('model-card', { extra_gated_fields: { 0: 3 } });
    assert.deepEqual(error?.path, ['extra_gated_fields', '0']);
    assert.deepEqual(structuralErrors('model-card', { tags: [3] })[0]?.path, ['tags', 0]);
  });
});

describe('the structure of .eval_results files', () => {
  it('takes what the Hub documents', () => {
    const yaml = `
- dataset: {id: grove/leaves, task_id: leaves, revision: "12"}
  value: 20.90
  date: "2026-01-15"
  source: {url: "https://example.org", user: grove}
  notes: no-tools
- dataset: {id: grove/leaves, task_id: leaves_hard}
  value: 0.4`;
    assert.deepEqual(errorsOf('eval-results', yaml), []);
  });

  it('names what is wrong', () => {
    assert.deepEqual(errorsOf('eval-results', 'dataset: x'), [': type array']);
    assert.deepEqual(errorsOf('eval-results', '- dataset: {id: a/b}\n  value: high\n  source: {user: me}'), [
      '0.dataset: required task_id',
      '0.source: required url',
      '0.value: type number',
    ]);
  });
});
