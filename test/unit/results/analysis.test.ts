import assert from 'node:assert/strict';
import { analyzeCard, cardNames, parseCard } from '../../../src/results/analysis';
import { entryName } from '../../../src/results/entryName';
import { cardAsSource, defaultTaskType } from '../../../src/results/draftCommon';
import { tableStanding } from '../../../src/results/standing';
import type { CardAnalysis } from '../../../src/results/types';
import { BENCHMARKS, lines, merge, result } from './support';

const TABLE = [
  '| Benchmark | Other-7B | My-Model |',
  '| --- | --- | --- |',
  '| MMLU | 61.0 | 85.2 |',
  '| GSM8K | 50.0 | 71.5 |',
];
const BODY = lines('# My Model', '', '## Results', '', ...TABLE);
const MMLU = result({ name: 'MMLU', value: '85.2' });
const GSM = result({ name: 'GSM8K', value: '71.5' });

function standing(card: string, repositoryId?: string): readonly number[] {
  const analysis = analyzeCard(card);
  const [table] = analysis.tables;
  assert.ok(table);
  const names = cardNames(analysis, repositoryId === undefined ? {} : { repositoryId });
  const { scores, present, different } = tableStanding(analysis, table, names, BENCHMARKS);
  return [scores, present, different];
}

describe('the analysis of a card', () => {
  it('holds front matter, title and tables, as plain data', () => {
    const card = lines('---', 'license: mit', 'pipeline_tag: text-generation', '---', ...BODY.trimEnd().split('\n'));
    const analysis = analyzeCard(card);
    assert.deepEqual(analysis.metadata, {
      keys: ['license', 'pipeline_tag'],
      pipelineTag: 'text-generation',
      entries: [],
    });
    assert.equal(analysis.yamlText, 'license: mit\npipeline_tag: text-generation');
    assert.equal(analysis.title, 'My Model');
    assert.deepEqual(
      analysis.tables.map(({ number, grid }) => [number, grid.line]),
      [[1, 9]],
    );
    assert.deepEqual(structuredClone(analysis), analysis);
  });

  it('does not read the YAML again while only the body changes', () => {
    const before = parseCard(`---\nlicense: mit\n---\n${BODY}`);
    const isReadAgain = (text: string) => parseCard(text, before).document !== before.document;
    assert.equal(isReadAgain(`---\nlicense: mit\n---\n${BODY}more`), false);
    assert.equal(isReadAgain(`---\nlicense: mIt\n---\n${BODY}`), true);
    assert.equal(isReadAgain(`\n---\nlicense: mit\n---\n${BODY}`), true);
  });

  it('tells where front matter cannot be read', () => {
    const problem = (card: string) => {
      const { line, column, offset } = analyzeCard(card).metadata.problem ?? {};
      return [line, column, offset];
    };
    assert.deepEqual(problem('---\r\nlicense: mit\r\na: b: c\r\n---\r\n'), [3, 4, 22]);
    assert.deepEqual(problem('\n---\nlicense: mit\n# My Model\n'), [2, 1, 1]);
    assert.deepEqual(problem('# My Model\n'), [undefined, undefined, undefined]);
  });

  it('reads the metrics of model-index with their places', () => {
    const card = merge('', [result({ name: 'MMLU', value: '85.20', shots: 5, url: 'https://a.example' })]).text;
    const [entry] = analyzeCard(card).metadata.entries;
    const [metric] = entry?.metrics ?? [];
    assert.ok(metric);
    assert.equal(card.slice(metric.valueRange.start, metric.valueRange.end), '85.20');
    assert.equal(card.split('\n')[metric.line - 1], '    - type: accuracy');
    assert.deepEqual([metric.entry, metric.position, metric.verified], [0, [0, 0], false]);
    assert.deepEqual(metric.result, {
      task: { type: 'text-generation' },
      dataset: { name: 'MMLU (5-shot)', type: 'cais/mmlu', args: { num_few_shot: 5 } },
      metric: { type: 'accuracy', value: { number: 85.2, text: '85.20' } },
      shots: 5,
      source: { url: 'https://a.example' },
    });
  });

  it('reads values that are texts, and digits-only revisions as they are written', () => {
    const values = ['20.0 ± 1.2', '85.2%', '.5', '1e-3', 'N/A', '.nan'];
    const card = lines(
      '---',
      'model-index:',
      '- results:',
      '  - dataset: {type: x, revision: 0123456, config: 1.50}',
      '    metrics:',
      ...values.map((value) => `    - {type: acc, value: ${value}}`),
      '---',
    );
    const [entry] = analyzeCard(card).metadata.entries;
    assert.equal(entry?.name, null);
    assert.deepEqual(
      entry.metrics.map(({ result: { metric } }) => metric.value.number),
      [20, 85.2, 0.5, 0.001, Number.NaN, Number.NaN],
    );
    assert.deepEqual(
      [entry.metrics[0]?.result.dataset.revision, entry.metrics[0]?.result.dataset.config],
      ['0123456', '1.50'],
    );
  });
});

