import assert from 'node:assert/strict';
import { checkDrafts, toResults } from '../../../src/results/draftResults';
import { draftScores } from '../../../src/results/drafts';
import { DATASET_TYPE } from '../../../src/results/slug';
import type { DraftCommon, ScoreDraft } from '../../../src/results/types';
import type { Score } from '../../../src/tables/reading';
import { BENCHMARKS, merge } from './support';

const COMMON: DraftCommon = { taskType: 'text-generation', sourceUrl: '', sourceName: '' };

function score(
  name: string,
  values: string | readonly string[],
  parts: Partial<Score> & { part?: readonly string[] } = {},
): Score {
  const { part, ...rest } = parts;
  const texts = typeof values === 'string' ? [values] : values;
  const numbers = texts.map((text, index) => {
    const named = part?.[index];
    return { value: Number(text), text, ...(named !== undefined && { part: named }) };
  });
  return { name, numbers, row: 1, column: 2, line: 7, ...rest };
}

function drafts(...scores: readonly Score[]): readonly ScoreDraft[] {
  return draftScores({ name: 'M', scores: scores.map((one, row) => ({ ...one, row })) }, BENCHMARKS);
}

function draft(name: string, parts: Partial<Score> = {}): ScoreDraft {
  const [one] = drafts(score(name, '85.20', parts));
  assert.ok(one);
  return one;
}

