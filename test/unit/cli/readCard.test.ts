import assert from 'node:assert/strict';
import { decodeCard } from '../../../src/cli/readCard';

describe('decodeCard', () => {
  it('keeps a byte order mark, every line ending and a replacement character that is really there', () => {
    const text = '\ufeff# Größe\r\n|\ufffd|\r\ud83d\ude00\n';
    assert.deepEqual(decodeCard('x.md', Buffer.from(text)), { kind: 'card', text });
  });

  const invalid: Readonly<Record<string, number[]>> = {
    'a Latin-1 letter': [0x61, 0x0a, 0x62, 0xe4, 0x62],
    'a cut-off sequence at the end': [0x61, 0x0a, 0xe2, 0x82],
    'an encoded surrogate': [0x0a, 0xed, 0xa0, 0x80],
    'an overlong slash': [0x0a, 0xc0, 0xaf],
  };
  for (const [what, bytes] of Object.entries(invalid)) {
    it(`refuses ${what} and names its line`, () => {
      const result = decodeCard('x.md', Buffer.from(bytes));
      assert.equal(result.kind, 'failure');
      assert.equal(result.status, 3);
      assert.equal(result.message, 'x.md cannot be read: it is not valid UTF-8 (line 2); save it as UTF-8 first.');
    });
  }
});
