import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readRun } from '../../../../src/results/runs/readRun';
import { BENCHMARKS } from '../support';
import { MemoryFile, Method, refusal, rows, run, zip } from './support';

const LIGHTEVAL = {
  config_general: {
    lighteval_sha: '?',
    max_samples: null,
    model_config: { model_name: 'acme/anvil', revision: 'main', dtype: 'bfloat16' },
    model_name: 'acme/anvil',
  },
  results: {
    'gsm8k|5': { extractive_match: 0.4215, extractive_match_stderr: 0.0136 },
    'math_500|0': { 'pass@k:k=1&n=1': 0.25 },
    'mmlu:astronomy|5': { em: 0.5 },
    'mmlu:virology|5': { em: 0.75 },
    'mmlu:_average|5': { em: 0.625, em_stderr: 0.1 },
    all: { em: 0.6 },
  },
  config_tasks: {
    'gsm8k|5': {
      hf_repo: 'openai/gsm8k',
      hf_subset: 'main',
      hf_revision: '0123456',
      evaluation_splits: ['test'],
      metrics: [{ metric_name: 'extractive_match', higher_is_better: true }],
      effective_num_docs: 1319,
      original_num_docs: 1319,
    },
    'mmlu:astronomy|5': { hf_repo: 'lighteval/mmlu', hf_subset: 'astronomy', evaluation_splits: ['test'] },
    'mmlu:virology|5': { hf_repo: 'lighteval/mmlu', hf_subset: 'virology', evaluation_splits: ['test'] },
  },
};

const LM_EVAL_03 = {
  results: {
    arc_challenge: { acc: 0.5, acc_stderr: 0.01, acc_norm: 0.55, acc_norm_stderr: 'N/A' },
    wikitext: { word_perplexity: 12.5 },
  },
  versions: { arc_challenge: 0, wikitext: 1 },
  config: {
    model: 'hf-causal',
    model_args: 'pretrained=acme/anvil,revision=abcdef0,dtype=float16',
    num_fewshot: 25,
    limit: null,
  },
};

const INSPECT = {
  version: 2,
  status: 'success',
  eval: {
    task: 'inspect_evals/mmlu_5_shot',
    dataset: { name: 'mmlu', location: 'cais/mmlu', samples: 2 },
    model: 'hf-inference-providers/acme/anvil:together',
    model_args: { api_key: 'never shown' },
    config: { epochs: 2 },
    packages: { inspect_ai: '0.3.285' },
  },
  results: {
    total_samples: 4,
    completed_samples: 4,
    scores: [
      {
        name: 'choice',
        metrics: { accuracy: { name: 'accuracy', value: 0.5 }, stderr: { name: 'stderr', value: 0.2 } },
      },
      {
        name: 'checked',
        metrics: {
          prompt_acc: { name: 'prompt_acc', value: 0.4 },
          prompt_stderr: { name: 'prompt_stderr', value: 0.1 },
          std: { name: 'std', value: 0.3 },
          hard: { mean: { name: 'mean', value: 0.25 } },
        },
      },
    ],
  },
  stats: { completed_at: '2026-11-20T10:00:00+00:00' },
};

const OWN = {
  format: 'model-card-results/1',
  model: 'acme/anvil',
  model_source: 'hub',
  revision: 'a'.repeat(40),
  framework: 'inspect',
  framework_version: '0.3.285',
  backend: 'vllm',
  provider: null,
  started: '2026-11-20T09:00:00Z',
  finished: '2026-11-20T10:00:00Z',
  settings: {},
  files: [],
  results: [
    {
      task: 'gsm8k',
      dataset: { id: 'openai/gsm8k', config: 'main', split: 'test', revision: null },
      metric: 'accuracy',
      scorer: 'match',
      value: 0.5,
      stderr: 0.05,
      higher_is_better: true,
      shots: 10,
      samples: 100,
      partial: true,
    },
  ],
};

