import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { parseBenchmarks } from '../../../src/results/benchmarks';
import { checkDrafts, toResults } from '../../../src/results/draftResults';
import { modelsOf, nearestModels, rowsNamed, rowsOfCard } from '../../../src/scores/match';
import { type MeasuredModel, readModelPage } from '../../../src/scores/modelList';
import { scoreSource } from '../../../src/scores/source';

const benchmarks = parseBenchmarks(JSON.parse(readFileSync('media/data/benchmarks.json', 'utf8')));
const COMMON = { taskType: 'text-generation', sourceUrl: 'https://artificialanalysis.ai/', sourceName: 'A' };

describe('readModelPage', () => {
  it('reads a page of the free tier', () => {
    const page = readModelPage({
      tier: 'free',
      intelligence_index_version: '4.1',
      pagination: { page: 1, page_size: 200, total_pages: 2, has_more: true },
      data: [
        {
          id: '0a',
          name: 'Anvil 7B (high)',
          slug: 'anvil-7b-high',
          release_date: '2026-05-01',
          model_creator: { id: '1', name: 'Forge & Sons' },
          evaluations: { artificial_analysis_intelligence_index: 31.4, artificial_analysis_agentic_index: null },
          pricing: { price_1m_input_tokens: 1 },
        },
      ],
    });
    assert.deepEqual(page, {
      indexVersion: '4.1',
      hasMore: true,
      models: [
        {
          id: '0a',
          name: 'Anvil 7B (high)',
          slug: 'anvil-7b-high',
          creator: { name: 'Forge & Sons', slug: 'forge-&-sons' },
          scores: { artificial_analysis_intelligence_index: 31.4 },
        },
      ],
    });
  });

  it('reads the address on the Hub that the Pro tier gives', () => {
    const row = { id: 'a', name: 'A', slug: 'a', model_creator: { name: 'B', slug: 'b' }, evaluations: {} };
    const repositoryOf = (url: unknown) =>
      readModelPage({ data: [{ ...row, huggingface_url: url }] })?.models[0]?.repositoryId;
    assert.equal(repositoryOf('https://huggingface.co/acme/anvil-7b'), 'acme/anvil-7b');
    assert.equal(repositoryOf('https://hf.co/acme/anvil-7b/'), 'acme/anvil-7b');
    for (const other of [null, '', 'https://example.org/acme/anvil', 7]) assert.equal(repositoryOf(other), undefined);
  });

  it('reads the body of before, which has one page', () => {
    const page = readModelPage({
      status: 200,
      data: [
        {
          id: 'b',
          name: 'Hammer',
          slug: 'hammer',
          model_creator: { id: 'c', name: 'Acme', slug: 'acme' },
          evaluations: { artificial_analysis_math_index: 88, mmlu_pro: 0.791, aime: null },
          median_output_tokens_per_second: 100,
        },
      ],
    });
    assert.deepEqual(
      [page?.hasMore, page?.models[0]?.scores],
      [false, { artificial_analysis_math_index: 88, mmlu_pro: 0.791 }],
    );
  });

  it('takes anything, and leaves out what is no model', () => {
    assert.equal(readModelPage({ data: {} }), null);
    assert.deepEqual(readModelPage({ data: [null, 7, {}, { id: 'a' }] })?.models, []);
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.array(fc.dictionary(fc.constantFrom('id', 'name', 'slug', 'model_creator', 'evaluations'), fc.jsonValue())),
        (any, data) => {
          readModelPage(any);
          for (const model of readModelPage({ data })?.models ?? []) {
            for (const value of Object.values(model.scores)) assert.ok(Number.isFinite(value));
          }
        },
      ),
    );
  });
});

function model(name: string, more: Partial<MeasuredModel> = {}): MeasuredModel {
  const slug = name.toLowerCase().replace(/\W+/g, '-');
  return { id: slug, name, slug, creator: { name: 'Acme', slug: 'acme' }, scores: {}, ...more };
}

