import assert from 'node:assert/strict';
import { type CommitRequest, writeCommit } from '../../src/hub/commit';
import { modelInfo } from '../../src/hub/models';
import { FAULT_TABLE, type FaultRow } from './faultTable';
import { CARD, failure, MODEL, TestHub, value } from './support';

const TEXT = `${CARD}One line more.\n`;

describe('each fault of the Hub', () => {
  const test = new TestHub();

  /** Ends in the failure of its row, or goes well. */
  async function check(run: () => ReturnType<typeof writeCommit>, { publishing, nextStep }: FaultRow): Promise<void> {
    if (publishing === 'done') {
      await value(run());
      return;
    }
    const failed = await failure(run());
    assert.equal(failed.kind, publishing);
    assert.match(failed.message, nextStep);
  }

  for (const [name, row] of Object.entries(FAULT_TABLE)) {
    const { fault, reading, nextStep } = row;

    it(`${name}: reading ends in its sentence, and works again after it`, async () => {
      const connection = test.connect('mona', fault.kind === 'slow' ? { timeoutMs: 25_000 } : {});
      test.hub.faults.add({ fault, times: Infinity });
      const failed = await failure(modelInfo(connection, { model: MODEL }));
      assert.equal(failed.kind, reading);
      assert.match(failed.message, nextStep);
      assert.match(failed.message, /^[^\n<]+\.$/);
      test.hub.faults.clear();
      assert.equal((await value(modelInfo(connection, { model: MODEL }))).model, MODEL);
      assert.equal(test.timers.pending, 0);
    });

    for (const newPullRequest of [false, true]) {
      it(`${name}: ${newPullRequest ? 'a pull request' : 'a commit'} is there once after another try`, async () => {
        const connection = test.connect('mona', fault.kind === 'slow' ? { timeoutMs: 25_000 } : {});
        const request: CommitRequest = {
          model: MODEL,
          files: [{ path: 'README.md', content: Buffer.from(TEXT) }],
          title: 'Say more',
          parentCommit: test.model.resolve('main')!.oid,
          revision: 'main',
          newPullRequest,
        };
        const matches = ({ url }: { readonly url: URL }): boolean => url.pathname.includes('/commit/');
        test.hub.faults.add({ fault, matches, times: Infinity });
        await check(() => writeCommit(connection, request), row);
        test.hub.faults.clear();
        await value(writeCommit(connection, request));
        assert.equal(test.model.discussions.length, newPullRequest ? 1 : 0);
        assert.equal(test.model.text('README.md', newPullRequest ? 'refs/pr/1' : 'main'), TEXT);
        assert.equal(test.model.history(test.model.resolve('main')!).length, newPullRequest ? 1 : 2);
        assert.equal(test.timers.pending, 0);
      });
    }
  }
});