describe('reading result files', () => {
  it('takes lighteval, with one row for an average and what its parts share', async () => {
    const read = await run('results_2026-11-20T09-30-00.123456.json', LIGHTEVAL);
    assert.deepEqual(rows(read), [
      'GSM8K openai/gsm8k main test 0123456 | 5-shot | exact_match "extractive_match (lighteval)" | 0.4215 ± 0.0136 | n=1319 | up',
      'MATH-500 HuggingFaceH4/MATH-500 - test - | 0-shot | pass@1 "pass@k:k=1&n=1 (lighteval)" | 0.25 ± -',
      'MMLU Astronomy lighteval/mmlu astronomy test - | 5-shot | exact_match "em (lighteval)" | 0.5 ± - | part of mmlu',
      'MMLU Virology lighteval/mmlu virology test - | 5-shot | exact_match "em (lighteval)" | 0.75 ± - | part of mmlu',
      'MMLU lighteval/mmlu - test - | 5-shot | exact_match "em (lighteval)" | 0.625 ± -',
    ]);
    assert.deepEqual(
      [read.sourceName, read.model, read.results[0]?.result.date],
      ['lighteval', 'acme/anvil', '2026-11-20'],
    );
    assert.deepEqual(read.results[0]?.result.run, { framework: 'lighteval', notes: 'bfloat16' });
  });

  it('leaves the zeros that lighteval fills in where tasks of one suite differ in their metrics', async () => {
    const task = (...metrics: readonly string[]) => ({ metrics: metrics.map((name) => ({ metric_name: name })) });
    const read = await run('r.json', {
      config_general: {},
      results: {
        'sums:chosen|2': { acc: 0, f1: 0.5 },
        'sums:written|2': { em: 0.25, acc: 0, f1: 0.25 },
        'sums:_average|2': { acc: 0, em: 0.125, f1: 0.375 },
        'sums:written|0': { em: 0 },
      },
      config_tasks: {
        'sums:chosen|2': task('acc', 'f1'),
        'sums:written|2': task('em', 'f1'),
        'sums:written|0': task('em'),
      },
    });
    assert.deepEqual(rows(read), [
      'sums:chosen sums-chosen - - - | 2-shot | accuracy "acc (lighteval)" | 0 ± -',
      'sums:chosen sums-chosen - - - | 2-shot | f1 "f1 (lighteval)" | 0.5 ± - | part of sums',
      'sums:written sums-written - - - | 2-shot | exact_match "em (lighteval)" | 0.25 ± -',
      'sums:written sums-written - - - | 2-shot | f1 "f1 (lighteval)" | 0.25 ± - | part of sums',
      'sums sums - - - | 2-shot | f1 "f1 (lighteval)" | 0.375 ± -',
      'sums:written sums-written - - - | 0-shot | exact_match "em (lighteval)" | 0 ± -',
    ]);
  });

  it('takes the direction of each of several metrics under one description', async () => {
    const direction = { accuracy: true, calibration_error: false };
    const read = await run('r.json', {
      config_general: {},
      results: { 'hle|0': { accuracy: 0.1, calibration_error: 0.8 } },
      config_tasks: { 'hle|0': { metrics: [{ metric_name: Object.keys(direction), higher_is_better: direction }] } },
    });
    assert.deepEqual(
      read.results.map(({ result: { metric } }) => [metric.type, metric.higherIsBetter]),
      Object.entries(direction),
    );
  });

  it('takes lighteval up to 0.11, whose keys begin with a suite', async () => {
    const sha = 'b'.repeat(40);
    const read = await run('results.json', {
      config_general: { lighteval_sha: sha, model_sha: 'c'.repeat(40), model_dtype: 'torch.float16', max_samples: 10 },
      results: { 'leaderboard|arc:challenge|25|0': { acc_norm: 0.5, acc_norm_stderr: 0.1 }, all: { acc_norm: 0.5 } },
      config_tasks: {
        'leaderboard|arc:challenge': { hf_repo: 'ai2_arc', hf_subset: 'ARC-Challenge', evaluation_splits: ['test'] },
      },
    });
    assert.deepEqual(rows(read), [
      'ARC-Challenge ai2_arc ARC-Challenge test - | 25-shot | acc_norm "acc_norm (lighteval)" | 0.5 ± 0.1 | partial: at most 10 samples',
    ]);
    const { run: setting } = read.results[0]!.result;
    assert.deepEqual(setting, {
      framework: 'lighteval',
      version: 'bbbbbbb',
      modelRevision: 'c'.repeat(40),
      notes: 'float16',
    });
  });

  it('cuts what only a program knows out of the name of a metric', async () => {
    const key = 'maj@n:n=4&strip_strings=True&normalize_pred=<function math_normalizer at 0x7f00aa>';
    const read = await run('r.json', { config_general: {}, results: { 'math:algebra|4': { [key]: 0.5 } } });
    assert.equal(read.results[0]?.result.metric.name, 'maj@n:n=4 (lighteval)');
    assert.equal(read.results[0].result.metric.type, 'maj@4');
  });

  it('takes lm-eval up to 0.3, whose keys have no filter', async () => {
    const read = await run('r_2023-06-01.json', LM_EVAL_03);
    assert.deepEqual(rows(read), [
      'ARC-Challenge allenai/ai2_arc ARC-Challenge test - | 25-shot | accuracy "acc (lm-eval)" | 0.5 ± 0.01',
      'ARC-Challenge allenai/ai2_arc ARC-Challenge test - | 25-shot | acc_norm "acc_norm (lm-eval)" | 0.55 ± -',
      'WikiText-2 Salesforce/wikitext wikitext-2-raw-v1 test - | 25-shot | perplexity "word_perplexity (lm-eval)" | 12.5 ± -',
    ]);
    const { date, run: setting } = read.results[0]!.result;
    assert.deepEqual(
      [read.model, date, setting?.modelRevision, setting?.notes],
      ['acme/anvil', '2023-06-01', 'abcdef0', 'float16'],
    );
  });

  it('takes logs of inspect, with their scorers, groups, providers and epochs, and no argument of the model', async () => {
    const read = await run('log.json', { ...INSPECT, samples: [{ id: 1 }] });
    assert.deepEqual(rows(read), [
      'MMLU cais/mmlu - - - | 5-shot | accuracy "accuracy, choice (inspect-ai)" | 0.5 ± 0.2 | n=2',
      'MMLU cais/mmlu - - - | 5-shot | prompt_acc "prompt_acc, checked (inspect-ai)" | 0.4 ± 0.1 | n=2',
      'MMLU cais/mmlu - - - | 5-shot | hard/mean "hard/mean, checked (inspect-ai)" | 0.25 ± - | n=2',
    ]);
    assert.deepEqual([read.model, read.results[0]?.result.run?.notes], ['acme/anvil', 'served by together']);
    assert.doesNotMatch(JSON.stringify(read), /never shown/);
  });

  it('tells the groups of samples and the ways of counting in logs of inspect apart', async () => {
    const grouped = (of: string, name: string, value: number, key = 'kind') => ({
      name,
      group: 'grouped',
      value,
      params: { metric: { name: of }, group_key: key },
    });
    const byKind = {
      even: grouped('accuracy', 'even', 0.6),
      odd: grouped('accuracy', 'odd', 0.8),
      all: grouped('accuracy', 'all', 0.7),
      even2: grouped('stderr', 'even', 0.06),
      all2: grouped('stderr', 'all', 0.07),
      odd2: grouped('accuracy', 'odd', 0.1, 'level'),
      all3: grouped('accuracy', 'all', 0.7, 'level'),
    };
    const counted = (reducer: string, value: number) => ({
      name: 'verify',
      reducer,
      metrics: { accuracy: { name: 'accuracy', value }, bootstrap_stderr: { name: 'bootstrap_stderr', value: 0.01 } },
    });
    const scores = [{ name: 'match', metrics: byKind }, counted('mean', 0.3), counted('pass_at_2', 0.5)];
    const log = { ...INSPECT, results: { ...INSPECT.results, scores } };
    const told = rows(await run('log.json', log)).map((row) => row.split(' | ').slice(2).join(' | '));
    assert.deepEqual(told, [
      'accuracy "accuracy, even, match (inspect-ai)" | 0.6 ± 0.06 | part of mmlu',
      'accuracy "accuracy, odd, match (inspect-ai)" | 0.8 ± - | part of mmlu',
      'accuracy "accuracy, match (inspect-ai)" | 0.7 ± 0.07 | n=2',
      'accuracy "accuracy, odd2, match (inspect-ai)" | 0.1 ± - | part of mmlu',
      'accuracy "accuracy, verify (inspect-ai)" | 0.3 ± 0.01 | n=2',
      'accuracy "accuracy, verify, pass_at_2 (inspect-ai)" | 0.5 ± 0.01 | n=2',
    ]);
  });

  it('marks every run that is not the whole, and says what else is amiss', async () => {
    const partial = async (change: object) => {
      const { results, warnings } = await run('log.json', { ...INSPECT, ...change });
      return [results[0]?.extent, ...warnings.map((one) => one.split(/[,;]/)[0])];
    };
    const config = (extra: object) => ({ eval: { ...INSPECT.eval, config: { epochs: 2, ...extra } } });
    assert.deepEqual(await partial({}), [undefined]);
    assert.deepEqual(await partial(config({ limit: 2 })), ['incomplete']);
    assert.deepEqual(await partial(config({ sample_id: [1] })), ['incomplete']);
    assert.deepEqual(await partial({ invalidated: true }), ['incomplete', 'The log was marked as invalid']);
    assert.deepEqual(await partial({ status: 'cancelled' }), ['incomplete', 'The run ended as "cancelled"']);
    const shorter = { results: { ...INSPECT.results, total_samples: 2, completed_samples: 2 } };
    assert.deepEqual(await partial(shorter), ['1 of 2 samples']);
  });

  it('takes what our own scripts write', async () => {
    const read = await run('ours.json', OWN);
    assert.deepEqual(rows(read), [
      'GSM8K openai/gsm8k main test - | 10-shot | accuracy "accuracy, match (inspect-ai)" | 0.5 ± 0.05 | n=100 | up | partial: 100 samples',
    ]);
    const { date, run: setting } = read.results[0]!.result;
    assert.equal(date, '2026-11-20');
    assert.deepEqual(setting, {
      framework: 'inspect-ai',
      version: '0.3.285',
      modelRevision: 'a'.repeat(40),
      notes: 'vllm',
    });
    const [whole] = OWN.results;
    const hard = { ...whole, group: 'hard', value: 0.25, stderr: null, samples: null };
    assert.equal(
      rows(await run('ours.json', { ...OWN, results: [whole, hard] }))[1],
      'GSM8K openai/gsm8k main test - | 10-shot | accuracy "accuracy, hard, match (inspect-ai)" | 0.25 ± - | up | part of gsm8k | partial: incomplete',
    );
    const server = await run('ours.json', { ...OWN, model_source: 'server' });
    assert.equal(server.results[0]?.result.run?.modelRevision, undefined);
  });

  it('tolerates the numbers that only Python writes, and leaves them out', async () => {
    const text = JSON.stringify(LM_EVAL_03)
      .replace('0.5,', 'NaN,')
      .replace('12.5', '-Infinity')
      .replace('hf-causal', 'a \\"NaN\\" \\\\');
    assert.deepEqual(rows(await run('r.json', text)), [
      'ARC-Challenge allenai/ai2_arc ARC-Challenge test - | 25-shot | acc_norm "acc_norm (lm-eval)" | 0.55 ± -',
    ]);
  });

  it('tells no day where a file has none that is one', async () => {
    const days = [
      await run('r.json', { ...LM_EVAL_03, date: 1e300 }),
      await run('r.json', { ...LM_EVAL_03, date: -1e13 }),
      await run('log.json', { ...INSPECT, stats: { completed_at: 'yesterday' } }),
      await run('ours.json', { ...OWN, finished: 'at last' }),
      await run('r.json', { ...LM_EVAL_03, date: 1e9 }),
    ].map(({ results }) => results[0]?.result.date);
    assert.deepEqual(days, [undefined, undefined, undefined, undefined, '2001-09-09']);
  });

  it('are taken from the end of a log that was saved as text', async () => {
    const own = { tool: 'x' };
    const log = (json: unknown) =>
      `Loading the model.\n-----BEGIN MODEL CARD RESULTS-----\n${JSON.stringify(json)}\n-----END MODEL CARD RESULTS-----\nDone.\n`;
    assert.deepEqual(rows(await run('job.log', log(LIGHTEVAL))), rows(await run('results.json', LIGHTEVAL)));
    assert.match(await refusal('job.log', log(own)), /^job\.log is no result file that is known here/);
  });

  it('says in one sentence what is no result file', async () => {
    assert.match(await refusal('a.txt', 'Hello'), /^a\.txt is no result file: it is neither JSON nor a log/);
    assert.match(await refusal('a.json', '{"a":'), /^a\.json is no result file: its JSON is broken/);
    assert.match(await refusal('a.json', '[]'), /^a\.json is no result file/);
    assert.match(
      await refusal('a.json', '{"a": 1}'),
      /^a\.json is no result file that is known here; those of lighteval/,
    );
    assert.match(await refusal('a.json', { ...LIGHTEVAL, results: {} }), /^a\.json holds no values/);
    assert.match(await refusal('empty.json', ''), /^empty\.json is empty; look whether the run ended well\.$/);
    const wide = Buffer.from(`\ufeff${JSON.stringify(LIGHTEVAL)}`, 'utf16le');
    assert.match(await refusal('a.json', wide), /^a\.json is in UTF-16, as PowerShell writes; save it as UTF-8 first/);
    const started = { ...INSPECT, status: 'started', results: undefined };
    assert.match(await refusal('a.json', started), /^a\.json has no results yet/);
    const unscored = { ...INSPECT, results: { scores: [] } };
    assert.match(await refusal('a.json', unscored), /^a\.json has no scores/);
  });

  describe('of archives', () => {
    const header = JSON.stringify(INSPECT);
    const log = (method: number, size?: number) =>
      zip([
        { name: 'samples/1_epoch_1.json', content: 'x'.repeat(300_000), method: Method.stored },
        { name: 'header.json', content: header, method, ...(size !== undefined && { size }) },
      ]);

    for (const [name, method] of Object.entries(Method).filter(([name]) => name !== 'bzip2')) {
      it(`takes entries that are ${name}`, async () => {
        assert.equal((await run('log.eval', log(method))).results.length, 3);
      });
    }

    it('reads nothing of the samples', async () => {
      const samples = { name: 'samples/1.json', content: Buffer.alloc(8_000_000), method: Method.stored };
      const file = new MemoryFile(
        'log.eval',
        zip([samples, { name: 'header.json', content: header, method: Method.deflate }]),
      );
      assert.equal((await readRun(file, BENCHMARKS)).kind, 'run');
      assert.ok(file.asked < 1_000_000, `${file.asked} bytes`);
    });

    it('inflates nothing that is too large, or larger than it says', async () => {
      assert.match(await refusal('log.eval', log(Method.deflate, 2 ** 31)), /^log\.eval holds more than 32 MB/);
      assert.match(await refusal('log.eval', log(Method.deflate, 10)), /^log\.eval is cut off or damaged/);
      assert.match(
        await refusal('log.eval', log(Method.zstandard, 10)),
        /^log\.eval is (?:cut off or damaged|no result file)/,
      );
    });

    it('says what it cannot read', async () => {
      assert.match(await refusal('log.eval', log(Method.bzip2)), /^log\.eval is compressed by method 12/);
      assert.match(await refusal('a.eval', zip([])), /^a\.eval is no result file/);
      const crashed = zip([{ name: '_journal/start.json', content: '{}', method: Method.stored }]);
      assert.match(await refusal('log.eval', crashed), /^log\.eval has no results: .* did not end; run it again\.$/);
      const whole = log(Method.deflate);
      assert.match(await refusal('log.eval', whole.subarray(0, whole.length - 30)), /^log\.eval is cut off or damaged/);
    });

    it('ends in a run or a sentence, whatever is damaged', async () => {
      const whole = [Method.stored, Method.deflate, Method.zstandard].map((method) => log(method).subarray(300_000));
      const changes = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), {
        minLength: 1,
        maxLength: 5,
      });
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...whole), changes, async (bytes, changed) => {
          const damaged = Buffer.from(bytes);
          for (const [at, value] of changed) damaged[Math.floor(at * (damaged.length - 1))] = value;
          const read = await readRun(new MemoryFile('log.eval', damaged), BENCHMARKS);
          assert.match(read.kind === 'run' ? 'run' : read.message, /^run$|^log\.eval .*\.$/s);
        }),
        { numRuns: 500 },
      );
    });
  });

  describe('of logs that are long', () => {
    it('stops at the samples, wherever a chunk ends', async () => {
      for (const padding of [0, 262_144 - 900, 262_144 - 1_200, 600_000]) {
        const { version, status, ...rest } = INSPECT;
        const json = {
          version,
          metadata: { samples: ['"', '\\'], padding: 'é\\"'.repeat(padding / 4) },
          status,
          ...rest,
        };
        const text = `\ufeff${JSON.stringify({ ...json, samples: [] }).replace(/\]\}$/, '')}${' {"x": "]"},'.repeat(200_000)}`;
        const file = new MemoryFile('log.json', text);
        const read = await readRun(file, BENCHMARKS);
        assert.equal(read.kind, 'run', String(padding));
        assert.ok(file.asked < file.size - 500_000);
      }
    });

    it('is not misled by another key of that name', async () => {
      const json = { samples: 3, ...INSPECT, eval: { ...INSPECT.eval, samples: [1] } };
      assert.equal((await run('log.json', json)).results.length, 3);
    });

    it('gives up on what has no samples and no end', async () => {
      const endless = {
        name: 'big.json',
        size: 1e9,
        read: (_at: number, length: number) => Promise.resolve(Buffer.alloc(length, '[')),
      };
      const read = await readRun(endless, BENCHMARKS);
      assert.match(read.kind === 'problem' ? read.message : '', /^big\.json holds more than 32 MB/);
    });
  });
});