describe('the names of a card', () => {
  const names = (card: string, known: Parameters<typeof cardNames>[1]) =>
    cardNames(analyzeCard(card), known).map(({ name, from }) => `${from}: ${name}`);

  it('are the repository, the sole entry, the heading and the folder, in this order', () => {
    assert.deepEqual(names(`${merge('', [MMLU]).text}# Title\n`, { repositoryId: 'org/repo', folder: 'dir' }), [
      'repository: org/repo',
      'model-index: my-model',
      'heading: Title',
      'folder: dir',
    ]);
    assert.deepEqual(names('---\nmodel-index: [{name: a}, {name: b}]\n---\n', {}), []);
  });

  it('are none of metadata that the Hub does not see', () => {
    const hidden = '---\nlicense: mit\n# a comment\n---\n';
    for (const before of ['<!-- a note -->\n', '\n\ttext\n\n']) {
      assert.deepEqual(names(`${before}${hidden}# Title\n`, {}), ['heading: Title']);
    }
    assert.deepEqual(names(`${hidden.replace('---', '---  ')}# Title\n`, {}), ['heading: Title']);
  });

  it('give a new entry of model-index its name', () => {
    const named = (card: string, model: string, known = {}) => entryName(cardNames(analyzeCard(card), known), model);
    assert.equal(named('# Title\n', 'Ours', { repositoryId: 'org/repo' }), 'repo');
    assert.equal(named('# Introduction\n', 'anvil 7b (ours)', { folder: 'Anvil-7B' }), 'Anvil-7B');
    assert.equal(named('# Model Card for Anvil-7B\n', 'Ours', { folder: 'tmp' }), 'Anvil-7B');
    assert.equal(named('', 'Ours', { folder: 'Anvil-7B' }), 'Anvil-7B');
    assert.deepEqual([named('', 'Anvil-7B'), named('', '')], ['Anvil-7B', 'model']);
  });
});

describe('what results share unless a person says otherwise', () => {
  const taskOf = (card: string): string => defaultTaskType(analyzeCard(card));

  it('is the card as the source, where its page is known', () => {
    const sourceUrl = 'https://huggingface.co/org/repo';
    assert.deepEqual(cardAsSource('org/repo'), { sourceUrl, sourceName: 'Model card' });
    assert.deepEqual(cardAsSource(undefined), { sourceUrl: '', sourceName: '' });
  });

  it('is the pipeline tag as the task, or what the results have', () => {
    assert.equal(taskOf('---\npipeline_tag: image-classification\n---\n'), 'image-classification');
    assert.equal(taskOf(merge('', [{ ...MMLU, task: { type: 'question-answering' } }]).text), 'question-answering');
    assert.equal(taskOf('# My Model\n'), 'text-generation');
    assert.equal(taskOf('---\npipeline_tag: ""\n---\n'), 'text-generation');
  });
});

describe('the standing of a table', () => {
  it('counts the scores of the card’s model that model-index has', () => {
    assert.deepEqual(standing(BODY), [2, 0, 0]);
    assert.deepEqual(standing(merge(BODY, [MMLU]).text), [2, 1, 0]);
    assert.deepEqual(standing(merge(BODY, [MMLU, GSM]).text), [2, 2, 0]);
  });

  it('counts values that differ', () => {
    const other = result({ name: 'GSM8K', value: '72.0' });
    assert.deepEqual(standing(merge(BODY, [MMLU, other]).text), [2, 1, 1]);
  });

  it('goes by the model that agrees most where none is the card’s, and calls no value different', () => {
    const card = merge(BODY.replace('# My Model', '# Something else'), [MMLU], { entryName: 'x' }).text;
    assert.deepEqual(standing(card), [2, 1, 0]);
    assert.deepEqual(standing(card, 'org/Other-7B'), [2, 0, 1]);
  });

  it('is nothing for a table without scores', () => {
    const analysis: CardAnalysis = analyzeCard('| File | Link |\n| --- | --- |\n| a | b |\n');
    const [table] = analysis.tables;
    assert.ok(table);
    assert.deepEqual(tableStanding(analysis, table, [], BENCHMARKS), { scores: 0, present: 0, different: 0 });
  });
});
