import assert from 'node:assert/strict';
import type { Memento } from 'vscode';
import { RunStore } from '../../../../src/editor/evaluations/runStore';
import { IN_JOB, record } from './planned';

describe('the runs that are remembered', () => {
  let memory: Memento;
  let changes: number;
  let store: RunStore;

  beforeEach(() => {
    const held = new Map<string, unknown>();
    memory = {
      keys: () => [...held.keys()],
      get: (key: string, otherwise?: unknown) => held.get(key) ?? otherwise,
      // What is kept is JSON.
      update: (key: string, value: unknown) => Promise.resolve(void held.set(key, JSON.parse(JSON.stringify(value)))),
    } as Memento;
    changes = 0;
    store = new RunStore(memory, 'anvil', () => changes++);
  });

  const ids = (): string =>
    new RunStore(memory, 'anvil', () => undefined)
      .all()
      .map(({ id }) => id)
      .join(' ');

  it('are the newest first, and those of other machines are left to them', () => {
    store.add(record({ id: 'old' }));
    store.add(record({ id: 'elsewhere', machine: 'hammer' }));
    store.add(record({ id: 'job', machine: 'hammer', planned: IN_JOB }));
    assert.equal(ids(), 'job old');
    store.remove('job');
    assert.equal(ids(), 'old');
  });

  it('change only where something is new', () => {
    store.add(record());
    store.change('one', { state: 'running' });
    store.change('none', { state: 'failed' });
    assert.equal(changes, 1);
    store.change('one', { state: 'failed', reason: 'Why.' });
    assert.deepEqual([changes, store.find('one')?.reason], [2, 'Why.']);
  });

  it('are forgotten where there are too many, but none that is not over', () => {
    store.add(record({ id: 'open' }));
    for (let at = 0; at < 310; at++) store.add(record({ id: String(at), endedAt: 1 }));
    const all = ids().split(' ');
    assert.deepEqual([all.length, all[0], all.at(-2), all.at(-1)], [200, '309', '111', 'open']);
  });
});
