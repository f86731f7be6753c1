import assert from 'node:assert/strict';
import type { Account, Discussion, DiscussionDetail, DiscussionStatus } from '../../../../src/hub/index';
import { age } from '../../../../src/editor/views/pullRequests/age';
import { contentNodes, listNodes, type PullRequestNode } from '../../../../src/editor/views/pullRequests/nodes';
import { permitted } from '../../../../src/editor/views/pullRequests/permissions';
import type { PullRequestList } from '../../../../src/editor/views/pullRequests/pullRequestLists';
import { rowOf } from '../../../../src/editor/views/pullRequests/rows';
import { summaryText } from '../../../../src/editor/views/pullRequests/summaryText';

const now = new Date('2026-11-25T12:00:00Z');
const MODEL = 'acme/anvil';

function pullRequest(number: number, status: DiscussionStatus = 'open', author: string | null = 'otto'): Discussion {
  const url = `https://hub.example/${MODEL}/discussions/${number}`;
  const createdAt = new Date('2026-11-22T10:00:00Z');
  return { number, title: `Change ${number}`, isPullRequest: true, status, author, createdAt, comments: 1, url };
}

function shown(nodes: readonly PullRequestNode[]): readonly string[] {
  return nodes.map((node) => {
    const { label, description = '', icon } = rowOf(node, now);
    return `(${icon?.id ?? ''}) ${label}${description === '' ? '' : ` – ${description}`}`;
  });
}

const list = (pullRequests: readonly Discussion[], more: Partial<PullRequestList> = {}): PullRequestList => ({
  ...{ pullRequests, count: pullRequests.length, pages: 1, hasMore: false },
  ...more,
});
const noFacts = () => ({ hasConflicts: undefined, permitted: [] });

describe('the rows of pull requests', () => {
  it('show title, number, author, age, state and conflicts', () => {
    const all = [pullRequest(4), pullRequest(3, 'draft'), pullRequest(2, 'open', null)];
    const facts = ({ number }: Discussion) => ({ hasConflicts: number === 2, permitted: [] });
    assert.deepEqual(shown(listNodes('m', MODEL, 'open', list(all), facts)), [
      '(git-pull-request) Change 4 – #4 · otto · 3 days ago',
      '(git-pull-request-draft) Change 3 – #3 · otto · 3 days ago · draft',
      '(warning) Change 2 – #2 · a deleted account · 3 days ago · conflicts',
      '(archive) Closed and Merged',
    ]);
    const closed = [pullRequest(2, 'merged'), pullRequest(1, 'closed')];
    assert.deepEqual(shown(listNodes('m', MODEL, 'closed', list(closed), facts)), [
      '(git-merge) Change 2 – #2 · otto · 3 days ago · merged',
      '(git-pull-request-closed) Change 1 – #1 · otto · 3 days ago · closed',
    ]);
  });

  it('offer to load more, and say where there are none', () => {
    const long = listNodes('m', MODEL, 'open', list([pullRequest(4)], { count: 1000, hasMore: true }), noFacts);
    assert.equal(shown(long)[1], '(ellipsis) Load more – 1 of 1000');
    assert.deepEqual(shown(listNodes('m', MODEL, 'open', list([]), noFacts)), [
      '(info) No open pull requests',
      '(archive) Closed and Merged',
    ]);
  });

  it('hold results, files and the latest comments', () => {
    const comment = (text: string, hidden = false) =>
      ({ kind: 'comment', author: 'mona', createdAt: now, text, hidden }) as const;
    const events = ['One', 'Two', 'Three', 'Four\n\nlines'].map((text) => comment(text)).concat(comment('x', true));
    const detail: DiscussionDetail = { ...pullRequest(7), events, conflicts: [] };
    const file = { path: 'README.md', kind: 'changed', added: 9, removed: 1, patch: '' } as const;
    const results = [
      { kind: 'new', name: 'MMLU', metric: 'accuracy', before: '', after: '41.5', line: 9 },
      { kind: 'changed', name: 'GSM8K', metric: 'accuracy', before: '20', after: '21.0', line: 16 },
    ] as const;
    const groups = contentNodes('m/7', MODEL, { detail, files: [file] }, results);
    assert.deepEqual(shown(groups), [
      '() Results – 1 new, 1 changed',
      '() Changed Files – 1',
      '() Latest Comments – 4',
    ]);
    const below = groups.map((node) => shown(node.kind === 'group' ? node.children : []));
    assert.deepEqual(below, [
      ['(diff-added) MMLU – accuracy 41.5', '(diff-modified) GSM8K – accuracy 20 → 21.0'],
      ['(diff-modified) README.md – +9 −1'],
      ['(comment) mona: Four lines – just now', '(comment) mona: Three – just now', '(comment) mona: Two – just now'],
    ]);
  });

  it('have ids that differ', () => {
    const nodes = listNodes('m', MODEL, 'open', list([pullRequest(2), pullRequest(1)], { hasMore: true }), noFacts);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
  });
});

