import assert from 'node:assert/strict';
import { Pace } from '../../../src/batch/pace';
import { TestTimers } from '../hub/support';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the pace of a batch', () => {
  const { signal } = new AbortController();
  let timers: TestTimers;
  let told: number[];

  beforeEach(() => {
    timers = new TestTimers();
    told = [];
  });

  const paceOf = (commitsPerHour: number, earlierCommits: readonly number[] = []): Pace =>
    new Pace({ timers, commitsPerHour, earlierCommits, tell: (seconds) => told.push(seconds) });

  it('takes no more commits in any hour than the Hub does, those of earlier runs among them', async () => {
    const pace = paceOf(3, [timers.now() - 50 * MINUTE, timers.now() - 70 * MINUTE]);
    const times: number[] = [];
    while (times.length < 8) {
      if (pace.takeCommit()) times.push(timers.now());
      else await pace.ready(signal);
    }
    const all = [times[0]! - 50 * MINUTE, ...times];
    for (const [index, time] of all.entries()) {
      assert.ok((all[index + 3] ?? Infinity) - time >= HOUR, `commit ${index}`);
    }
    assert.equal((times.at(-1)! - times[0]!) / MINUTE, 120);
    assert.equal(told[0], 600);
  });

  it('waits where a window of requests is nearly used up, and tells it once', async () => {
    const answer = (left: number): Response => new Response('', { headers: { RateLimit: `"api";r=${left};t=99` } });
    const original = globalThis.fetch;
    const began = timers.now();
    const pace = paceOf(128);
    try {
      globalThis.fetch = () => Promise.resolve(answer(500));
      await pace.fetch('https://hub.example/');
      await pace.ready(signal);
      assert.equal(timers.now(), began);
      globalThis.fetch = () => Promise.resolve(answer(20));
      for (let answers = 0; answers < 5; answers++) await pace.fetch('https://hub.example/');
    } finally {
      globalThis.fetch = original;
    }
    await pace.ready(signal);
    assert.equal(timers.now() - began, 100_000);
    assert.deepEqual(told, [100]);
  });

  it('ends a wait when it is stopped', async () => {
    const stop = new AbortController();
    const pace = paceOf(128);
    pace.hold(3600);
    stop.abort();
    await pace.ready(stop.signal);
    assert.equal(timers.waits.length, 0);
  });
});
