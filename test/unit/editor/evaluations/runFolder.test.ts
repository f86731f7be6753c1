import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endOf, readTraces } from '../../../../src/editor/evaluations/runFolder';
import { endNote } from '../../../../src/editor/evaluations/endNote';
import { record } from './planned';

const SCRIPTS = '2026-11-25T05-00-00_acme_anvil';

describe('what a run left in its folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'model-card-run-'));
    mkdirSync(join(folder, SCRIPTS));
    mkdirSync(join(folder, 'cache'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The end of a run as a person is told it. */
  async function told(
    files: Readonly<Record<string, string>>,
    status: number | undefined,
    wasCancelled = false,
  ): Promise<string | null> {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, SCRIPTS, name), text);
    return endNote(record(endOf(await readTraces(folder), status, wasCancelled)));
  }

  const results = JSON.stringify({ results: [{}, {}, {}] });
  const log = (...lines: readonly string[]) => ({ 'evaluation.log': `${'x'.repeat(40_000)}\n${lines.join('\n')}\n` });

  it('tells how many results there are', async () => {
    const all = { 'results.json': results, ...log('all done') };
    assert.equal(await told(all, 0), 'lighteval on acme/anvil finished: 3 results.');
    assert.equal(await told(all, undefined), 'lighteval on acme/anvil finished: 3 results.');
  });

  it('tells why it failed', async () => {
    const failed = log('Failed: The GPU is full; take --batch-size 1.', '  torch.OutOfMemoryError');
    assert.equal(await told(failed, 1), 'lighteval on acme/anvil failed: The GPU is full; take --batch-size 1.');
    assert.equal(
      await told({ 'results.json': results }, 1),
      'lighteval on acme/anvil failed after 3 results: The GPU is full; take --batch-size 1.',
    );
  });

  it('tells where the reason is', async () => {
    assert.equal(await told({}, 2), 'lighteval on acme/anvil failed: It was not started; its terminal says why.');
    assert.equal(await told({}, 1), 'lighteval on acme/anvil failed: It failed; its terminal says why.');
    assert.equal(await told({}, 0), 'lighteval on acme/anvil failed: It left no results; its terminal says why.');
  });

  it('tells of an end that nobody saw, and not of one that was asked for', async () => {
    const interrupted =
      'lighteval on acme/anvil was interrupted: The editor or the terminal was closed before it was over; run it again.';
    assert.equal(await told({}, undefined), interrupted);
    assert.equal(await told(log('Cancelled: the run was ended.'), 1), interrupted);
    assert.equal(await told({}, 1, true), null);
  });

  it('takes no broken file for results', async () => {
    assert.match((await told({ 'results.json': '{"results": [' }, 0)) ?? '', /It left no results/);
  });
});