describe('what may be done with a pull request', () => {
  const mona: Account = {
    ...{ name: 'mona', fullName: 'Mona', organizations: [{ name: 'acme', role: 'admin' }], role: 'write' },
    ...{ globalScopes: [], scopes: [] },
  };
  const otto: Account = { ...mona, name: 'otto', organizations: [] };
  const may = (one: Discussion, who: Account | null) => permitted(one, who, MODEL, 'https://hub.example');

  it('depends on its state, its author and the account', () => {
    assert.deepEqual(may(pullRequest(1), mona), ['mayComment', 'mayClose', 'mayMerge']);
    assert.deepEqual(may(pullRequest(1), otto), ['mayComment', 'mayClose']);
    assert.deepEqual(may(pullRequest(1, 'open', 'mona'), otto), ['mayComment']);
    assert.deepEqual(may(pullRequest(1, 'draft'), mona), ['mayComment', 'mayMarkReady', 'mayClose']);
    assert.deepEqual(may(pullRequest(1, 'closed'), otto), ['mayComment', 'mayReopen']);
    assert.deepEqual(may(pullRequest(1, 'merged'), mona), ['mayComment']);
    assert.deepEqual(may(pullRequest(1), { ...mona, role: 'read' }), []);
    assert.deepEqual(may(pullRequest(1), null), []);
  });
});

describe('an age', () => {
  it('is told in the largest whole unit', () => {
    const ago = (ms: number) => age(new Date(now.getTime() - ms), now);
    const hour = 3_600_000;
    assert.deepEqual(
      [0, 90_000, 2 * hour, 30 * hour, 24 * hour * 13, 24 * hour * 70, 24 * hour * 800, -hour].map(ago),
      [
        'just now',
        '1 minute ago',
        '2 hours ago',
        'yesterday',
        '13 days ago',
        '2 months ago',
        '2 years ago',
        'just now',
      ],
    );
  });
});

describe('the summary of a pull request', () => {
  const detail: DiscussionDetail = {
    ...pullRequest(7),
    title: 'Add <b>two</b> [links](http://x)',
    events: [
      { kind: 'comment', author: 'mona', createdAt: now, text: '![x](http://evil/x.png)\n# Loud', hidden: false },
    ],
    base: 'main',
    conflicts: ['README.md'],
  };
  const facts = { model: MODEL, content: { detail, files: [] }, results: [], card: null };

  it('says which results are new, changed and gone', () => {
    const results = [
      { kind: 'new', name: 'MMLU', metric: 'acc', before: '', after: '41.5', line: 1 },
      { kind: 'changed', name: 'GSM8K', metric: 'acc', before: '20', after: '21', line: 1 },
      { kind: 'gone', name: 'A|B', metric: 'acc', before: '3', after: '', line: 1 },
    ] as const;
    const text = summaryText({ ...facts, results, card: { title: 'Add 1 evaluation result', description: '' } });
    assert.match(
      text,
      /\| New \| MMLU \| acc \|  \| 41\\\.5 \|\n\| Changed \| GSM8K \| acc \| 20 \| 21 \|\n\| Gone \| A\\\|B \|/,
    );
    assert.match(text, /## The Card\n\nAdd 1 evaluation result\n/);
    assert.match(text, /\*\*conflicts\*\* in README\\\.md/);
  });

  it('lets no Markdown or HTML of others through', () => {
    const text = summaryText(facts);
    assert.match(text, /^# Add \\<b\\>two/);
    assert.doesNotMatch(text.replace(/\[Open on the Hub\]\(<[^>]*>\)/, ''), /(?<!\\)[<\]]|(?<!\\)!\[|^> #/m);
    assert.match(text, /No result is new, changed or gone/);
  });
});
