import assert from 'node:assert/strict';
import { nextPause, type Situation } from '../../../../src/editor/evaluations/polling';

describe('how often runs are looked at', () => {
  /** The pauses of so many looks at which nothing was new, in seconds. */
  const pauses = (looks: number, situation: Partial<Situation>): string =>
    Array.from({ length: looks }, (_, quiet) => {
      const pause = nextPause({ isVisible: false, isActive: false, quiet, failures: 0, ...situation });
      return pause === null ? 'never' : String(pause / 1000);
    }).join(' ');

  it('slows down, and stops where nobody looks and nothing runs', () => {
    assert.equal(pauses(9, { isVisible: true, isActive: true }), '5 8 11 17 25 38 57 60 60');
    assert.equal(pauses(6, { isActive: true }), '30 45 68 101 120 120');
    assert.equal(pauses(8, { isVisible: true }), '60 90 135 203 304 456 600 600');
    assert.equal(pauses(1, {}), 'never');
  });

  it('waits longer while the Hub cannot be asked, but not for ever', () => {
    const failing = [1, 2, 3, 4, 5, 50].map((failures) => pauses(1, { isVisible: true, isActive: true, failures }));
    assert.equal(failing.join(' '), '10 20 40 80 160 600');
  });
});
