import assert from 'node:assert/strict';
import type { Option } from '../../../../src/editor/asker';
import { extentRows } from '../../../../src/editor/evaluations/plan/extentStep';
import { hardwareRows } from '../../../../src/editor/evaluations/plan/hardwareRows';
import { optionRows, optionsText } from '../../../../src/editor/evaluations/plan/optionRows';
import { taskRows } from '../../../../src/editor/evaluations/plan/taskRows';
import type { Hardware } from '../../../../src/hub/index';
import type { HardwareNeed } from '../../../../src/runs/jobs/hardware';
import { parseCatalogue } from '../../../../src/runs/tasks';
import { IN_JOB } from './planned';

/** The rows as they are read: label, description and detail. */
function shown(rows: readonly Option<unknown>[]): readonly string[] {
  return rows.map(({ label, description = '', detail = '' }) => [label, description, detail].join(' | '));
}

describe('what is offered when an evaluation is planned', () => {
  describe('how much of each task', () => {
    const [smoke, whole, another] = [
      'Smoke test: 10 samples | shows whether it works | ',
      'The whole of each task | for scores that a card can claim | ',
      'Another number of samples… |  | ',
    ];

    it('is a smoke test first', () => {
      assert.deepEqual(shown(extentRows(undefined)), [smoke, whole, another]);
    });

    it('is first what it was the last time', () => {
      assert.deepEqual(
        shown(extentRows({ limit: 10 }))[0],
        'Smoke test: 10 samples | shows whether it works · as last time | ',
      );
      assert.deepEqual(shown(extentRows({})), [
        'The whole of each task | for scores that a card can claim · as last time | ',
        smoke,
        another,
      ]);
      assert.deepEqual(shown(extentRows({ limit: 1 })), ['1 sample | as last time | ', smoke, whole, another]);
      assert.deepEqual(shown(extentRows({ limit: 2000 }))[0], '2000 samples | as last time | ');
    });
  });

  it('is each task with what is known of it, and first what ran lately', () => {
    const catalogue = parseCatalogue({
      inspect: {
        gsm8k: { title: 'Grade school sums', samples: 1319, metrics: ['accuracy', 'f1'] },
        humaneval: { title: 'humaneval', samples: 164, sandbox: true },
        odd: { samples: 1 },
      },
      lighteval: { mmlu: {} },
    });
    assert.deepEqual(shown(taskRows('inspect', catalogue, ['odd', 'gsm8k|5', 'mine'])), [
      'odd | ran lately | 1 sample',
      'gsm8k|5 | ran lately | Grade school sums · 1,319 samples · accuracy, f1',
      'mine | ran lately | ',
      'gsm8k |  | Grade school sums · 1,319 samples · accuracy, f1',
      'humaneval |  | 164 samples · runs code that the model writes',
    ]);
  });

  describe('hardware', () => {
    const { place } = IN_JOB;
    assert.ok(place.kind === 'job' && place.hardware.accelerator);
    const { hardware: a100x4 } = place;
    const GIB = 2 ** 30;
    const l4x1: Hardware = {
      ...{ flavor: 'l4x1', title: '1x Nvidia L4', memory: 30 * GIB, disk: 400 * GIB, pricePerMinute: 13_333 },
      accelerator: { ...place.hardware.accelerator, model: 'L4', count: 1, memory: 24 * GIB },
    };
    const cpu: Hardware = { ...l4x1, flavor: 'cpu-basic', title: 'CPU', pricePerMinute: 167, accelerator: null };
    const list = [a100x4, { ...a100x4, flavor: 'dear', pricePerMinute: 333_333 }, l4x1, cpu];

    it('is in the order of its price where the need is not known, and last what has no GPU', () => {
      assert.deepEqual(shown(hardwareRows(list, null)), [
        'l4x1 | L4, 24 GB · $0.80 an hour | ',
        'a100x4 | 4 × A100, 80 GB each · $10.00 an hour | ',
        'dear | 4 × A100, 80 GB each · $20.00 an hour | ',
        'cpu-basic | $0.01 an hour | It has no NVIDIA GPU.',
      ]);
    });

    it('is first the cheapest that fits, and last what does not, with the reason', () => {
      const sizes = { weights: 30 * GIB, cache: GIB, cacheParts: 4, working: 2 * GIB, length: 4096, sequences: 1 };
      const need: HardwareNeed = { memory: { backend: 'vllm', ...sizes }, download: 30 * GIB, bfloat16: true };
      assert.deepEqual(shown(hardwareRows(list, need)), [
        'a100x4 | 4 × A100, 80 GB each · $10.00 an hour · the cheapest that fits | ',
        'dear | 4 × A100, 80 GB each · $20.00 an hour | ',
        'cpu-basic | $0.01 an hour | It has no NVIDIA GPU.',
        'l4x1 | L4, 24 GB · $0.80 an hour | It has about 20 GB for the model, which needs 33 GB.',
      ]);
    });
  });

  it('is each option with its value and what it is for', () => {
    const set = { limit: 10, 'apply-chat-template': 'no', offline: true, 'trust-remote-code': false } as const;
    const rows = shown(optionRows(set, 'vllm'));
    const named = (name: string) => rows.find((row) => row.startsWith(`${name} |`));
    assert.equal(named('limit'), 'limit | 10 | Samples of each task; the whole of it without');
    assert.equal(
      named('apply-chat-template'),
      'apply-chat-template | no | Whether questions are put as a chat: auto, yes or no',
    );
    assert.equal(named('offline'), 'offline | yes | Use what was downloaded before, and ask nothing of the Hub');
    assert.equal(named('trust-remote-code'), 'trust-remote-code |  | Run the code that comes with the model');
    assert.equal(named('provider'), undefined);
    const provider = 'provider |  | The inference provider, or fastest or cheapest';
    assert.ok(shown(optionRows(set, 'providers')).includes(provider));
    assert.equal(optionsText(set), 'limit 10, apply-chat-template no, offline');
    assert.equal(optionsText({ limit: undefined, offline: false }), 'all are left to the framework');
  });
});
