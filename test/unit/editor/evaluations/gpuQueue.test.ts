import assert from 'node:assert/strict';
import { claimOf, type GpuClaim, mayStart, waitingFor } from '../../../../src/editor/evaluations/gpuQueue';
import type { PlannedRun } from '../../../../src/editor/evaluations/plannedRun';
import { HERE, IN_JOB } from './planned';

describe('the queue of the GPUs', () => {
  const start = (running: readonly GpuClaim[], ...waiting: readonly GpuClaim[]): string =>
    mayStart(
      waiting.map((claim, at) => ({ id: String(at), claim })),
      running,
    ).join(' ');

  it('starts what shares no GPU with one that runs or waits longer', () => {
    assert.equal(start([], ['0'], ['1'], ['0', '1'], ['2']), '0 1 3');
    assert.equal(start([['0']], ['0', '1'], ['1'], ['2']), '2');
    assert.equal(start([['0']], 'all', ['1'], 'none'), '2');
    assert.equal(start(['all'], 'all', ['1']), '');
    assert.equal(start(['none'], 'all', 'all'), '0');
  });

  it('knows what a run takes', () => {
    const claim = (changes: Partial<PlannedRun['request']>, gpus: readonly string[] = []): GpuClaim =>
      claimOf({
        ...HERE,
        request: { ...HERE.request, ...changes },
        place: { kind: 'here', gpus, evenIfTooLarge: false },
      });
    assert.deepEqual(claimOf(HERE), ['GPU-1']);
    assert.equal(claimOf(IN_JOB), 'none');
    assert.equal(claim({ backend: 'transformers' }), 'all');
    assert.equal(claim({ backend: 'providers' }), 'none');
    assert.equal(claim({ model: 'http://127.0.0.1:8000/v1' }), 'none');
  });

  it('says what one waits for', () => {
    assert.equal(waitingFor(['GPU-1', 'GPU-2']), 'waiting for GPU GPU-1, GPU-2, which another run uses');
    assert.equal(waitingFor('all'), 'waiting for the GPUs, which another run uses');
  });
});
