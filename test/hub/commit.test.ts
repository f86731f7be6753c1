import assert from 'node:assert/strict';
import { type CommitRequest, writeCommit } from '../../src/hub/commit';
import { openPullRequests } from '../../src/hub/discussions';
import type { FaultPlan } from './server/faults';
import { CARD, failure, MODEL, TestHub, value } from './support';

const TEXT = CARD.replace('does not bend', 'bends a little, \u00fcberall');

describe('writeCommit', () => {
  const test = new TestHub();

  function request(some: Partial<CommitRequest> = {}, text = TEXT): CommitRequest {
    return {
      model: MODEL,
      files: [{ path: 'README.md', content: Buffer.from(text) }],
      title: 'Say it better',
      parentCommit: test.model.resolve('main')!.oid,
      revision: 'main',
      newPullRequest: false,
      ...some,
    };
  }

  const onCommit = (plan: Omit<FaultPlan, 'matches'>): void => {
    test.hub.faults.add({ ...plan, matches: ({ url }) => url.pathname.includes('/commit/') });
  };

  it('commits to a branch', async () => {
    const description = 'Why:\n\n- because';
    const done = await value(writeCommit(test.connect(), request({ description })));
    const head = test.model.resolve('main')!;
    assert.equal(done.commit, head.oid);
    assert.deepEqual([head.title, head.message, head.author], ['Say it better', description, 'mona']);
    assert.equal(test.model.text('README.md'), TEXT);
    assert.equal(test.model.text('config.json'), '{}');
  });

  it('opens a pull request where one may not write, and adds to it', async () => {
    const connection = test.connect('ottoDiscusses');
    assert.equal((await failure(writeCommit(connection, request()))).kind, 'forbidden');
    const done = await value(writeCommit(connection, request({ newPullRequest: true })));
    assert.equal(done.pullRequest, 1);
    assert.equal(done.url, `${test.hub.url}/${MODEL}/discussions/1`);
    assert.equal(test.model.text('README.md'), CARD);
    assert.equal(test.model.text('README.md', 'refs/pr/1'), TEXT);

    const more = { revision: 'refs/pr/1', parentCommit: done.commit, title: 'Say more' };
    await value(writeCommit(connection, request(more, `${TEXT}More.\n`)));
    assert.equal(test.model.text('README.md', 'refs/pr/1'), `${TEXT}More.\n`);
    assert.equal((await value(openPullRequests(connection, MODEL))).length, 1);
  });

  it('writes nothing where the branch moved on', async () => {
    const mine = request({ title: 'Mine' });
    await value(writeCommit(test.connect(), request({ title: 'Theirs' }, `${CARD}Theirs.\n`)));
    const moved = await failure(writeCommit(test.connect(), mine));
    assert.equal(moved.kind, 'branch-moved');
    assert.equal(test.model.text('README.md'), `${CARD}Theirs.\n`);
  });

  it("gives the Hub's own sentences about front matter", async () => {
    const bad = CARD.replace('model-index:', 'model-index: none\nother:');
    const rejected = await failure(writeCommit(test.connect(), request({}, bad)));
    assert.ok(rejected.kind === 'rejected-metadata');
    assert.deepEqual(rejected.problems, ['"model-index" must be an array']);
  });

  for (const when of ['before', 'within', 'after'] as const) {
    it(`commits once where the connection is cut ${when} the answer`, async () => {
      onCommit({ fault: { kind: 'cut', when }, times: 2 });
      const done = await value(writeCommit(test.connect(), request()));
      const [head, first] = test.model.history(test.model.resolve('main')!);
      assert.equal(done.commit, head?.oid);
      assert.equal(first?.title, 'initial commit');
    });

    it(`opens one pull request where the connection is cut ${when} the answer`, async () => {
      onCommit({ fault: { kind: 'cut', when }, times: 2 });
      const done = await value(writeCommit(test.connect('otto'), request({ newPullRequest: true })));
      assert.deepEqual([done.pullRequest, test.model.discussions.length], [1, 1]);
    });
  }

  it('finds a commit that arrived before the branch moved on', async () => {
    const mine = request();
    const first = await value(writeCommit(test.connect(), mine));
    const next = { parentCommit: first.commit, title: 'Next' };
    await value(writeCommit(test.connect(), request(next, `${TEXT}Next.\n`)));
    // The person tries again, as the answer to the first try was lost.
    assert.equal((await value(writeCommit(test.connect(), mine))).commit, first.commit);
    assert.equal(test.model.text('README.md'), `${TEXT}Next.\n`);
  });

  it('finds its pull request again in another session, but no other one', async () => {
    const mine = request({ newPullRequest: true });
    assert.equal((await value(writeCommit(test.connect('otto'), mine))).pullRequest, 1);
    assert.equal((await value(writeCommit(test.connect('otto'), mine))).pullRequest, 1);
    assert.equal((await value(writeCommit(test.connect('otto'), { ...mine, title: 'Other words' }))).pullRequest, 2);
    const other = request({ newPullRequest: true }, `${TEXT}Other.\n`);
    assert.equal((await value(writeCommit(test.connect('otto'), other))).pullRequest, 3);
    test.model.discussion(1)!.status = 'closed';
    assert.equal((await value(writeCommit(test.connect('otto'), mine))).pullRequest, 4);
  });

  it('says that nobody knows where it cannot look either, and makes it once when tried again', async () => {
    onCommit({ fault: { kind: 'cut', when: 'after' } });
    const off = test.hub.faults.add({
      fault: { kind: 'cut', when: 'before' },
      matches: ({ method }) => method === 'GET',
      times: Infinity,
    });
    const unsure = await failure(writeCommit(test.connect(), request()));
    assert.equal(unsure.kind, 'unsure');
    assert.match(unsure.message, /not certain.*try again/);
    off();
    const first = test.model.resolve('main')!.parents[0]!;
    const done = await value(writeCommit(test.connect(), request({ parentCommit: first })));
    assert.equal(done.commit, test.model.resolve('main')!.oid);
    assert.equal(test.model.history(test.model.resolve('main')!).length, 2);
  });

  it('leaves the change alone when it is cancelled', async () => {
    const cancel = new AbortController();
    onCommit({ fault: { kind: 'slow' } });
    setTimeout(() => cancel.abort(), 100);
    assert.equal((await failure(writeCommit(test.connect(), request(), cancel.signal))).kind, 'cancelled');
    assert.equal(test.timers.pending, 0);
  });
});
