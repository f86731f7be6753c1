import { card, resultCard } from './support';

/** A rule with a file that breaks it, files that nearly do, and what each of its fixes makes of the first. */
export interface RuleCase {
  readonly code: string;
  readonly breaks: string;
  /** The text that is marked. */
  readonly at: string;
  /** What its message says, or the part of it that matters here. */
  readonly says: string;
  readonly fixes?: Readonly<Record<string, string>>;
  readonly nearly?: readonly string[];
  readonly evalResults?: true;
}

const dataset = ['dataset:', '  type: grove/leaves', '  name: Leaves'];
const metric = ['metrics:', '- type: accuracy', '  value: 41.5'];

/** Two results of one dataset, each with lines of its own. */
function twoResults(first: readonly string[], second: readonly string[]): string {
  return resultCard(...first, '', ...second).replace(/^ {4}$/m, '  - task:\n      type: text-generation');
}

const table = ['| Benchmark | Alder-1B |', '| --- | --- |', '| MMLU | 41.5 |', ''].join('\n');
const mmlu = (value: string) =>
  `${resultCard('dataset:', '  type: cais/mmlu', '  name: MMLU', 'metrics:', '- type: accuracy', `  value: ${value}`)}\n${table}`;

export const CASES: readonly RuleCase[] = [
  // How the front matter stands in the card.
  {
    code: 'front-matter.missing',
    breaks: '# Alder-1B\n',
    at: '# Alder-1B',
    says: 'Empty or missing YAML metadata in repo card: add front matter',
    fixes: { 'Create front matter': '---\nlicense: unknown\n---\n# Alder-1B\n' },
    nearly: [card('license: mit')],
  },
  {
    code: 'front-matter.hidden',
    breaks: '# Alder-1B\n\n---\nlicense: mit\n---\nText\n',
    at: '---',
    says: 'The Hub does not see this metadata (empty or missing YAML metadata in repo card), since something stands before it',
    fixes: { 'Move the front matter to the top': '---\nlicense: mit\n---\n# Alder-1B\n\nText\n' },
    nearly: ['\n\n---\nlicense: mit\n---\nText\n'],
  },
  {
    code: 'front-matter.unclosed',
    breaks: '---\nlicense: mit\ntags:\n- tiny\n\n# Alder-1B\n\n- An item\n',
    at: '---',
    says: 'never closed',
    fixes: { 'Close the front matter': '---\nlicense: mit\ntags:\n- tiny\n---\n\n# Alder-1B\n\n- An item\n' },
    nearly: ['---\nlicense: mit\n---'],
  },
  {
    code: 'front-matter.bom',
    breaks: `\ufeff${card('license: mit')}`,
    at: '\ufeff---',
    says: 'sees no metadata',
    fixes: { 'Remove the byte order mark': card('license: mit') },
    nearly: ['\ufeff# Alder-1B\n'],
  },
  {
    code: 'front-matter.second-block',
    breaks: `${card('license: mit')}\n---\ntags: [tiny]\n---\n`,
    at: '---',
    says: 'the first metadata block only',
    nearly: [
      `${card('license: mit')}\n---\nProse.\n---\n`,
      `${card('license: mit')}\n\`\`\`\n---\nlicense: mit\n---\n\`\`\`\n`,
    ],
  },
  {
    code: 'front-matter.no-map',
    breaks: '---\n\n---\n',
    at: '---',
    says: 'The YAML metadata of your README.md is invalid',
    fixes: { 'Add a license key': '---\nlicense: unknown\n\n---\n' },
    nearly: ['---\n{}\n---\n'],
  },
  {
    code: 'front-matter.no-map',
    breaks: card('license:mit'),
    at: 'license:mit',
    says: 'The YAML metadata of your README.md is invalid',
    fixes: { 'Put a space behind the colon': card('license: mit') },
  },
  { code: 'front-matter.no-map', breaks: card('- license'), at: '- license', says: '"value" must be of type object' },

  // YAML that cannot be read, by its likeliest cause.
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'thumbnail: Alder: a tree'),
    at: 'Alder: a tree',
    says: 'Invalid YAML in README.md: the value holds a colon; put it in quotes.',
    fixes: { 'Put it in quotes': card('license: mit', "thumbnail: 'Alder: a tree'") },
    nearly: [card('thumbnail: https://example.org/a.png'), card('thumbnail: "Alder: a tree"')],
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'tags:', '- @alder', '- tiny'),
    at: '@alder',
    says: 'a value that begins with @ must be in quotes',
    fixes: { 'Put it in quotes': card('license: mit', 'tags:', "- '@alder'", '- tiny') },
    nearly: [card('tags: [al@der]')],
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'thumbnail: *bold* text'),
    at: '*bold* text',
    says: 'a value that begins with * must be in quotes',
    fixes: { 'Put it in quotes': card('license: mit', "thumbnail: '*bold* text'") },
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'thumbnail: "Alder" tree'),
    at: '"Alder" tree',
    says: 'something stands behind the closing quote',
    fixes: { 'Put it in quotes': card('license: mit', `thumbnail: '"Alder" tree'`) },
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'tags:', '\t- tiny'),
    at: '\t',
    says: 'a tab cannot indent',
    fixes: { 'Use spaces': card('license: mit', 'tags:', '  - tiny') },
    nearly: [card('license:\tmit')],
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'pipeline_tag:translation', 'tags: [tiny]'),
    at: ':',
    says: 'a space is missing behind the colon',
    fixes: { 'Put a space behind the colon': card('license: mit', 'pipeline_tag: translation', 'tags: [tiny]') },
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'pipeline_tag translation', 'tags: [tiny]'),
    at: 'pipeline_tag translation',
    says: 'it has no colon',
    fixes: { 'Put a colon behind pipeline_tag': card('license: mit', 'pipeline_tag: translation', 'tags: [tiny]') },
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'tags: [tiny, small', 'pipeline_tag: translation'),
    at: '[tiny, small',
    says: 'a bracket is opened and never closed',
    fixes: { 'Close it with ]': card('license: mit', 'tags: [tiny, small]', 'pipeline_tag: translation') },
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'thumbnail: "a.png', 'tags: [tiny]'),
    at: 'thumbnail: "a.png',
    says: 'a quote is opened and never closed',
  },
  {
    code: 'front-matter.syntax',
    breaks: card('tags: [tiny]', 'license: mit', 'tags: [small]'),
    at: 'tags',
    says: 'the key "tags" stands twice (duplicated mapping key)',
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', '<<<<<<< HEAD', 'tags: [tiny]', '=======', 'tags: [small]', '>>>>>>> other'),
    at: '<<<<<<< HEAD',
    says: 'a merge conflict is left in it',
  },
  {
    code: 'front-matter.syntax',
    breaks: card('datasets:', '  - grove/leaves', ' - grove/roots', 'license: mit'),
    at: '- grove/roots',
    says: 'the indentation does not fit',
  },
  {
    code: 'front-matter.syntax',
    breaks: card('license: mit', 'thumbnail: "a', 'b.png"', 'tags: [', 'tiny', ']'),
    at: 'b.png"',
    says: 'to strict readers',
    fixes: { 'Indent the lines that go on': card('license: mit', 'thumbnail: "a', '  b.png"', 'tags: [', 'tiny', ']') },
    nearly: [card('thumbnail: "a', '  b.png"')],
  },
  {
    code: 'front-matter.syntax',
    breaks: card('tags: [', 'tiny', ']', 'license: mit'),
    at: 'tiny',
    says: 'to strict readers',
    fixes: { 'Indent the lines that go on': card('tags: [', '  tiny', '  ]', 'license: mit') },
    nearly: [card('tags: [', '  tiny', ']')],
  },
  {
    code: 'metadata.template',
    breaks: card('license: mit', 'pipeline_tag: {{ pipeline_tag }}'),
    at: '{{ pipeline_tag }}',
    says: 'A placeholder of the template is left here',
    nearly: [card('widget:', '- text: "{{ name }} runs"')],
  },

  // The structure that the schema describes.
  {
    code: 'metadata.type',
    breaks: card('tags: pytorch'),
    at: 'pytorch',
    says: '"tags" must be an array: write it as a list',
    fixes: { 'Wrap it in a list': card('tags: [pytorch]') },
    nearly: [card('datasets: grove/leaves'), card('tags: []')],
  },
  {
    code: 'metadata.type',
    breaks: card('metrics: accuracy, f1 # ours'),
    at: 'accuracy, f1',
    says: '"metrics" must be an array',
    fixes: { 'Wrap it in a list': card('metrics: [accuracy, f1] # ours') },
  },
  {
    code: 'metadata.type',
    breaks: resultCard(...dataset, 'metrics:', '  type: accuracy', '  value: 41.5', '  args:', '    n: 5'),
    at: 'type: accuracy\n      value: 41.5\n      args:\n        n: 5',
    says: '"model-index[0].results[0].metrics" must be an array',
    fixes: {
      'Wrap it in a list': resultCard(
        ...dataset,
        'metrics:',
        '  - type: accuracy',
        '    value: 41.5',
        '    args:',
        '      n: 5',
      ),
    },
    nearly: [resultCard(...dataset, ...metric)],
  },
  {
    code: 'metadata.type',
    breaks: resultCard(...dataset, '  config: 5', ...metric),
    at: '5',
    says: '"model-index[0].results[0].dataset.config" must be a string: put 5 in quotes.',
    fixes: { 'Put it in quotes': resultCard(...dataset, "  config: '5'", ...metric) },
    nearly: [resultCard(...dataset, '  config: "5"', ...metric)],
  },
  {
    code: 'metadata.type',
    breaks: resultCard(...dataset, '  revision: 0123456', ...metric),
    at: '0123456',
    says: '"model-index[0].results[0].dataset.revision" must be a string: put 0123456 in quotes.',
    fixes: { 'Put it in quotes': resultCard(...dataset, "  revision: '0123456'", ...metric) },
    nearly: [resultCard(...dataset, '  revision: 01234567a', ...metric)],
  },
  {
    code: 'metadata.type',
    breaks: resultCard(...dataset, '  config:', ...metric),
    at: 'config',
    says: '"model-index[0].results[0].dataset.config" must be a string: it is empty',
    fixes: { 'Remove the empty key': resultCard(...dataset, ...metric) },
  },
  {
    code: 'metadata.type',
    breaks: card('inference: "False"', 'license: mit'),
    at: '"False"',
    says: '"inference" must be a boolean or of type object',
    fixes: { 'Write it as false': card('inference: false', 'license: mit') },
  },
  {
    code: 'metadata.type',
    breaks: card('co2_eq_emissions:', '  emissions: "12.50"'),
    at: '"12.50"',
    says: '"co2_eq_emissions.emissions" must be a number',
    fixes: { 'Write it as a number': card('co2_eq_emissions:', '  emissions: 12.50') },
  },
  { code: 'metadata.type', breaks: card('model-index: foo'), at: 'foo', says: '"model-index" must be an array' },
  {
    code: 'metadata.required',
    breaks: card('model-index:', '- results: []'),
    at: 'results',
    says: '"model-index[0].name" is required: add it.',
    fixes: { 'Add "name"': card('model-index:', '- name: TODO', '  results: []') },
    nearly: [resultCard(...dataset, ...metric)],
  },
  {
    code: 'metadata.required',
    breaks: card('model-index:', '- name: alder-1b'),
    at: 'name',
    says: '"model-index[0].results" is required: add it.',
    fixes: { 'Add "results"': card('model-index:', '- results: []', '  name: alder-1b') },
  },
  {
    code: 'metadata.required',
    breaks: resultCard(...dataset, 'metric:', '- type: accuracy', '  value: 41.5'),
    at: 'metric',
    says: '"model-index[0].results[0].metrics" is required: "metric" is probably meant to be it.',
    fixes: { 'Rename it to "metrics"': resultCard(...dataset, ...metric) },
  },
  {
    code: 'metadata.required',
    breaks: resultCard(...dataset, 'metrics:', '- type: accuracy # of choices', '  name: Accuracy'),
    at: 'type',
    says: '"model-index[0].results[0].metrics[0].value" is required: add it.',
    fixes: {
      'Add "value"': resultCard(
        ...dataset,
        'metrics:',
        '- type: accuracy # of choices',
        '  value: TODO',
        '  name: Accuracy',
      ),
    },
  },
  {
    code: 'metadata.required',
    breaks: resultCard('dataset: {type: grove/leaves}', ...metric),
    at: 'dataset',
    says: '"model-index[0].results[0].dataset.name" is required: add it.',
    fixes: { 'Add "name"': resultCard('dataset: {name: grove/leaves, type: grove/leaves}', ...metric) },
  },
  {
    code: 'metadata.required',
    breaks: resultCard(...dataset, ...metric, 'source:', '  name: Ours'),
    at: 'source',
    says: '"model-index[0].results[0].source.url" is required: add it.',
    fixes: { 'Add "url"': resultCard(...dataset, ...metric, 'source:', '  url: TODO', '  name: Ours') },
    nearly: [resultCard(...dataset, ...metric, 'source: {url: "https://example.org"}')],
  },
  {
    code: 'metadata.value',
    breaks: card('base_model: grove/alder-1b', 'base_model_relation: fine-tuned'),
    at: 'fine-tuned',
    says: '"base_model_relation" must be one of [finetune, adapter, quantized, merge]: did you mean "finetune"?',
    fixes: { 'Change to "finetune"': card('base_model: grove/alder-1b', 'base_model_relation: finetune') },
    nearly: [card('base_model: grove/alder-1b', 'base_model_relation: merge')],
  },

  // What the single keys may hold.
  {
    code: 'language.code',
    breaks: card('language:', '- en', '- pt_pt'),
    at: 'pt_pt',
    says: '"language[1]" with value "pt_pt" is not valid: give an ISO 639-1, 639-2 or 639-3 code such as "pt"',
    fixes: { 'Change to "pt"': card('language:', '- en', '- pt') },
    nearly: [card('language: [code, multilingual, eng, nds]')],
  },
  {
    code: 'language.code',
    breaks: card('language: English'),
    at: 'English',
    says: 'such as "en"',
    fixes: { 'Change to "en"': card('language: en') },
  },
  {
    code: 'language.boolean',
    breaks: card('language: [en, no]'),
    at: 'no',
    says: `"language[1]" without quotes is false to the Hub's Python client`,
    fixes: { 'Put it in quotes': card("language: [en, 'no']") },
    nearly: [card('language: ["no", nb]'), card('tags: [nope]')],
  },
  {
    code: 'license.unknown',
    breaks: card('license: Apache License 2.0 # as ever'),
    at: 'Apache License 2.0',
    says: `"license" must be one of the Hub's licence ids, not "Apache License 2.0": did you mean "apache-2.0"?`,
    fixes: {
      'Change to "apache-2.0"': card('license: apache-2.0 # as ever'),
      'Make it a licence of your own (license: other)': card(
        'license: other # as ever',
        'license_name: Apache License 2.0',
        'license_link: LICENSE',
      ),
    },
    nearly: [card('license: [mit, cc-by-4.0]'), card('license: unknown')],
  },
  {
    code: 'license.unknown',
    breaks: card('license: our own terms', 'license_link: TERMS.md'),
    at: 'our own terms',
    says: 'choose other, and name it in license_name and license_link',
    fixes: {
      'Make it a licence of your own (license: other)': card(
        'license: other',
        'license_name: our own terms',
        'license_link: TERMS.md',
      ),
    },
  },
  {
    code: 'license.other',
    breaks: card('license: other', 'tags: [tiny]'),
    at: 'other',
    says: 'license: other names no licence: add license_name and license_link',
    fixes: {
      'Add license_name and license_link': card(
        'license: other',
        'license_name: my-license',
        'license_link: LICENSE',
        'tags: [tiny]',
      ),
    },
    nearly: [card('license: other', 'license_name: grove', 'license_link: LICENSE'), card('license: [mit, other]')],
  },
  {
    code: 'metadata.hub-id',
    breaks: card('base_model: Kokoro 82M'),
    at: 'Kokoro 82M',
    says: '"base_model" with value "Kokoro 82M" is not valid: use a model id from https://hf.co/models.',
    nearly: [card('base_model: [grove/alder-1b, gpt2]')],
  },
  {
    code: 'metadata.hub-id',
    breaks: card('datasets:', '- /var/hf/images/'),
    at: '/var/hf/images/',
    says: '"datasets[0]" with value "/var/hf/images/" is not valid: if possible, use a dataset id from https://hf.co/datasets.',
    nearly: [card('datasets: [grove/leaves, squad]')],
  },
  {
    code: 'metadata.hub-id',
    breaks: card('new_version: https://huggingface.co/grove/alder-2b/tree/main'),
    at: 'https://huggingface.co/grove/alder-2b/tree/main',
    says: 'write "grove/alder-2b"',
    fixes: { 'Change to "grove/alder-2b"': card('new_version: grove/alder-2b') },
    nearly: [card('new_version: grove/alder-2b')],
  },
  { code: 'metadata.hub-id', breaks: card('base_model: ./alder-1b'), at: './alder-1b', says: 'is not valid' },
  {
    code: 'pipeline-tag.unknown',
    breaks: card('pipeline_tag: text-generaton'),
    at: 'text-generaton',
    says: 'The pipeline tag "text-generaton" is not in the official list: did you mean "text-generation"?',
    fixes: { 'Change to "text-generation"': card('pipeline_tag: text-generation') },
    nearly: [card('pipeline_tag: any-to-any')],
  },
  {
    code: 'pipeline-tag.unknown',
    breaks: card('pipeline_tag: leaf-counting'),
    at: 'leaf-counting',
    says: 'choose one from https://hf.co/tasks',
  },
  {
    code: 'tags.duplicate',
    breaks: card('tags:', '- tiny', '- small', '- tiny', 'license: mit'),
    at: 'tiny',
    says: 'The tag "tiny" stands in the list already',
    fixes: { 'Remove the repeated tag': card('tags:', '- tiny', '- small', 'license: mit') },
    nearly: [card('tags: [tiny, Tiny]')],
  },
  {
    code: 'tags.duplicate',
    breaks: card('tags: [tiny, tiny]'),
    at: 'tiny',
    says: 'remove one of the two',
    fixes: { 'Remove the repeated tag': card('tags: [tiny]') },
  },
  {
    code: 'co2.unit',
    breaks: card('co2_eq_emissions:', '  emissions: 0.0250'),
    at: '0.0250',
    says: 'co2_eq_emissions are in grams, and 0.0250 g is unlikely for a training: if these are kilograms, write 25.0.',
    fixes: { 'Convert kilograms to grams (25.0)': card('co2_eq_emissions:', '  emissions: 25.0') },
    nearly: [card('co2_eq_emissions: 12.5'), card('co2_eq_emissions: {emissions: 0}')],
  },
  { code: 'co2.unit', breaks: card('co2_eq_emissions: 9.0e+15'), at: '9.0e+15', says: 'check the unit' },

  // What model-index claims.
  {
    code: 'model-index.several-entries',
    breaks: card('model-index:', '- {name: a, results: [x]}', '- {name: b, results: [y]}').replace(
      /\[[xy]\]/g,
      () => '[{task: {type: t}, dataset: {type: d, name: D}, metrics: []}]',
    ),
    at: 'model-index',
    says: 'model-index holds 2 models',
    nearly: [resultCard(...dataset, ...metric)],
  },
  {
    code: 'model-index.no-results',
    breaks: card('model-index:', '- name: alder-1b', '  results: []'),
    at: 'results',
    says: '"model-index[0].results" is empty',
    nearly: [resultCard(...dataset, 'metrics: []')],
  },
  { code: 'model-index.no-results', breaks: card('model-index: []'), at: 'model-index', says: 'model-index is empty' },
  {
    code: 'model-index.no-dataset',
    breaks: resultCard(...metric),
    at: 'task',
    says: '"model-index[0].results[0].dataset" is missing',
    nearly: [resultCard(...dataset, ...metric)],
  },
  {
    code: 'model-index.dataset-type',
    breaks: resultCard('dataset:', '  type: Leaves of the Grove', '  name: Leaves', ...metric),
    at: 'Leaves of the Grove',
    says: String.raw`"model-index[0].results[0].dataset.type" with value "Leaves of the Grove" fails to match the required pattern: /^(?:[\w-]+\/)?[\w-.]+$/`,
    fixes: {
      'Change to "leaves-of-the-grove"': resultCard(
        'dataset:',
        '  type: leaves-of-the-grove',
        '  name: Leaves',
        ...metric,
      ),
    },
    nearly: [resultCard('dataset: {type: leaves, name: Leaves of the Grove}', ...metric)],
  },
  {
    code: 'model-index.unquoted-date',
    breaks: resultCard(...dataset, '  config: 2024-06-01', ...metric),
    at: '2024-06-01',
    says: '"model-index[0].results[0].dataset.config" must be a string',
    fixes: { 'Put it in quotes': resultCard(...dataset, "  config: '2024-06-01'", ...metric) },
    nearly: [resultCard(...dataset, '  config: "2024-06-01"', '  split: 2024-06-01-v2', ...metric)],
  },
  {
    code: 'model-index.source-url',
    breaks: resultCard(...dataset, ...metric, 'source:', '  url: example.org/board'),
    at: 'example.org/board',
    says: 'is no web address',
    fixes: {
      'Change to "https://example.org/board"': resultCard(
        ...dataset,
        ...metric,
        'source:',
        '  url: https://example.org/board',
      ),
    },
    nearly: [resultCard(...dataset, ...metric, 'source:', '  url: https://example.org/board')],
  },
  {
    code: 'model-index.markdown',
    breaks: resultCard('dataset:', '  type: grove/leaves', '  name: "[**Leaves**](https://example.org)"', ...metric),
    at: '"[**Leaves**](https://example.org)"',
    says: '"model-index[0].results[0].dataset.name" holds Markdown',
    fixes: { 'Change to "Leaves"': resultCard('dataset:', '  type: grove/leaves', '  name: Leaves', ...metric) },
    nearly: [resultCard('dataset: {type: grove/leaves, name: "Leaves* (5_shot)"}', ...metric)],
  },
  {
    code: 'model-index.verified',
    breaks: resultCard(...dataset, ...metric, '  verified: true'),
    at: 'verified',
    says: 'is set by the Hub alone',
    fixes: { 'Remove it': resultCard(...dataset, ...metric) },
    nearly: [
      resultCard(...dataset, ...metric, '  verified: true', '  verifyToken: abc'),
      resultCard(...dataset, ...metric, '  verified: false'),
    ],
  },
  {
    code: 'model-index.colliding-results',
    breaks: twoResults(
      [...dataset, '  args: {num_few_shot: 5}', ...metric],
      [...dataset, '  args: {num_few_shot: 0}', 'metrics:', '- type: accuracy', '  value: 38.0'],
    ),
    at: 'dataset',
    says: '"model-index[0].results[1]" is one with "model-index[0].results[0]" to the Hub\'s Python client, which would lose its args',
    fixes: {
      'Set dataset.config to "0-shot"': twoResults(
        [...dataset, '  args: {num_few_shot: 5}', ...metric],
        [
          'dataset:',
          '  type: grove/leaves',
          "  config: '0-shot'",
          '  name: Leaves',
          '  args: {num_few_shot: 0}',
          'metrics:',
          '- type: accuracy',
          '  value: 38.0',
        ],
      ),
    },
    nearly: [
      twoResults([...dataset, ...metric], [...dataset, 'metrics:', '- type: f1', '  value: 38.0']),
      twoResults([...dataset, ...metric], [...dataset, '  split: test', '  args: {n: 5}', ...metric]),
    ],
  },
  {
    code: 'model-index.duplicate-result',
    breaks: twoResults([...dataset, ...metric], [...dataset, ...metric]),
    at: 'task',
    says: '"model-index[0].results[1]" says again what model-index says above',
    fixes: { 'Merge it with the one above': resultCard(...dataset, ...metric) },
    nearly: [twoResults([...dataset, ...metric], [...dataset, '  split: test', ...metric])],
  },
  {
    code: 'model-index.duplicate-result',
    breaks: twoResults([...dataset, ...metric], [...dataset, ...metric, '- type: f1', '  value: 40.0']),
    at: 'type',
    says: '"model-index[0].results[1].metrics[0]" says again',
    fixes: {
      'Merge it with the one above': twoResults(
        [...dataset, ...metric],
        [...dataset, 'metrics:', '- type: f1', '  value: 40.0'],
      ),
    },
  },
  {
    code: 'model-index.contradiction',
    breaks: resultCard(...dataset, ...metric, '- type: accuracy', '  value: 40.0'),
    at: '40.0',
    says: '"model-index[0].results[0].metrics[1].value" differs from "model-index[0].results[0].metrics[0].value"',
    nearly: [resultCard(...dataset, ...metric, '- type: accuracy', '  name: by chance', '  value: 40.0')],
  },
  {
    code: 'model-index.mixed-scales',
    breaks: twoResults(
      [...dataset, ...metric, '- type: f1', '  value: 0.5'],
      [
        'dataset: {type: a, name: A}',
        'metrics:',
        '- type: accuracy',
        '  value: 0.3820',
        '- type: accuracy',
        '  name: b',
        '  value: 52',
      ],
    ),
    at: '0.3820',
    says: 'is a fraction where other values of accuracy are percentages: write 38.20',
    fixes: {
      'Convert to 38.20': twoResults(
        [...dataset, ...metric, '- type: f1', '  value: 0.5'],
        [
          'dataset: {type: a, name: A}',
          'metrics:',
          '- type: accuracy',
          '  value: 38.20',
          '- type: accuracy',
          '  name: b',
          '  value: 52',
        ],
      ),
    },
    nearly: [
      resultCard(...dataset, ...metric, '- type: loss', '  value: 0.41'),
      resultCard(
        ...dataset,
        ...metric,
        '- type: accuracy',
        '  name: hard',
        '  value: 4.5',
        '- type: accuracy',
        '  name: harder',
        '  value: 0.9',
      ),
    ],
  },
  {
    code: 'model-index.not-a-number',
    breaks: resultCard(...dataset, 'metrics:', '- type: accuracy', '  value: .nan'),
    at: '.nan',
    says: '"model-index[0].results[0].metrics[0].value" states no number',
    nearly: [resultCard(...dataset, 'metrics:', '- type: accuracy', '  value: 20.0 ± 1.2')],
  },
  {
    code: 'model-index.not-a-number',
    breaks: resultCard(...dataset, 'metrics:', '- type: accuracy', '  value: N/A'),
    at: 'N/A',
    says: 'states no number',
  },
  {
    code: 'model-index.over-100-percent',
    breaks: resultCard(...dataset, 'metrics:', '- type: accuracy', '  value: 141.5%'),
    at: '141.5%',
    says: 'is over 100 %',
    nearly: [
      resultCard(...dataset, 'metrics:', '- type: accuracy', '  value: 100%'),
      resultCard(...dataset, 'metrics:', '- type: elo', '  value: 1287'),
      resultCard(...dataset, 'metrics:', '- type: wer', '  value: 120%'),
    ],
  },
  {
    code: 'model-index.differs-from-table',
    breaks: mmlu('45.1'),
    at: '45.1',
    says: 'MMLU accuracy is 45.1 here and 41.5 in the table (line 19)',
    fixes: { "Take the table's value (41.5)": mmlu('41.5') },
    nearly: [mmlu('41.5'), mmlu('41.53'), mmlu('0.415'), mmlu('0.4153')],
  },

  // Tables.
  {
    code: 'tables.not-a-table',
    breaks: `${card('license: mit')}\n| a | b |\n| 1 | 2 |\n| 3 | 4 |\n`,
    at: '| a | b |',
    says: 'not followed by a delimiter row',
    nearly: [`${card('license: mit')}\n| a | b |\n| --- | --- |\n| 1 | 2 |\n`],
  },
  {
    code: 'tables.not-a-table',
    breaks: `${card('license: mit')}\n| a | b | c |\n| --- | --- |\n| 1 | 2 | 3 |\n`,
    at: '| a | b | c |',
    says: 'has 3 columns but the delimiter row below it 2',
  },

  // Files of .eval_results.
  {
    code: 'metadata.required',
    breaks: '- dataset:\n    id: grove/leaves\n  value: 41.5\n',
    at: 'dataset',
    says: '"[0].dataset.task_id" is required: add it.',
    fixes: { 'Add "task_id"': '- dataset:\n    task_id: TODO\n    id: grove/leaves\n  value: 41.5\n' },
    nearly: ['- dataset:\n    id: grove/leaves\n    task_id: leaves\n  value: 41.5\n'],
    evalResults: true,
  },
  {
    code: 'metadata.required',
    breaks: '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  source:\n    name: Ours\n',
    at: 'source',
    says: '"[0].source.url" is required',
    fixes: {
      'Add "url"':
        '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  source:\n    url: TODO\n    name: Ours\n',
    },
    evalResults: true,
  },
  {
    code: 'metadata.type',
    breaks: 'dataset: {id: grove/leaves, task_id: leaves}\nvalue: 41.5\n',
    at: 'dataset: {id: grove/leaves, task_id: leaves}\nvalue: 41.5',
    says: '"value" must be an array',
    fixes: { 'Wrap it in a list': '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n' },
    evalResults: true,
  },
  {
    code: 'eval-results.unquoted-date',
    breaks: '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  date: 2026-01-15\n',
    at: '2026-01-15',
    says: '"[0].date" must be a string',
    fixes: {
      'Put it in quotes': "- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  date: '2026-01-15'\n",
    },
    nearly: ['- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  date: "2026-01-15"\n'],
    evalResults: true,
  },
  {
    code: 'eval-results.duplicate',
    breaks:
      '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n- dataset: {id: grove/leaves, task_id: leaves}\n  value: 42\n',
    at: 'dataset',
    says: '"[1]" is a second result for grove/leaves, task leaves',
    nearly: [
      '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n- dataset: {id: grove/leaves, task_id: leaves}\n  value: 42\n  notes: with tools\n',
    ],
    evalResults: true,
  },
  {
    code: 'eval-results.syntax',
    breaks: '- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  notes: tools: none\n',
    at: 'tools: none',
    says: 'Invalid YAML: the value holds a colon',
    fixes: {
      'Put it in quotes': "- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  notes: 'tools: none'\n",
    },
    nearly: ['- dataset: {id: grove/leaves, task_id: leaves}\n  value: 41.5\n  notes: with tools\n'],
    evalResults: true,
  },
];
