import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type Benchmark, nameKey, parseBenchmarks } from '../../../src/results/benchmarks';
import { knownMetricType, metricType } from '../../../src/results/metrics';
import { DATASET_TYPE } from '../../../src/results/slug';
import { BENCHMARKS } from './support';

const { benchmarks } = JSON.parse(readFileSync('media/data/benchmarks.json', 'utf8')) as {
  readonly benchmarks: readonly Benchmark[];
};

describe('the list of benchmarks', () => {
  it('names each benchmark once, in every spelling', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const { name, aliases = [] } of benchmarks) {
      for (const key of new Set([name, ...aliases].map(nameKey))) {
        const owner = owners.get(key);
        if (owner !== undefined) clashes.push(`${owner} and ${name}: ${key}`);
        owners.set(key, name);
      }
    }
    assert.deepEqual(clashes, []);
  });

  it('holds no alias that only spells another one of the same benchmark', () => {
    const repeated = benchmarks.flatMap(({ name, exactName, aliases = [] }) => {
      const keys = [...(exactName ? [] : [name]), ...aliases].map(nameKey);
      return keys.length === new Set(keys).size ? [] : [name];
    });
    assert.deepEqual(repeated, []);
  });

  it('holds only ids that the Hub takes, and metrics that are known', () => {
    for (const { name, dataset, otherDatasets = [], metric, config, split } of benchmarks) {
      for (const id of [dataset ?? 'x', ...otherDatasets]) assert.match(id, DATASET_TYPE, name);
      if (metric !== undefined) assert.equal(knownMetricType(metric), metric, name);
      if (config !== undefined || split !== undefined) assert.ok(dataset, name);
    }
    assert.ok(benchmarks.filter(({ dataset }) => dataset !== undefined).length > 300);
  });

  it('is found by name, and by dataset and configuration', () => {
    assert.equal(BENCHMARKS.named('ai2 reasoning challenge')?.name, 'ARC-Challenge');
    assert.equal(BENCHMARKS.of('ai2_arc', 'ARC-Easy')?.name, 'ARC-Easy');
    assert.equal(BENCHMARKS.of('allenai/ai2_arc'), undefined);
    assert.equal(BENCHMARKS.of('Idavidrein/gpqa', 'diamond')?.name, 'GPQA Diamond');
    assert.equal(BENCHMARKS.of('Idavidrein/gpqa')?.name, 'GPQA');
    assert.equal(BENCHMARKS.of('glue', 'sst2')?.name, 'SST-2');
    assert.equal(BENCHMARKS.of('gsm8k', 'main')?.name, 'GSM8K');
    assert.equal(BENCHMARKS.of('cais/mmlu')?.name, 'MMLU');
    assert.equal(BENCHMARKS.named('mmlu_abstract_algebra')?.config, 'abstract_algebra');
    assert.equal(BENCHMARKS.of('text-generation'), undefined);
  });

  it('leaves out what is no benchmark', () => {
    for (const json of [null, 1, {}, { benchmarks: [{}, null, { name: 1 }, { name: 'a', aliases: 'b' }] }]) {
      assert.equal(parseBenchmarks(json).named('a'), undefined);
    }
  });
});

describe('metric types', () => {
  it('are the known ones for the names that tables use', () => {
    const cases = {
      Acc: 'accuracy',
      'Acc.': 'accuracy',
      EM: 'exact_match',
      'Pass@1': 'pass@1',
      'ROUGE-L': 'rougeL',
      WER: 'wer',
    };
    for (const [name, type] of Object.entries({
      ...cases,
      'F1 score': 'f1',
      'normalized accuracy': 'acc_norm',
      'nDCG@10': 'ndcg_at_10',
    })) {
      assert.equal(metricType(name), type);
    }
  });

  it('are made from other names', () => {
    assert.equal(metricType('My Own Score (v2)'), 'my_own_score_v2');
    assert.equal(metricType('...'), 'score');
    for (const name of ['ASR', 'SR', 'GPT-4', 'Correct']) assert.equal(metricType(name), name.toLowerCase());
  });
});
