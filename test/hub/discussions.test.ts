import assert from 'node:assert/strict';
import { writeCommit } from '../../src/hub/commit';
import {
  comment,
  discussionDetail,
  listDiscussions,
  listDiscussionsIfChanged,
  merge,
  openPullRequests,
  rename,
  setStatus,
} from '../../src/hub/discussions';
import { openPullRequest } from './server/discussions';
import { CARD, failure, MODEL, TestHub, value } from './support';

describe('discussions and pull requests', () => {
  const test = new TestHub();
  const first = { model: MODEL, number: 1 };

  /** Opens a pull request with another card. */
  async function propose(text: string, title = 'Change the card', who: 'mona' | 'otto' = 'otto'): Promise<number> {
    const files = [{ path: 'README.md', content: Buffer.from(text) }];
    const parentCommit = test.model.resolve('main')!.oid;
    const request = { model: MODEL, files, title, description: 'Why', parentCommit, revision: 'main' };
    return (await value(writeCommit(test.connect(who), { ...request, newPullRequest: true }))).pullRequest ?? 0;
  }

  it('lists them page by page, newest first, and asks once where nothing changed', async () => {
    const base = test.model.resolve('main')!;
    for (let number = 1; number <= 1000; number++) {
      const head = test.model.add({ ...base, parents: [base.oid], title: `Number ${number}`, author: 'otto' });
      openPullRequest(test.state, test.model, 'main', base, head);
    }
    const connection = test.connect(null);
    const page = await value(listDiscussions(connection, MODEL));
    assert.deepEqual([page.count, page.discussions.length, page.next], [1000, 50, 1]);
    assert.deepEqual(page.discussions[0], {
      number: 1000,
      title: 'Number 1000',
      isPullRequest: true,
      status: 'open',
      author: 'otto',
      createdAt: test.model.discussion(1000)!.createdAt,
      comments: 0,
      url: `${test.hub.url}/${MODEL}/discussions/1000`,
    });
    const last = await value(listDiscussions(connection, MODEL, { page: 19 }));
    assert.ok(last.next === undefined && last.discussions.length === 50);

    const asked = test.hub.requests.length;
    assert.equal(await value(listDiscussionsIfChanged(connection, MODEL, {}, page.etag!)), null);
    assert.equal(test.hub.requests.length, asked + 1);
    assert.equal((await value(openPullRequests(connection, MODEL))).length, 1000);
  });

  it('filters them; drafts count as open', async () => {
    await propose(`${CARD}a\n`);
    await propose(`${CARD}b\n`, 'Another change', 'mona');
    test.model.discussion(1)!.status = 'draft';
    const numbers = async (filter: Parameters<typeof listDiscussions>[2]): Promise<readonly number[]> => {
      const { discussions } = await value(listDiscussions(test.connect(), MODEL, filter));
      return discussions.map(({ number }) => number);
    };
    assert.deepEqual(await numbers({ status: 'open' }), [2, 1]);
    assert.deepEqual(await numbers({ author: 'mona' }), [2]);
    assert.deepEqual(await numbers({ type: 'discussion' }), []);
    assert.deepEqual(
      (await value(openPullRequests(test.connect(), MODEL))).map(({ status }) => status),
      ['open', 'draft'],
    );
  });

  it('shows one with its changes and all that happened', async () => {
    await propose(CARD.replace('55.0', '56.5'));
    const connection = test.connect('otto');
    await value(comment(connection, first, 'Please look.'));
    await value(rename(connection, first, 'Mend GSM8K'));
    await value(setStatus(connection, first, 'closed'));
    await value(setStatus(connection, first, 'open'));
    const detail = await value(discussionDetail(connection, first));
    assert.equal(detail.title, 'Mend GSM8K');
    assert.equal(detail.base, 'main');
    assert.deepEqual(detail.conflicts, []);
    assert.match(detail.diff ?? '', /^diff --git a\/README\.md b\/README\.md\n[^]*\n-.*55\.0.*\n\+.*56\.5/);
    assert.deepEqual(
      detail.events.map((event) => [event.kind, event.author]),
      ['comment', 'commit', 'comment', 'title', 'status', 'status'].map((kind) => [kind, 'otto']),
    );
    const [description, commit, said, title, closed] = detail.events;
    assert.ok(description?.kind === 'comment' && description.text === 'Why');
    assert.ok(commit?.kind === 'commit' && commit.commit === test.model.resolve('refs/pr/1')?.oid);
    assert.ok(said?.kind === 'comment' && said.text === 'Please look.' && !said.hidden);
    assert.ok(title?.kind === 'title' && title.from === 'Change the card' && title.to === 'Mend GSM8K');
    assert.ok(closed?.kind === 'status' && closed.status === 'closed');
    assert.match(
      (await failure(discussionDetail(connection, { ...first, number: 9 }))).message,
      /Discussion 9 of acme/,
    );
  });

  it('merges what others changed elsewhere, and names the files where they did not', async () => {
    await propose(CARD.replace('55.0', '56.5'));
    await propose(CARD.replace('55.0', '57.5'), 'Another number');
    await propose(CARD.replace('bend', 'break'), 'Another word');
    assert.equal((await failure(merge(test.connect('otto'), first))).kind, 'forbidden');
    await value(merge(test.connect(), first));
    await value(merge(test.connect(), { ...first, number: 3 }));
    assert.equal(test.model.text('README.md'), CARD.replace('55.0', '56.5').replace('bend', 'break'));
    const merged = await value(discussionDetail(test.connect(), first));
    assert.equal(merged.status, 'merged');
    assert.ok(merged.mergeCommit !== undefined);
    const second = { ...first, number: 2 };
    assert.deepEqual((await value(discussionDetail(test.connect(), second))).conflicts, ['README.md']);
    const conflict = await failure(merge(test.connect(), second));
    assert.equal(conflict.kind, 'conflict');
    assert.match(conflict.message, /README\.md/);
  });

  it('makes each change once where its answer is lost', async () => {
    await propose(CARD.replace('55.0', '56.5'));
    const lose = (): void => {
      test.hub.faults.add({ fault: { kind: 'cut', when: 'after' }, matches: ({ method }) => method === 'POST' });
    };
    const connection = test.connect();
    lose();
    await value(comment(connection, first, 'Once.'));
    lose();
    await value(rename(connection, first, 'New title'));
    lose();
    await value(merge(connection, first));
    const kinds = test.model.discussion(1)!.events.map(({ type }) => type);
    assert.deepEqual(kinds, ['comment', 'commit', 'comment', 'title-change', 'status-change']);
  });

  it('reads one whose author is gone, and events it does not know', async () => {
    const item = { num: 1, title: 'x', isPullRequest: false, status: 'open', createdAt: '2026-01-01T00:00:00.000Z' };
    const events = [{ type: 'lock', createdAt: '2026-01-01T00:00:00.000Z', data: {} }];
    const body = { ...item, events, filesWithConflicts: true };
    test.hub.faults.add({ fault: { kind: 'answer', reply: { status: 200, body } } });
    const detail = await value(discussionDetail(test.connect(), first));
    assert.deepEqual([detail.author, detail.events, detail.conflicts], [null, [], 'unknown']);
  });
});
