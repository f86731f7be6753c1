import assert from 'node:assert/strict';
import { readEvaluateOptions } from '../../../../src/cli/evaluateOptions';
import { evaluateArguments, evaluateCommand } from '../../../../src/editor/evaluations/evaluateCommand';
import { HERE, IN_JOB } from './planned';

describe('the command of a run', () => {
  it('is one line for a shell', () => {
    assert.equal(
      evaluateCommand(HERE, 'linux'),
      "model-card evaluate --where local --model=acme/anvil --revision=8f3c --framework=lighteval --backend=vllm '--tasks=gsm8k|5,mmlu' " +
        String.raw`--limit=10 '--system-prompt=don'\''t guess' --seed=7 --even-if-too-large`,
    );
    assert.match(
      evaluateCommand(IN_JOB, 'win32'),
      / "--tasks=gsm8k\|5,mmlu" .* --hardware=a100x4 --timeout=7200s --namespace=acme --tensor-parallel-size=4$/,
    );
  });

  it('is understood by the command line as it was planned', () => {
    const read = readEvaluateOptions(evaluateArguments(HERE, 'my runs').slice(1));
    assert.ok(read.kind === 'options');
    const { where, model, revision, framework, backend, tasks, options, out, evenIfTooLarge } = read.options;
    assert.deepEqual({ model, revision, framework, backend, tasks, options }, HERE.request);
    assert.deepEqual([where, out, evenIfTooLarge], ['local', 'my runs', true]);
    const job = readEvaluateOptions(evaluateArguments(IN_JOB).slice(1));
    assert.ok(job.kind === 'options');
    assert.deepEqual(job.options.job, {
      ...{ hardware: 'a100x4', timeoutSeconds: 7200, namespace: 'acme' },
      ...{ scriptUrl: undefined, follow: false, yes: false },
    });
    assert.equal(job.options.options['tensor-parallel-size'], 4);
  });
});