describe('drafts of scores', () => {
  it('map known benchmarks to their dataset', () => {
    const { datasetId, config, split, metricType, name, value, notes } = draft('MMLU (5-shot)', { shots: 5 });
    assert.deepEqual([datasetId, config, split, metricType], ['cais/mmlu', 'all', 'test', 'accuracy']);
    assert.deepEqual([name, value, notes], ['MMLU (5-shot)', '85.20', []]);
  });

  it('know spelling variants, qualifiers and metrics in names', () => {
    const known = (name: string) => [draft(name).datasetId, draft(name).metricType, draft(name).split];
    assert.deepEqual(known('gsm-8k'), ['openai/gsm8k', 'accuracy', 'test']);
    assert.deepEqual(known('MATH-500 pass@1'), ['HuggingFaceH4/MATH-500', 'pass@1', 'test']);
    assert.deepEqual(known('MMLU-Pro (EM)'), ['TIGER-Lab/MMLU-Pro', 'exact_match', 'test']);
    assert.deepEqual(known('MMMU (val, CoT)'), ['MMMU/MMMU', 'accuracy', 'validation']);
    assert.deepEqual(known('GSM8K MAJ@100'), ['openai/gsm8k', 'maj@100', 'test']);
    assert.deepEqual(known('HumanEval +'), ['evalplus/humanevalplus', 'pass@1', 'test']);
    assert.equal(draft('MATH').datasetId, 'EleutherAI/hendrycks_math');
    assert.equal(draft('Math').datasetId, 'math');
  });

  it('give no dataset where the name may mean another one', () => {
    const id = (name: string, parts: Partial<Score> = {}) => draft(name, parts).datasetId;
    for (const name of ['HotpotQA', 'FEVER', 'FiQA', 'DBpedia', 'ClimateFEVER', 'Tatoeba']) {
      assert.deepEqual([id(name).includes('/'), draft(name).metricType], [false, 'score'], name);
    }
    for (const word of 'Click Mask Include Record Bold Blink Bright Drop Frames Ethics Race Pope Emma Superb'.split(
      ' ',
    )) {
      assert.equal(id(word), word.toLowerCase());
    }
    assert.equal(id('DROP'), 'EleutherAI/drop');
    assert.equal(id('NQ'), 'google-research-datasets/nq_open');
    assert.equal(id('NQ', { metric: 'nDCG@10' }), 'natural-questions');
    assert.equal(id('AMC23'), 'math-ai/amc23');
    assert.equal(id('SimpleQA Verified'), 'google/simpleqa-verified');
  });

  it('give a translation no dataset of the original', () => {
    const dataset = ({ datasetId, config, notes }: ScoreDraft) => [datasetId, config, notes.length];
    assert.deepEqual(dataset(draft('MMLU (fr)')), ['mmlu-fr', '', 1]);
    assert.deepEqual(dataset(draft('HellaSwag (German)')), ['hellaswag-german', '', 1]);
    assert.deepEqual(dataset(draft('MMLU (en)')), ['cais/mmlu', 'all', 0]);
    assert.deepEqual(dataset(draft('MGSM (de)')), ['juletxara/mgsm', '', 0]);
    assert.deepEqual(dataset(draft('MBPP (sanitized)')), ['google-research-datasets/mbpp', 'sanitized', 0]);
  });

  it('know the tasks of a retrieval suite with its tag, and Greek letters', () => {
    const id = (name: string) => draft(name).datasetId;
    assert.equal(id('MTEB STS12'), 'mteb/sts12-sts');
    assert.equal(id('MTEB NFCorpus'), 'mteb/nfcorpus');
    assert.equal(id('MTEB Banking77Classification'), 'mteb/banking77');
    assert.equal(id('MTEB BUCC (de-en)'), 'mteb/bucc-bitext-mining');
    assert.equal(id('π-bench'), 'pi-bench');
  });

  it('make an id that the Hub takes for the others, and say so', () => {
    for (const name of [
      'Secret Bench v2.1',
      'C++ (hard)',
      '中文推理',
      'ünïcöde',
      '...',
      '🤗',
      'a/b/c',
      '100%',
      '- x -',
    ]) {
      const { datasetId, notes } = draft(name);
      assert.match(datasetId, DATASET_TYPE);
      assert.equal(notes.length, 1, name);
    }
    assert.equal(draft('Secret Bench v2.1').datasetId, 'secret-bench-v2.1');
    assert.match(draft('中文推理').datasetId, /^benchmark-[0-9a-f]{8}$/);
    assert.equal(draft('中文推理').datasetId, draft(' 中文推理').datasetId);
    assert.notEqual(draft('中文推理').datasetId, draft('中文语言').datasetId);
    assert.match(draft('中文推理').notes[0] ?? '', /no Latin letter/);
  });

  it('take metric, shots, configuration, split and direction from the table', () => {
    const parts = {
      metric: 'EM',
      shots: 0,
      config: 'strict-match',
      split: 'dev',
      unit: '%',
      uncertainty: '0.3',
    } as const;
    const one = draft('GSM8K', { ...parts, higherIsBetter: true });
    assert.deepEqual(
      [one.metricType, one.metricName, one.shots, one.config, one.split, one.unit, one.uncertainty, one.higherIsBetter],
      ['exact_match', 'EM', '0', 'strict-match', 'dev', '%', '0.3', true],
    );
  });

  it('put metrics and parts under the benchmark of their group', () => {
    const [pass, stem, val] = drafts(
      score('pass@1', '1', { group: 'HumanEval' }),
      score('STEM', '2', { group: 'MMLU' }),
      score('val', '3', { group: 'RefCOCO' }),
    );
    assert.deepEqual(
      [pass?.name, pass?.datasetId, pass?.metricType],
      ['HumanEval', 'openai/openai_humaneval', 'pass@1'],
    );
    assert.deepEqual([stem?.name, stem?.datasetId, stem?.config], ['MMLU STEM', 'cais/mmlu', 'stem']);
    assert.deepEqual([val?.name, val?.split], ['RefCOCO val', 'validation']);
    assert.equal(draft('GSM8K', { group: 'MATH' }).name, 'GSM8K');
    assert.equal(draft('Secret', { group: 'Math' }).name, 'Secret');
  });

  it('name rows that only their section tells apart', () => {
    const named = drafts(
      score('Average', '1', { group: 'English' }),
      score('Average', '2', { group: 'Code' }),
      score('Other', '3', { group: 'Code' }),
    );
    assert.deepEqual(
      named.map(({ name }) => name),
      ['English Average', 'Code Average', 'Other'],
    );
  });

  it('name variants of a name in the same way', () => {
    const named = drafts(
      score('det (val)', '1', { group: 'COCO' }),
      score('det (test)', '2', { group: 'COCO' }),
      score('det', '3', { group: 'LVIS' }),
    );
    assert.deepEqual(
      named.map(({ name }) => name),
      ['COCO det (val)', 'COCO det (test)', 'LVIS det'],
    );
  });

  it('make a row of each number of a pair, included where the header names it', () => {
    const named = drafts(score('MNLI', ['85.2', '83.1'], { part: ['matched', 'mismatched'] }));
    assert.deepEqual(
      named.map(({ id, name, config, include }) => [id, name, config, include]),
      [
        ['0:2:0', 'MNLI (matched)', 'mnli_matched', true],
        ['0:2:1', 'MNLI (mismatched)', 'mnli_mismatched', true],
      ],
    );
    const unnamed = drafts(score('QQP', ['85.2', '83.1']));
    assert.ok(unnamed.every(({ include, notes }) => !include && notes.length > 0));
    assert.deepEqual(toResults(unnamed, COMMON), []);
  });

  it('include only the first of rows that contradict each other', () => {
    const rows = drafts(score('Secret', '1'), score('secret', '2'), score('Secret', '1.0'));
    assert.deepEqual(
      rows.map(({ include }) => include),
      [true, false, true],
    );
  });
});