describe('the rows of a card', () => {
  const rows = [
    model('Anvil 7B'),
    model('Anvil 7B (high)', { repositoryId: 'acme/anvil-7b-thinking' }),
    model('Anvil 7B Preview'),
    model('Hammer', { creator: { name: 'Forge & Sons', slug: 'forge-sons' } }),
  ];
  const names = (found: readonly MeasuredModel[]) => found.map(({ name }) => name);

  it('are those that name its repository, before any name', () => {
    assert.deepEqual(names(rowsOfCard(rows, [{ name: 'Acme/Anvil-7B-Thinking', from: 'repository' }])), [
      'Anvil 7B (high)',
    ]);
  });

  it('are those with just the tokens of a sure name, at every effort', () => {
    assert.deepEqual(names(rowsOfCard(rows, [{ name: 'other/anvil-7b', from: 'repository' }])), [
      'Anvil 7B',
      'Anvil 7B (high)',
    ]);
    assert.deepEqual(rowsOfCard(rows, [{ name: 'Anvil 7B', from: 'heading' }]), []);
    assert.deepEqual(rowsOfCard(rows, [{ name: 'Anvil', from: 'model-index' }]), []);
  });

  it('are found by what is typed: just so first, then without the effort', () => {
    assert.deepEqual(names(rowsNamed(rows, 'anvil-7b')), ['Anvil 7B']);
    assert.deepEqual(names(rowsNamed(rows, 'Anvil-7B')), ['Anvil 7B']);
    assert.deepEqual(names(rowsNamed(rows.slice(1), 'Anvil_7B')), ['Anvil 7B (high)']);
    assert.deepEqual(rowsNamed(rows, 'nail'), []);
  });

  it('are narrowed by the creator, and ordered by how near they come', () => {
    assert.deepEqual(names(modelsOf(rows, 'FORGE-sons')), ['Hammer']);
    assert.deepEqual(names(modelsOf(rows, 'forge & sons')), ['Hammer']);
    assert.deepEqual(modelsOf(rows, 'forge'), []);
    assert.equal(nearestModels(rows, [{ name: 'Anvil 7B preview 2', from: 'heading' }])[0]?.name, 'Anvil 7B Preview');
    assert.equal(nearestModels(rows, []).length, rows.length);
  });
});

describe('scoreSource', () => {
  const scores = {
    artificial_analysis_intelligence_index: 31.4,
    gpqa_diamond: 0.748,
    hle: 0.087,
    tau2_telecom: 0.9,
    aa_omniscience_index: -12.5,
    aa_omniscience_accuracy: 0.31,
    gdpval_aa_elo: 1287,
    tomorrows_bench: 1e-7,
  };
  const list = { models: [model('Anvil 7B (high)', { scores })], indexVersion: '4.1' };
  const source = scoreSource(list, list.models, benchmarks);
  const [anvil] = source.models;
  assert.ok(anvil);

  it('keeps value and scale, and names the datasets that are known', () => {
    assert.deepEqual(
      toResults(anvil.drafts, COMMON).map(({ dataset, metric }) => [
        [dataset.name, dataset.type, dataset.config, dataset.split].filter(Boolean).join(' | '),
        metric.type,
        metric.value.text,
      ]),
      [
        ['Artificial Analysis Intelligence Index v4.1 | artificial-analysis-intelligence-index', 'index', '31.4'],
        ['GPQA Diamond | Idavidrein/gpqa | gpqa_diamond | train', 'accuracy', '0.748'],
        ["Humanity's Last Exam | cais/hle | test", 'accuracy', '0.087'],
        ['τ²-bench Telecom | tau2-bench-telecom', 'accuracy', '0.9'],
        ['AA-Omniscience | aa-omniscience', 'index', '-12.5'],
        ['AA-Omniscience | aa-omniscience', 'accuracy', '0.31'],
        ['GDPval-AA | gdpval-aa', 'elo', '1287'],
        ['tomorrows_bench | tomorrows_bench', 'score', '1e-7'],
      ],
    );
    assert.deepEqual(checkDrafts(anvil.drafts, COMMON), []);
  });

  it('says whose numbers they are and what was measured', () => {
    assert.equal(anvil.sourceUrl, 'https://artificialanalysis.ai/');
    assert.equal(anvil.sourceName, 'Artificial Analysis, API endpoint of Anvil 7B (high)');
    assert.match(source.warnings.join(), /API endpoints, not the uploaded weights/);
    assert.match(anvil.drafts.at(-1)?.notes.join(' ') ?? '', /new and not known here.*dataset id is made/);
    assert.deepEqual(anvil.drafts[1]?.notes, []);
  });
});
