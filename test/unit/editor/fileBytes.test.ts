import assert from 'node:assert/strict';
import { warnOfBytes } from '../../../src/editor/extract/fileBytes';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('what the editor would change in a file', () => {
  it('is nothing in plain files', () => {
    for (const text of ['', 'a\nb\n', 'a\r\nb\r\n', '\ufeffa\n', 'ä\n']) assert.equal(warnOfBytes(bytes(text)), null);
  });

  it('are line endings that differ', () => assert.match(warnOfBytes(bytes('a\r\nb\n')) ?? '', /mixes line endings/));

  it('are bytes that are no UTF-8', () => {
    assert.match(warnOfBytes(new Uint8Array([0x61, 0xff, 0x0a])) ?? '', /not UTF-8/);
  });
});
