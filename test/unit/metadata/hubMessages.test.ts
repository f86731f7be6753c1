import assert from 'node:assert/strict';
import { placeHubVerdict } from '../../../src/metadata/hubMessages';
import { parseCard } from '../../../src/results/analysis';
import { card, check, resultCard } from './support';

/** What the Hub says of a card, where that belongs, and the rule of ours that tells the same before. */
interface HubCase {
  readonly says: string;
  readonly of: string;
  readonly at: string;
  readonly ours: string;
}

const dataset = ['dataset:', '  type: grove/leaves', '  name: Leaves'];
const metric = ['metrics:', '- type: accuracy', '  value: 41.5'];

const ERRORS: readonly HubCase[] = [
  {
    says: String.raw`"model-index[0].results[0].dataset.type" with value "CQADupstackRetrieval is a combined dataset" fails to match the required pattern: /^(?:[\w-]+\/)?[\w-.]+$/`,
    of: resultCard('dataset:', '  type: CQADupstackRetrieval is a combined dataset', '  name: CQA', ...metric),
    at: 'CQADupstackRetrieval is a combined dataset',
    ours: 'model-index.dataset-type',
  },
  {
    says: String.raw`"model-index[0].results[0].dataset.type" with value " " fails to match the required pattern: /^(?:[\w-]+\/)?[\w-.]+$/`,
    of: resultCard('dataset: {type: " ", name: CQA}', ...metric),
    at: '" "',
    ours: 'model-index.dataset-type',
  },
  {
    says: '"model-index[0].results[0].dataset.config" must be a string',
    of: resultCard(...dataset, '  config: {language: en}', ...metric),
    at: '{language: en}',
    ours: 'metadata.type',
  },
  {
    says: '"model-index[0].results[0].metrics[1].config" must be a string',
    of: resultCard(...dataset, ...metric, '- type: f1', '  value: 1', '  config: {a: 1}'),
    at: '{a: 1}',
    ours: 'metadata.type',
  },
  {
    says: '"model-index[0].results[0].dataset.revision" must be a string',
    of: resultCard(...dataset, '  revision: 8379541', ...metric),
    at: '8379541',
    ours: 'metadata.type',
  },
  {
    says: '"model-index[0].results[0].metrics" must be an array',
    of: resultCard(...dataset, 'metrics: {type: accuracy, value: 41.5}'),
    at: '{type: accuracy, value: 41.5}',
    ours: 'metadata.type',
  },
  {
    says: '"model-index[0].results[0].metrics" must be an array',
    of: resultCard(...dataset, 'metric: []'),
    at: 'task',
    ours: 'metadata.required',
  },
  {
    says: '"model-index[0].name" is required',
    of: card('model-index:', '- results: []'),
    at: 'results',
    ours: 'metadata.required',
  },
  {
    says: '"model-index[0].results[0].metrics[0].value" is required',
    of: resultCard(...dataset, 'metrics:', '- type: accuracy'),
    at: 'type',
    ours: 'metadata.required',
  },
  {
    says: '"model-index[0].results[0].source.url" is required',
    of: resultCard(...dataset, ...metric, 'source:', '  name: Ours'),
    at: 'source',
    ours: 'metadata.required',
  },
  { says: '"model-index" must be an array', of: card('model-index: foo'), at: 'foo', ours: 'metadata.type' },
  {
    says: '"language[1]" with value "pt_pt" is not valid. It must be an ISO 639-1, 639-2 or 639-3 code (two/three letters), or a special value like "code", "multilingual". If you want to use BCP-47 identifiers, you can specify them in language_bcp47.',
    of: card('language: [en, pt_pt]'),
    at: 'pt_pt',
    ours: 'language.code',
  },
  {
    says: '"base_model" with value "Kokoro 82M" is not valid. Use a model id from https://hf.co/models.',
    of: card('base_model: Kokoro 82M'),
    at: 'Kokoro 82M',
    ours: 'metadata.hub-id',
  },
  {
    says: '"datasets[0]" with value "/var/hf/images/" is not valid. If possible, use a dataset id from https://hf.co/datasets.',
    of: card('datasets:', '- /var/hf/images/'),
    at: '/var/hf/images/',
    ours: 'metadata.hub-id',
  },
  {
    says: '"license" must be one of [apache-2.0, mit, openrail, other, array]',
    of: card('license: apache2'),
    at: 'apache2',
    ours: 'license.unknown',
  },
  {
    says: '"value" must be of type object',
    of: card('- license: mit'),
    at: '---',
    ours: 'front-matter.no-map',
  },
  { says: '"license_name" must be a string', of: card('license_name: 5'), at: '5', ours: 'metadata.type' },
  { says: '"tags" must be an array', of: card('tags: pytorch'), at: 'pytorch', ours: 'metadata.type' },
  {
    says: 'Invalid YAML in README.md: bad indentation of a mapping entry (2:15)',
    of: card('license: mit', 'license_name: a: b'),
    at: 'a: b',
    ours: 'front-matter.syntax',
  },
  {
    says: 'The YAML metadata of your README.md is invalid.',
    of: card('some text'),
    at: '---',
    ours: 'front-matter.no-map',
  },
];

const WARNINGS: readonly HubCase[] = [
  {
    says: 'empty or missing yaml metadata in repo card',
    of: '# Alder-1B\n',
    at: '# Alder-1B',
    ours: 'front-matter.missing',
  },
  {
    says: 'The pipeline tag "leaf-counting" is not in the official list: text-classification, other',
    of: card('license: mit', 'pipeline_tag: leaf-counting'),
    at: 'leaf-counting',
    ours: 'pipeline-tag.unknown',
  },
];

describe('what the Hub says of a card', () => {
  for (const [severity, cases] of Object.entries({ error: ERRORS, warning: WARNINGS })) {
    for (const { says, of, at, ours } of cases) {
      it(`is told before, and put to its place: ${says.slice(0, 90)}`, () => {
        const told = check(of).problems.filter(({ code }) => code === ours);
        assert.deepEqual(
          told.map((problem) => problem.severity),
          [severity],
          `we say ${check(of)
            .problems.map(({ message }) => message)
            .join(' ')}`,
        );
        const message = [{ message: says }];
        const verdict = severity === 'error' ? { errors: message, warnings: [] } : { errors: [], warnings: message };
        const [problem] = placeHubVerdict(of, parseCard(of), verdict);
        assert.ok(problem);
        assert.deepEqual([problem.code, problem.severity, problem.message], [`hub.${severity}`, severity, says]);
        assert.equal(of.slice(problem.range.start, problem.range.end), at);
      });
    }
  }

  it('keeps its advice', () => {
    const text = card('license: mit');
    const verdict = { errors: [], warnings: [{ message: 'Odd.', help: 'Look again.' }] };
    assert.equal(placeHubVerdict(text, parseCard(text), verdict)[0]?.message, 'Odd. Look again.');
  });
});
