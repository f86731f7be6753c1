import assert from 'node:assert/strict';
import type { Job } from '../../../../src/hub/index';
import type { Evaluation } from '../../../../src/editor/evaluations/evaluation';
import { endNote } from '../../../../src/editor/evaluations/endNote';
import { rowOf } from '../../../../src/editor/evaluations/rows';
import type { RunRecord } from '../../../../src/editor/evaluations/runRecord';
import { IN_JOB, record } from './planned';

describe('the rows of evaluations', () => {
  const NOW = 6 * 60_000;

  function shown(evaluation: Evaluation): string {
    const { label, description, icon, facts } = rowOf(evaluation, NOW);
    return `${icon?.id ?? ''} | ${label} | ${description ?? ''} | ${facts.join(' ')}`;
  }
  const run = (changes: Partial<RunRecord>): string => shown({ kind: 'run', run: record(changes) });

  it('tell tasks, place, state, time and cost', () => {
    const job = { planned: IN_JOB, job: { namespace: 'acme', id: 'a1', page: 'https://hub/jobs/acme/a1' } };
    assert.equal(
      run({}),
      'loading~spin | acme/anvil | gsm8k|5, mmlu · here · running · 5 minutes | evaluation mayCancel ours',
    );
    assert.equal(
      run({ state: 'waiting', startedAt: undefined, reason: 'waiting for the GPUs' }),
      'clock | acme/anvil | gsm8k|5, mmlu · here · waiting for the GPUs | evaluation mayCancel ours',
    );
    assert.equal(
      run({ ...job }),
      'loading~spin | acme/anvil | gsm8k|5, mmlu · a100x4 for acme · running · 5 minutes · $0.83 | evaluation mayCancel ours onHub',
    );
    assert.equal(
      run({ ...job, state: 'finished', endedAt: 120_000, resultCount: 2 }),
      'pass | acme/anvil | gsm8k|5, mmlu · a100x4 for acme · finished · 60 seconds · $0.17 | evaluation mayRemove ours onHub hasResults',
    );
    assert.equal(
      run({ state: 'failed', reason: 'Why.', endedAt: 61_000 }),
      'error | acme/anvil | gsm8k|5, mmlu · here · failed · 1 seconds | evaluation mayRemove ours',
    );
  });

  it('tell of a job that does not leave the queue, and what can be done', () => {
    const queued = { planned: IN_JOB, job: { namespace: 'acme', id: 'a1', page: 'https://hub/jobs/acme/a1' } };
    const waiting = record({ ...queued, state: 'waiting', startedAt: undefined, reason: 'waiting for a100x4' });
    const after = (minutes: number) => rowOf({ kind: 'run', run: waiting }, minutes * 60_000).description ?? '';
    assert.match(after(29), / · waiting for a100x4$/);
    assert.match(
      after(45),
      / · waiting for a100x4 for 45 minutes, which costs nothing; wait on, or cancel it and take/,
    );
    assert.match(
      rowOf({ kind: 'run', run: { ...waiting, wasCancelled: true } }, 2_700_000).description ?? '',
      /being ended/,
    );
  });

  it('end with a note in which no program can place a link', () => {
    const reason = 'See [here](command:workbench.action.quit).';
    const note = endNote(record({ state: 'failed', reason, endedAt: 1 }));
    assert.equal(note, 'lighteval on acme/anvil failed: See [here] (command:workbench.action.quit).');
    assert.equal(endNote(record({ state: 'cancelled', endedAt: 1 })), null);
  });

  it('tell all of it when they are pointed at', () => {
    const { tooltip } = rowOf({ kind: 'run', run: record({ state: 'failed', reason: 'Why.', endedAt: 120_000 }) }, NOW);
    assert.equal(
      tooltip,
      'acme/anvil: gsm8k|5, mmlu\nlighteval on this machine, failed: Why.\nStarted 1970-01-01 00:00 UTC\n60 seconds',
    );
  });

  it('tell of jobs from elsewhere what the Hub knows', () => {
    const job: Job = {
      ...{ namespace: 'mona', id: 'b2', stage: 'ERROR', message: 'Job timeout', flavor: 'l4x1', image: 'debian:12' },
      ...{ command: ['python', 'train.py'], labels: {}, createdAt: new Date(0), startedAt: new Date(60_000) },
      ...{ finishedAt: new Date(240_000), page: 'https://hub/jobs/mona/b2' },
    };
    assert.equal(
      shown({ kind: 'job', job }),
      'error | debian:12 | python train.py · l4x1 for mona · failed · 3 minutes | evaluation mayRemove onHub',
    );
    const labels = { model: 'acme/anvil', framework: 'inspect', tasks: 'gsm8k,mmlu' };
    assert.equal(
      shown({ kind: 'job', job: { ...job, stage: 'COMPLETED', labels } }),
      'pass | acme/anvil | gsm8k, mmlu · l4x1 for mona · finished · 3 minutes | evaluation mayRemove onHub hasResults',
    );
  });
});
