import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from '../../../src/batch/lock';

/** No process has this number. */
const NOBODY = '999999999';

describe('the lock of a file', () => {
  let folder: string;
  let path: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-lock-'));
    path = join(folder, 'journal.jsonl');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is taken once, and leaves nothing behind', () => {
    const taken = lock(path);
    assert.deepEqual(lock(path), { kind: 'held', file: `${path}.lock` });
    assert.ok(taken.kind === 'lock');
    taken.release();
    assert.deepEqual(readdirSync(folder), []);
  });

  it('is taken over from a process that is no more', () => {
    writeFileSync(`${path}.lock`, NOBODY);
    const taken = lock(path);
    assert.equal(taken.kind, 'lock');
    assert.deepEqual(readdirSync(folder), ['journal.jsonl.lock']);
  });

  it('is not taken over while another process does so', () => {
    writeFileSync(`${path}.lock`, NOBODY);
    writeFileSync(`${path}.lock.lock`, String(process.ppid));
    assert.deepEqual(lock(path), { kind: 'held', file: `${path}.lock.lock` });
    assert.ok(existsSync(`${path}.lock`));
  });

  it('is taken over also where a process ended while it did so', () => {
    writeFileSync(`${path}.lock`, NOBODY);
    writeFileSync(`${path}.lock.lock`, NOBODY);
    assert.equal(lock(path).kind, 'lock');
    assert.deepEqual(readdirSync(folder), ['journal.jsonl.lock']);
  });

  it('is left to the process that is writing its number', () => {
    writeFileSync(`${path}.lock`, '');
    assert.deepEqual(lock(path), { kind: 'held', file: `${path}.lock` });
  });
});
