import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { cardName } from '../../../src/batch/card';
import { cardsIn } from '../../../src/batch/folder';

describe('the cards in a folder', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'model-card-folder-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  function card(name: string): void {
    mkdirSync(join(folder, name), { recursive: true });
    writeFileSync(join(folder, name, 'README.md'), '# A card\n');
  }

  it('tells a folder that is not there or cannot be read in one sentence', () => {
    const found = [...cardsIn(join(folder, 'none'))].map((one) => (one.kind === 'failed' ? one.message : one.kind));
    assert.equal(found.length, 1);
    assert.match(found.join(), /^The folder cannot be read, so its cards are left out: /);
  });

  it('goes on after a folder that cannot be read', () => {
    for (const name of ['a', 'b', 'c']) card(name);
    const found: (readonly [string, string])[] = [];
    for (const one of cardsIn(folder)) {
      // What is listed may be gone when it is its turn.
      if (found.length === 0) rmSync(join(folder, 'b'), { recursive: true });
      found.push([one.kind, relative(folder, cardName(one))]);
    }
    assert.deepEqual(found, [
      ['file', join('a', 'README.md')],
      ['failed', 'b'],
      ['file', join('c', 'README.md')],
    ]);
  });
});
