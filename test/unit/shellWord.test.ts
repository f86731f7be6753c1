import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { shellWord } from '../../src/shellWord';

const NASTY = ['a b', "don't", '$(id)', '`id`', '"x"', '%PATH%', ';rm -rf x', '*', '~', '', 'a\nb', '${HOME}', '\\'];

describe('a word of a command line', () => {
  for (const word of NASTY) {
    it(`stays ${JSON.stringify(word)} in a shell`, function () {
      if (process.platform === 'win32') this.skip();
      const command = `printf %s ${shellWord(word, 'linux')}`;
      assert.equal(execFileSync('/bin/sh', ['-c', command], { encoding: 'utf8' }), word);
    });
  }

  it('is quoted on Windows so that PowerShell runs nothing in it', () => {
    const words = ['acme/anvil', 'C:\\My Models', '--tasks=a,b', '$(calc)', 'it’s `x`', 'a” ; calc'];
    assert.deepEqual(
      words.map((word) => shellWord(word, 'win32')),
      ['acme/anvil', '"C:\\My Models"', '"--tasks=a,b"', "'$(calc)'", "'it’’s `x`'", "'a” ; calc'"],
    );
  });
});
