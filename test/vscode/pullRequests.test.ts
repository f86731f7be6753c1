import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { PullRequestSource } from '../../src/editor/views/pullRequests/knownPullRequests';
import type { PullRequestNode } from '../../src/editor/views/pullRequests/nodes';
import { PullRequestCommands } from '../../src/editor/views/pullRequests/pullRequestCommands';
import { PullRequestDocuments } from '../../src/editor/views/pullRequests/pullRequestDocuments';
import { PullRequestTree } from '../../src/editor/views/pullRequests/pullRequestTree';
import { pullRequestUri } from '../../src/editor/views/pullRequests/pullRequestUri';
import { WatchedModels } from '../../src/editor/views/pullRequests/watchedModels';
import { openPullRequest } from '../hub/server/discussions';
import { TOKENS } from '../hub/server/samples';
import { CARD, HubBench, MODEL } from './hubParts';
import { type Answer, ScriptedAsker } from './workspace';

type PullRequestRow = Extract<PullRequestNode, { readonly kind: 'pull-request' }>;

describe('the view of pull requests', () => {
  const bench = new HubBench();
  let source: PullRequestSource;
  let tree: PullRequestTree;
  let watched: WatchedModels;
  let shown: { model: string; number: number }[];
  let openModel: string | null;

  beforeEach(() => {
    source = new PullRequestSource(bench.session);
    watched = new WatchedModels(bench.state);
    openModel = MODEL;
    tree = new PullRequestTree(source, { model: () => Promise.resolve(openModel) }, watched);
    shown = [];
  });

  const repository = () => bench.hub.state.model(MODEL);
  const discussion = (number: number) => repository().discussion(number)!;

  async function signIn(who: keyof typeof TOKENS): Promise<void> {
    await bench.accounts.keep(bench.hub.url, who, TOKENS[who]);
    bench.session.reset();
  }

  /** A pull request by Otto that replaces a text of the card. */
  function propose(old: string, text: string, model = MODEL): void {
    const target = bench.hub.state.model(model);
    const base = target.resolve('main')!;
    const files = new Map(base.files).set('README.md', Buffer.from(CARD.replace(old, text)));
    const facts = { parents: [base.oid], files, title: `Say ${text}`, message: 'Why', author: 'otto', date: base.date };
    openPullRequest(bench.hub.state, target, 'main', base, target.add(facts));
  }

  async function labels(node?: PullRequestNode): Promise<readonly string[]> {
    return (await tree.getChildren(node)).map((child) => {
      const { label, description } = tree.getTreeItem(child);
      return [label, description].filter(Boolean).join(' – ');
    });
  }

  async function child(parent: PullRequestNode | undefined, label: string): Promise<PullRequestNode> {
    const children = await tree.getChildren(parent);
    const found = children.find((one) => String(tree.getTreeItem(one).label) === label);
    assert.ok(found, `${label} among ${children.map((one) => String(tree.getTreeItem(one).label)).join(', ')}`);
    return found;
  }

  async function row(number = 1): Promise<PullRequestRow> {
    const pullRequests = await tree.getChildren(await child(undefined, MODEL));
    const found = pullRequests.find((one) => one.kind === 'pull-request' && one.pullRequest.number === number);
    assert.ok(found?.kind === 'pull-request');
    return found;
  }

  function commands(...answers: readonly Answer[]): PullRequestCommands {
    bench.asker = new ScriptedAsker(...answers);
    const documents = {
      refresh: () => Promise.resolve(),
      showSummary: (model: string, number: number) => Promise.resolve(void shown.push({ model, number })),
    };
    const { cards, asker } = bench;
    return new PullRequestCommands({ source, tree, documents, cards, asker, showPage: () => undefined });
  }

  /** How many requests a task costs. */
  async function cost(task: () => Promise<unknown>): Promise<number> {
    const before = bench.hub.requests.length;
    await task();
    return bench.hub.requests.length - before;
  }

  it('has the model of the open card, those of one’s namespaces and the watched ones', async () => {
    assert.deepEqual(await labels(), [`${MODEL} – the open card`, 'Sign in to see those of your models']);
    await signIn('mona');
    await watched.add(bench.hub.url, 'otto/tongs');
    assert.deepEqual(await labels(), [
      `${MODEL} – the open card`,
      'mona – your models',
      'acme – models of your organisation',
      'Watched Models',
    ]);
    assert.deepEqual(await labels(await child(undefined, 'acme')), [MODEL]);
    assert.deepEqual(await labels(await child(undefined, 'mona')), ['No models']);
    assert.deepEqual(await labels(await child(undefined, 'Watched Models')), ['otto/tongs']);
    await watched.remove(bench.hub.url, 'otto/tongs');
    assert.equal((await labels()).length, 3);
  });

  it('is empty where there is nothing to show, for the words that say what to do', async () => {
    openModel = null;
    assert.deepEqual(await labels(), []);
  });

  it('asks for a namespace of 200 models once, and for the pull requests of none', async () => {
    for (let number = 1; number <= 200; number++) bench.hub.state.addModel({ id: `acme/m${number}` });
    await signIn('mona');
    const acme = await child(undefined, 'acme');
    assert.equal(await cost(async () => assert.equal((await labels(acme)).length, 201)), 1);
    assert.equal(await cost(() => labels(acme)), 0);
  });

  it('shows what a pull request does, and marks conflicts', async () => {
    await signIn('mona');
    propose('license: mit', 'license: apache-2.0');
    const main = repository().resolve('main')!;
    const files = new Map([['README.md', Buffer.from(CARD.replace('license: mit', 'license: bsd'))]]);
    repository().move('main', repository().add({ ...main, parents: [main.oid], files }));
    const found = await row();
    assert.deepEqual(await labels(found), ['Changed Files – 1', 'Latest Comments – 1']);
    assert.match(String(tree.getTreeItem(await row()).description), /^#1 · otto · .* · conflicts$/);
    assert.match(tree.getTreeItem(found).contextValue ?? '', /^pullRequest mayComment mayClose mayMerge$/);
  });

  it('costs one request to refresh where nothing has changed', async () => {
    propose('Drop it.', 'Drop it twice.');
    await labels(await row());
    const refresh = async () => {
      await tree.refresh(MODEL);
      await labels(await row());
    };
    assert.equal(await cost(refresh), 1);
  });

  it('says why a list cannot be had, and has it once it can', async () => {
    const model = await child(undefined, MODEL);
    bench.hub.faults.add({ fault: { kind: 'answer', reply: { status: 404, body: { error: 'No' } } } });
    assert.match((await labels(model))[0] ?? '', /^acme\/anvil is not on the Hub; check its name/);
    assert.deepEqual(await labels(model), ['No open pull requests', 'Closed and Merged']);
  });

  it('loads more', async () => {
    for (let number = 1; number <= 60; number++) propose('Drop it.', `Drop it ${number} times.`);
    const model = await child(undefined, MODEL);
    assert.equal((await labels(model))[50], 'Load more – 50 of 60');
    await tree.loadMore(MODEL, 'open');
    assert.equal((await labels(model)).length, 61);
  });

  it('shows both sides of a file, and the summary, as documents', async () => {
    propose('Drop it.', 'Drop it twice.');
    const documents = new PullRequestDocuments(source);
    const text = (kind: 'before' | 'after' | 'summary') =>
      documents.provideTextDocumentContent(pullRequestUri({ model: MODEL, number: 1, text: kind, path: 'README.md' }));
    assert.equal(await text('before'), CARD);
    assert.equal(await text('after'), CARD.replace('Drop it.', 'Drop it twice.'));
    assert.match(
      await text('summary'),
      /^# Say Drop it twice[^]*\*\*Open\*\* pull request \\#1 by otto[^]*Edit \\"Usage\\"/,
    );
    await assert.rejects(
      documents.provideTextDocumentContent(pullRequestUri({ model: MODEL, number: 9, text: 'summary', path: '' })),
      /Discussion 9 of acme\/anvil is not on the Hub/,
    );
  });

  it('opens the summary, and copies the link', async () => {
    propose('Drop it.', 'Drop it twice.');
    await commands().show(await row());
    assert.deepEqual(shown, [{ model: MODEL, number: 1 }]);
    await commands().handlers['modelCard.pullRequests.copyLink'](await row());
    assert.equal(await vscode.env.clipboard.readText(), `${bench.hub.url}/${MODEL}/discussions/1`);
  });

  it('comments, closes, reopens and marks as ready', async () => {
    await signIn('otto');
    propose('Drop it.', 'Drop it twice.');
    await commands('Please look.').comment(await row());
    assert.equal(discussion(1).events.at(-1)?.data['raw'], 'Please look.');
    await commands().handlers['modelCard.pullRequests.close'](await row());
    assert.equal(discussion(1).status, 'closed');
    const closed = await tree.getChildren(await child(await child(undefined, MODEL), 'Closed and Merged'));
    assert.ok(closed[0]?.kind === 'pull-request');
    assert.deepEqual(closed[0].permitted, ['mayComment', 'mayReopen']);
    await commands().handlers['modelCard.pullRequests.reopen'](closed[0]);
    assert.equal(discussion(1).status, 'open');
    discussion(1).status = 'draft';
    await tree.refresh(MODEL);
    const draft = await row();
    assert.ok(draft.permitted.includes('mayMarkReady'));
    await commands().handlers['modelCard.pullRequests.markReady'](draft);
    assert.equal(discussion(1).status, 'open');
  });

  it('merges only after a yes, and not what has conflicts or may not be merged', async () => {
    await signIn('mona');
    propose('license: mit', 'license: apache-2.0');
    propose('license: mit', 'license: bsd');
    await commands(false).merge(await row(1));
    assert.equal(discussion(1).status, 'open');
    await commands(true).merge(await row(1));
    assert.equal(discussion(1).status, 'merged');
    assert.match(bench.asker.asked[0] ?? '', /^Merge #1 into main of acme\/anvil\? "Say license: apache-2\.0" by otto/);
    assert.match(repository().text('README.md') ?? '', /apache-2\.0/);
    const second = await row(2);
    await commands(false).merge(second);
    assert.match(bench.asker.asked[0] ?? '', /^#2 has conflicts with main; check it out/);
    await signIn('otto');
    await commands().merge(second);
    assert.equal(discussion(2).status, 'open');
  });
});
