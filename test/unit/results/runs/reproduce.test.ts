import assert from 'node:assert/strict';
import type { RunRecord } from '../../../../src/results/runs/measured';
import { howToReproduce } from '../../../../src/results/runs/reproduce';
import { readOwnResults } from '../../../../src/results/runs/ownResults';
import { lines } from '../support';

const own = {
  ...{ format: 'model-card-results/1', model: 'acme/anvil', model_source: 'hub', revision: 'a'.repeat(40) },
  ...{ framework: 'inspect', framework_version: '0.3.285', backend: 'vllm', provider: null },
  ...{ started: '2026-11-20T09:00:00Z', finished: '2026-11-20T10:00:00Z', files: [] },
  settings: { limit: 10, trust_remote_code: true, system_prompt: "Say it's 4.\nThen stop." },
  results: [result('inspect_evals/gsm8k', 5), result('inspect_evals/mmlu_0_shot', 0)],
};

function result(task: string, shots: number) {
  return { task, shots, dataset: null, metric: 'accuracy', scorer: 'match', value: 0.5, stderr: null, partial: true };
}

const told = (json: Readonly<Record<string, unknown>>) => howToReproduce(readOwnResults(json));

describe('how to reproduce a run', () => {
  it('is the exact command of our own scripts, quoted for a shell, with versions and tasks', () => {
    const prompt = `'Say it'\\''s 4. Then stop.'`;
    assert.equal(
      told(own),
      lines(
        '### How to reproduce',
        '',
        '```bash',
        `uv run inspect_vllm_uv.py --model acme/anvil --revision ${'a'.repeat(40)} ` +
          `--tasks 'inspect_evals/gsm8k|5,inspect_evals/mmlu_0_shot' --limit 10 --trust-remote-code ` +
          `--system-prompt ${prompt}`,
        '```',
        '',
        '- Framework: inspect-ai 0.3.285',
        `- Model: \`acme/anvil\` at revision \`${'a'.repeat(40)}\``,
        '- Tasks: `inspect_evals/gsm8k` (5-shot), `inspect_evals/mmlu_0_shot` (0-shot)',
        '- Setup: vllm',
        '- Date: 2026-11-20',
      ),
    );
  });

  it('names the provider that served the model', () => {
    const served = {
      ...own,
      ...{ model_source: 'provider', revision: null, backend: 'inference-providers', provider: 'together' },
    };
    assert.match(told(served), /inspect_eval_uv\.py --model acme\/anvil --provider together --tasks /);
    assert.match(told(served), /^- Setup: served by together$/m);
  });

  it('tells no command for a model that only the one who ran it has', () => {
    for (const model_source of ['folder', 'server', 'mock']) {
      assert.doesNotMatch(told({ ...own, model_source }), /uv run/);
      assert.match(told({ ...own, model_source }), /^- Framework: inspect-ai 0\.3\.285$/m);
    }
  });

  it('is framework, model, tasks and limit where the file tells no command; averages stand for their parts', () => {
    const record: RunRecord = {
      ...{ kind: 'record', framework: 'lighteval', model: 'acme/an`vil', setup: [], warnings: [] },
      measured: [
        { task: 'mmlu', metric: 'em', value: 0.5, shots: 5, samples: { partial: true, limit: 100 } },
        { task: 'mmlu:virology', metric: 'em', value: 0.5, shots: 5, partOf: 'mmlu' },
        { task: 'mmlu', metric: 'f1', value: 0.5, shots: 5 },
      ],
    };
    assert.equal(
      howToReproduce(record),
      lines(
        ...['### How to reproduce', '', '- Framework: lighteval', '- Model: `acme/an vil`'],
        ...['- Tasks: `mmlu` (5-shot)', '- Samples: at most 100 of each task'],
      ),
    );
  });
});
