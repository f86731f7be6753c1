import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';

describe('the generated data', () => {
  it('is what npm run data would write', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/data/generate.mjs', '--check'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0, stdout + stderr);
  });
});
