import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseTokens, TEST_TOKEN } from '../../../scripts/test/traces.mjs';
import { TOKENS } from '../../hub/server/samples';

describe('the search for tokens after a suite', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'traces-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('finds one in any file, also among other bytes', () => {
    mkdirSync(join(folder, 'deep/down'), { recursive: true });
    writeFileSync(join(folder, 'log.txt'), 'nothing\n');
    refuseTokens(folder);
    writeFileSync(join(folder, 'deep/down/state.vscdb'), Buffer.from([0, 255, ...Buffer.from(TOKENS.otto), 0]));
    assert.throws(() => refuseTokens(folder), /it left a token in .*state\.vscdb$/);
  });

  it('knows every token of the tests', () => {
    for (const token of Object.values(TOKENS)) assert.ok(token.startsWith(TEST_TOKEN), token);
  });
});
