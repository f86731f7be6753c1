import assert from 'node:assert/strict';
import { Gate } from '../../../src/hub/gate';

describe('Gate', () => {
  it('runs as many tasks at once as it has places, in order', async () => {
    const gate = new Gate(2);
    let running = 0;
    let most = 0;
    const order: number[] = [];
    await Promise.all(
      [0, 1, 2, 3, 4, 5].map((number) =>
        gate.run(async () => {
          order.push(number);
          most = Math.max(most, ++running);
          await new Promise(setImmediate);
          running--;
        }, undefined),
      ),
    );
    assert.equal(most, 2);
    assert.deepEqual(order, [0, 1, 2, 3, 4, 5]);
  });

  it('lets a cancelled task out of the queue without taking the place of another', async () => {
    const gate = new Gate(1);
    const cancel = new AbortController();
    const first = gate.run(() => new Promise(setImmediate), undefined);
    const second = gate.run(() => Promise.resolve('cancelled'), cancel.signal);
    const third = gate.run(() => Promise.resolve('third'), undefined);
    cancel.abort();
    assert.equal(await second, 'cancelled');
    await first;
    assert.equal(await third, 'third');
    assert.equal(await gate.run(() => Promise.resolve('fourth'), undefined), 'fourth');
  });

  it('gives the place back where a task fails', async () => {
    const gate = new Gate(1);
    await assert.rejects(gate.run(() => Promise.reject(new Error('no')), undefined));
    assert.equal(await gate.run(() => Promise.resolve('next'), undefined), 'next');
  });
});
