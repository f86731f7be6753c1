import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCard } from '../../../src/cli/writeCard';

describe('writing a card', () => {
  let folder = '';
  let card = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-write-'));
    card = join(folder, 'README.md');
    writeFileSync(card, 'read\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('replaces the text that was read', () => {
    assert.equal(writeCard(card, 'read\n', 'new\n'), null);
    assert.equal(readFileSync(card, 'utf8'), 'new\n');
  });

  it('keeps what another program wrote meanwhile, and leaves nothing beside it', () => {
    writeFileSync(card, 'theirs\n');
    const message = writeCard(card, 'read\n', 'new\n')?.message;
    assert.equal(
      message,
      `${card} cannot be written: another program has changed it meanwhile; run the command again.`,
    );
    assert.equal(readFileSync(card, 'utf8'), 'theirs\n');
    assert.deepEqual(readdirSync(folder), ['README.md']);
  });

  it('replaces no pipe and no device by a file', function () {
    if (process.platform === 'win32') this.skip();
    assert.match(writeCard('/dev/null', '', 'new\n')?.message ?? '', /no ordinary file; leave out --write/);
  });

  it('says so where the folder may not be written in', function () {
    if (process.platform === 'win32') this.skip();
    chmodSync(folder, 0o555);
    // Root may write anywhere, so it is somebody else for a moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    const message = writeCard(card, 'read\n', 'new\n')?.message;
    if (isRoot) process.seteuid?.(0);
    chmodSync(folder, 0o755);
    assert.equal(message, `${card} cannot be written: you may not write to its folder.`);
  });
});
