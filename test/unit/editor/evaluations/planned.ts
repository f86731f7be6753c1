import type { PlannedRun } from '../../../../src/editor/evaluations/plannedRun';
import type { RunRecord } from '../../../../src/editor/evaluations/runRecord';

const GIB = 2 ** 30;

export const HERE: PlannedRun = {
  request: {
    ...{ model: 'acme/anvil', revision: '8f3c', framework: 'lighteval', backend: 'vllm' },
    ...{ tasks: ['gsm8k|5', 'mmlu'], options: { limit: 10, 'system-prompt': "don't guess", seed: 7 } },
  },
  card: 'file:///cards/README.md',
  place: { kind: 'here', gpus: ['GPU-1'], evenIfTooLarge: true },
};

export const IN_JOB: PlannedRun = {
  ...HERE,
  place: {
    kind: 'job',
    namespace: 'acme',
    hardware: {
      ...{ flavor: 'a100x4', title: '4x Nvidia A100', memory: 568 * GIB, disk: 0, pricePerMinute: 166_667 },
      accelerator: { type: 'gpu', model: 'A100', manufacturer: 'Nvidia', count: 4, memory: 80 * GIB },
    },
    gpus: 4,
    timeoutSeconds: 7200,
  },
};

/** A record of a run that began at minute 1. */
export function record(changes: Partial<RunRecord> = {}): RunRecord {
  const about = { id: 'one', planned: HERE, createdAt: 0, machine: 'anvil', owner: 1 };
  return { ...about, state: 'running', startedAt: 60_000, ...changes };
}
