import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Run } from '../../../../src/results/runs/readRun';
import { refusal, rows, run } from './support';

/** Files of real runs; they lie beside the checkout where there are any. */
const SAMPLES = '../shared/facts/samples';
const INSPECT_WHOLE = [
  'tiny_gsm tiny_gsm - - - | - | accuracy "accuracy, match (inspect-ai)" | 0.5 ± 0.22360679774997896 | n=6',
];
const TINY = 'my-org/tiny-dataset default test -';

/** The values of each file, in the order of the file. lighteval's error of an average is the mean of its parts', so none. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'lighteval_0.13.0_results.json': [
    `acmegen ${TINY} | 0-shot | exact_match "em (lighteval)" | 0 ± 0 | up`,
    `acme:a ${TINY} | 2-shot | accuracy "acc (lighteval)" | 0.4166666666666667 ± 0.1486470975026408 | up | part of acme`,
    `acme:b ${TINY} | 2-shot | accuracy "acc (lighteval)" | 0.4166666666666667 ± 0.1486470975026408 | up | part of acme`,
    `acme ${TINY} | 2-shot | accuracy "acc (lighteval)" | 0.4166666666666667 ± - | up`,
  ],
  'lighteval_0.13.0_results_max_samples4.json': [
    `acme:a ${TINY} | 0-shot | accuracy "acc (lighteval)" | 0.5 ± 0.28867513459481287 | up | part of acme | partial: at most 4 samples`,
    `acme:b ${TINY} | 0-shot | accuracy "acc (lighteval)" | 0.5 ± 0.28867513459481287 | up | part of acme | partial: at most 4 samples`,
    `acme ${TINY} | 0-shot | accuracy "acc (lighteval)" | 0.5 ± - | up | partial: at most 4 samples`,
  ],
  // One sample has no standard error.
  'lighteval_0.13.0_results_max_samples1.json': [
    `acmegen ${TINY} | 0-shot | exact_match "em (lighteval)" | 0 ± - | up | partial: at most 1 sample`,
    `acme:a ${TINY} | 0-shot | accuracy "acc (lighteval)" | 0 ± - | up | part of acme | partial: at most 1 sample`,
    `acme:b ${TINY} | 0-shot | accuracy "acc (lighteval)" | 0 ± - | up | part of acme | partial: at most 1 sample`,
    `acme ${TINY} | 0-shot | accuracy "acc (lighteval)" | 0 ± - | up | partial: at most 1 sample`,
  ],
  'inspect_0.3.260_success.json': INSPECT_WHOLE,
  'inspect_0.3.260_success.eval': INSPECT_WHOLE,
  'inspect_0.3.260_limit3.json': [
    'tiny_gsm tiny_gsm - - - | - | accuracy "accuracy, match (inspect-ai)" | 0.3333333333333333 ± 0.33333333333333337 | n=3 | partial: 3 of 6 samples',
  ],
  'lm_eval_0.4.13_results.json': [
    'tiny tiny - - - | 0-shot | accuracy "acc (lm-eval)" | 0.5 ± 0.16666666666666669 | n=10 | up | partial: 10 samples',
    'tiny_mc tiny_mc - - - | 0-shot | accuracy "acc (lm-eval)" | 0.5 ± 0.16666666666666666 | n=10 | up | part of tiny | partial: 10 of 12 samples',
    'tiny_mc tiny_mc - - - | 0-shot | acc_norm "acc_norm (lm-eval)" | 0.4 ± 0.16329931618554522 | n=10 | up | partial: 10 of 12 samples',
    'tiny_gen tiny_gen - - - | 0-shot | exact_match "exact_match, strict-match (lm-eval)" | 0 ± 0 | n=10 | up | partial: 10 of 12 samples',
    'tiny_gen tiny_gen - - - | 0-shot | exact_match "exact_match, flexible-extract (lm-eval)" | 0 ± 0 | n=10 | up | partial: 10 of 12 samples',
  ],
};

/** What each file says of the whole run: source, model, day and setting. */
const RUNS: Readonly<Record<string, readonly (string | undefined)[]>> = {
  'lighteval_0.13.0_results.json': ['lighteval', 'acme/tiny-llama', undefined, 'float32'],
  'inspect_0.3.260_success.eval': ['inspect-ai 0.3.260', 'model', '2026-11-23', undefined],
  'lm_eval_0.4.13_results.json': ['lm-eval 0.4.13', 'acme/tiny-model', '2026-11-23', undefined],
};

describe('result files of real runs', () => {
  before(function () {
    if (!existsSync(SAMPLES)) this.skip();
  });

  for (const [name, expected] of Object.entries(VALUES)) {
    it(`tell their values: ${name}`, async () => assert.deepEqual(rows(await sample(name)), expected));
  }

  for (const [name, expected] of Object.entries(RUNS)) {
    it(`tell how they came to be: ${name}`, async () => {
      const { sourceName, model, results, warnings } = await sample(name);
      const { date, run: setting } = results[0]!.result;
      assert.deepEqual([sourceName, model, date, setting?.notes], expected);
      assert.deepEqual(warnings, []);
    });
  }

  it('tell why a run failed, by the status that the framework gave it', async () => {
    const message = await refusal('error.json', readFileSync(join(SAMPLES, 'inspect_0.3.260_error.json')));
    assert.match(message, /^error\.json has no results, since the run failed \(RuntimeError\('Server process exited/);
  });

  it('are told from other JSON', async () => {
    for (const name of ['lighteval_0.13.0_tasks.json', 'inspect_evals_0.26.0_tasks.json']) {
      assert.match(await refusal(name, readFileSync(join(SAMPLES, name))), / is no result file/);
    }
  });
});

function sample(name: string): Promise<Run> {
  return run(name, readFileSync(join(SAMPLES, name)));
}
