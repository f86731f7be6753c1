import assert from 'node:assert/strict';
import { format, inspect } from 'node:util';
import { SECRET, token } from './support';

describe('HubToken', () => {
  it('goes to its own host alone', () => {
    const own = token('https://hub.example/prefix');
    assert.equal(own.authorizationFor(new URL('https://hub.example/api')), `Bearer ${SECRET}`);
    for (const url of [
      'https://evil.example/api',
      'https://hub.example.evil/api',
      'http://hub.example/api',
      'https://hub.example:8443/api',
      'https://hub.example@evil.example/',
    ]) {
      assert.equal(own.authorizationFor(new URL(url)), null, url);
    }
  });

  it('cannot be printed', () => {
    const printed = [
      String(token()),
      `${token().toString()}`,
      JSON.stringify({ token: token() }),
      inspect({ deep: { token: token() } }, { showHidden: true, depth: null }),
      format('%s %o %j %O', token(), token(), token(), token()),
      Object.entries(token()).join(),
    ];
    for (const text of printed) assert.ok(!text.includes(SECRET.slice(3)), text);
    assert.ok(!token().redact(`said ${SECRET}!`).includes(SECRET));
  });
});
