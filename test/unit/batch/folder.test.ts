import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    const [none] = cardsIn(join(folder, 'none'));
    assert.equal(none?.kind, 'failed');
    assert.match(
      none?.kind === 'failed' ? none.message : '',
      /^The folder cannot be read, so its cards are left out: /,
    );
  });

  it('goes on after a folder that cannot be read', function () {
    // Whoever may read everything is not kept out.
    if (process.getuid?.() === 0 || process.platform === 'win32') this.skip();
    for (const name of ['a', 'b', 'c']) card(name);
    chmodSync(join(folder, 'b'), 0);
    try {
      const found = [...cardsIn(folder)].map((one) => [one.kind, cardName(one).slice(folder.length)]);
      assert.deepEqual(found, [
        ['file', '/a/README.md'],
        ['failed', '/b'],
        ['file', '/c/README.md'],
      ]);
    } finally {
      chmodSync(join(folder, 'b'), 0o700);
    }
  });
});
