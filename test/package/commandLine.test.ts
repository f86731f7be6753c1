import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

describe('the command line from npm', function () {
  this.timeout(120_000);
  let folder: string;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-pack-'));
    const tarball = run('.', 'npm', 'pack', '--silent', '--pack-destination', folder).trim().split('\n').at(-1) ?? '';
    mkdirSync(join(folder, 'user'));
    // Nothing is fetched: the program brings all that it needs.
    run(join(folder, 'user'), 'npm', 'install', '--offline', '--no-audit', '--no-fund', join(folder, tarball));
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('says its version', () => assert.equal(modelCard('--version').trim(), version));

  it('reads a card with the data it brings', () => {
    const output = modelCard('extract', resolve('samples/qwill-7b/README.md'), '--model', 'Qwill-7B', '--line', '29');
    assert.match(output, /value: 68\.4/);
  });

  function modelCard(...args: readonly string[]): string {
    return run(join(folder, 'user'), join(folder, 'user/node_modules/.bin/model-card'), ...args);
  }
});

function run(cwd: string, program: string, ...args: readonly string[]): string {
  return execFileSync(program, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