describe('checking drafts', () => {
  const problems = (change: Partial<ScoreDraft>, common: Partial<DraftCommon> = {}) =>
    checkDrafts([{ ...draft('MMLU'), ...change }], { ...COMMON, ...common }).map(({ field }) => field);

  it('finds what the Hub would refuse, in included rows only', () => {
    assert.deepEqual(problems({}), []);
    assert.deepEqual(problems({ datasetId: 'a dataset' }), ['datasetId']);
    assert.deepEqual(problems({ datasetId: 'a/b/c' }), ['datasetId']);
    assert.deepEqual(problems({ name: ' ', metricType: '', shots: 'five' }), ['name', 'metricType', 'shots']);
    for (const value of ['', 'NaN', 'inf', '1_000', '85,2', '85.2%', '0x1'])
      assert.deepEqual(problems({ value }), ['value']);
    assert.deepEqual(problems({ value: 'NaN', include: false }), []);
  });

  it('finds rows that say the same with another value', () => {
    const rows = [draft('MMLU'), { ...draft('mmlu'), id: '9:9', value: '1' }];
    assert.deepEqual(
      checkDrafts(rows, COMMON).map(({ id, field }) => [id, field]),
      [['9:9', 'name']],
    );
  });

  it('sees through blanks and leading zeros, as the writer does', () => {
    const rows = ['5', '5 ', '05', ' 5'].map((shots, index) => ({
      ...draft('MMLU'),
      id: String(index),
      value: `${String(index)}.5`,
      shots,
      config: index === 3 ? 'all ' : 'all',
    }));
    assert.deepEqual(
      checkDrafts(rows, COMMON).map(({ id }) => id),
      ['1', '2', '3'],
    );
    const [first, ...others] = rows.map((row) => toResults([{ ...row, value: ' 1.5' }], COMMON)[0]);
    assert.equal(first?.shots, 5);
    for (const other of others) assert.deepEqual(other, first);
  });

  it('checks what all rows share', () => {
    assert.deepEqual(problems({}, { taskType: ' ' }), ['taskType']);
    for (const sourceUrl of ['example.org', 'javascript:x', 'ftp://example.org']) {
      assert.deepEqual(problems({}, { sourceUrl }), ['sourceUrl'], sourceUrl);
    }
    assert.deepEqual(problems({}, { sourceUrl: 'https://example.org', sourceName: 'x' }), []);
  });
});

describe('results of drafts', () => {
  it('keep digits and uncertainty, and write no source without an address', () => {
    const [result] = toResults([draft('GSM8K', { shots: 8, uncertainty: '0.3' })], { ...COMMON, sourceName: 'Card' });
    assert.ok(result);
    assert.deepEqual(result.metric.value, { number: 85.2, text: '85.20' });
    assert.deepEqual([result.shots, result.standardError, result.source], [8, '0.3', undefined]);
    const { text } = merge('', [result]);
    assert.match(text, /value: 85\.20\n/);
    assert.doesNotMatch(text, /0\.3|source/);
  });

  it('carry the source', () => {
    const [result] = toResults([draft('GSM8K')], { taskType: 'x', sourceUrl: ' https://a.example ', sourceName: 'A' });
    assert.deepEqual(result?.source, { url: 'https://a.example', name: 'A' });
    assert.equal(result.task.type, 'x');
  });
});
