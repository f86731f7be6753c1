import assert from 'node:assert/strict';
import { writeCommit } from '../../src/hub/commit';
import { comment, setStatus } from '../../src/hub/discussions';
import { modelsOf } from '../../src/hub/models';
import { PullRequestContents } from '../../src/editor/views/pullRequests/pullRequestContents';
import { PullRequestLists } from '../../src/editor/views/pullRequests/pullRequestLists';
import { openPullRequest } from './server/discussions';
import { CARD, failure, MODEL, TestHub, value } from './support';

describe('what the view of pull requests reads', () => {
  const test = new TestHub();

  function addPullRequests(count: number): void {
    const base = test.model.resolve('main')!;
    for (let number = 1; number <= count; number++) {
      const head = test.model.add({ ...base, parents: [base.oid], title: `Number ${number}`, author: 'otto' });
      openPullRequest(test.state, test.model, 'main', base, head);
    }
  }

  /** Opens a pull request with another card, and gives its number. */
  async function propose(text: string): Promise<number> {
    const request = {
      ...{ model: MODEL, revision: 'main', title: 'Change the card', newPullRequest: true },
      parentCommit: test.model.resolve('main')!.oid,
      files: [{ path: 'README.md', content: Buffer.from(text) }],
    };
    return (await value(writeCommit(test.connect('otto'), request))).pullRequest ?? 0;
  }

  /** How many requests a task costs. */
  async function cost(task: () => Promise<unknown>): Promise<number> {
    const before = test.hub.requests.length;
    await task();
    return test.hub.requests.length - before;
  }

  it('lists a thousand page by page, and costs one request where nothing has changed', async () => {
    addPullRequests(1000);
    const lists = new PullRequestLists(test.connect());
    const started = performance.now();
    const first = await value(lists.list(MODEL, 'open'));
    assert.deepEqual([first.count, first.pullRequests.length, first.hasMore], [1000, 50, true]);
    const ms = performance.now() - started;
    assert.ok(ms < 2000, `the first page took ${ms} ms`);
    assert.equal(await cost(() => lists.list(MODEL, 'open')), 0);
    assert.equal((await value(lists.more(MODEL, 'open'))).pullRequests.at(-1)?.number, 901);
    const refresh = async () => assert.equal(await value(lists.refresh(MODEL)), 'same');
    assert.equal(await cost(refresh), 1);
    assert.equal((await value(lists.list(MODEL, 'open'))).pullRequests.length, 100);
  });

  it('sees that nothing has changed also where the answers have no ETag', async () => {
    addPullRequests(60);
    const plain = async (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
      const answer = await fetch(input, init);
      const headers = new Headers(answer.headers);
      headers.delete('etag');
      return new Response(await answer.arrayBuffer(), { status: answer.status, headers });
    };
    const lists = new PullRequestLists(test.connect(null, { fetch: plain }));
    await value(lists.list(MODEL, 'open'));
    assert.equal(await cost(async () => assert.equal(await value(lists.refresh(MODEL)), 'same')), 1);
    await value(setStatus(test.connect(), { model: MODEL, number: 3 }, 'closed'));
    assert.equal(await value(lists.refresh(MODEL)), 'changed');
  });

  it('reads as many pages again as before where something has', async () => {
    addPullRequests(120);
    const lists = new PullRequestLists(test.connect());
    await value(lists.list(MODEL, 'open'));
    await value(lists.more(MODEL, 'open'));
    await value(setStatus(test.connect(), { model: MODEL, number: 120 }, 'closed'));
    assert.equal(await cost(async () => assert.equal(await value(lists.refresh(MODEL)), 'changed')), 2);
    const list = await value(lists.list(MODEL, 'open'));
    assert.deepEqual([list.count, list.pullRequests.length, list.pullRequests[0]?.number], [119, 100, 119]);
    assert.deepEqual(
      (await value(lists.list(MODEL, 'closed'))).pullRequests.map(({ number }) => number),
      [120],
    );
  });

  it('tries again after a failure, and keeps what was read meanwhile', async () => {
    addPullRequests(60);
    const lists = new PullRequestLists(test.connect(null));
    const refuse = () =>
      test.hub.faults.add({ fault: { kind: 'answer', reply: { status: 404, body: { error: 'No' } } } });
    refuse();
    await failure(lists.list(MODEL, 'open'));
    assert.equal((await value(lists.list(MODEL, 'open'))).pullRequests.length, 50);
    refuse();
    await failure(lists.more(MODEL, 'open'));
    refuse();
    await failure(lists.refresh(MODEL));
    assert.equal(await cost(() => value(lists.list(MODEL, 'open'))), 0);
  });

  it('finds the models of an owner by one request, private ones too', async () => {
    for (let number = 1; number <= 200; number++) test.state.addModel({ id: `acme/m${number}`, private: number === 7 });
    assert.equal(
      await cost(async () => assert.equal((await value(modelsOf(test.connect(), 'acme', 1000))).length, 201)),
      1,
    );
    assert.equal((await value(modelsOf(test.connect(null), 'acme', 1000))).length, 200);
  });

  it('tells what a pull request does to files and results, also after it was merged', async () => {
    await propose(CARD.replace('55.0', '56.5'));
    const contents = new PullRequestContents(test.connect());
    const look = async () => {
      const { files } = await value(contents.content(MODEL, 1));
      const results = await value(contents.results(MODEL, 1));
      assert.deepEqual(
        files.map(({ path, added, removed }) => [path, added, removed]),
        [['README.md', 1, 1]],
      );
      assert.deepEqual(
        results.map(({ kind, name, before, after }) => [kind, name, before, after]),
        [['changed', 'GSM8K', '55.0', '56.5']],
      );
    };
    await look();
    assert.equal(await cost(look), 0);
    const moved = { ...test.model.resolve('main')!, files: new Map([['README.md', Buffer.from('Another card.\n')]]) };
    test.model.move('main', test.model.add(moved));
    contents.forget(MODEL);
    await look();
    assert.deepEqual((await value(contents.content(MODEL, 1))).detail.conflicts, ['README.md']);
    assert.equal(contents.hasConflicts(MODEL, 1), true);
  });

  it('forgets one pull request and keeps the others', async () => {
    await propose(CARD.replace('55.0', '56.5'));
    addPullRequests(10);
    const contents = new PullRequestContents(test.connect());
    await value(contents.content(MODEL, 1));
    await value(contents.content(MODEL, 11));
    await value(comment(test.connect(), { model: MODEL, number: 1 }, 'Seen.'));
    contents.forget(MODEL, 1);
    assert.equal(await cost(() => value(contents.content(MODEL, 11))), 0);
    const { events } = (await value(contents.content(MODEL, 1))).detail;
    assert.ok(events.some((event) => event.kind === 'comment' && event.text === 'Seen.'));
  });
});
