import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { discardDraft } from '../../src/editor/publish/discard';
import type { PublishOutcome } from '../../src/editor/publish/outcome';
import { publish } from '../../src/editor/publish/publish';
import { TOKENS } from '../hub/server/samples';
import { CARD, HubBench, MODEL, textOf } from './hubParts';
import { type Answer, replace, ScriptedAsker } from './workspace';

describe('publishing', () => {
  const bench = new HubBench();
  let pages: string[] = [];
  beforeEach(() => (pages = []));

  const repository = () => bench.hub.state.model(MODEL);
  const onHub = (revision = 'main') => repository().resolve(revision)?.files.get('README.md')?.toString('utf8');

  /** A draft in which a text of the card is replaced. */
  async function draft(old: string, text: string, revision = 'main'): Promise<vscode.TextDocument> {
    const document = await vscode.workspace.openTextDocument(bench.uri(revision));
    await shows(document, onHub(revision.replaceAll(':', '/')) ?? '');
    await replace(document, old, text);
    assert.ok(await document.save());
    return document;
  }

  /** Waits until an editor has read a file again that changed. */
  async function shows(document: vscode.TextDocument, text: string): Promise<void> {
    for (let tries = 0; document.getText() !== text && tries < 50; tries++) await sleep(50);
    assert.equal(document.getText(), text);
  }

  function run(document: vscode.TextDocument, ...answers: readonly Answer[]): Promise<PublishOutcome> {
    bench.asker = new ScriptedAsker(...answers);
    const { session, cards, asker } = bench;
    return publish(document, { session, cards, asker, showPage: (url) => pages.push(url) });
  }

  async function isDraft(uri: vscode.Uri): Promise<boolean> {
    const draft = (await bench.cards.record(uri))?.draft ?? null;
    return draft !== null;
  }

  /** A commit that somebody else makes on the branch. */
  async function changeOnHub(old: string, text: string): Promise<void> {
    const head = repository().resolve('main')!;
    const content = Buffer.from(onHub()!.replace(old, text)).toString('base64');
    const lines = [
      { key: 'header', value: { summary: 'Meanwhile', parentCommit: head.oid } },
      { key: 'file', value: { path: 'README.md', content, encoding: 'base64' } },
    ];
    const answer = await fetch(`${bench.hub.url}/api/models/${MODEL}/commit/main`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', authorization: `Bearer ${TOKENS.mona}` },
      body: lines.map((line) => JSON.stringify(line)).join('\n'),
    });
    assert.equal(answer.status, 200);
  }

  it('commits to main where that is allowed, with a title from what changed', async () => {
    await bench.signIn('mona');
    const document = await draft('license: mit', 'license: apache-2.0');
    const outcome = await run(document, 'Commit to main', true, true);
    assert.equal(outcome.kind, 'published');
    assert.equal(onHub(), CARD.replace('mit', 'apache-2.0'));
    assert.equal(repository().resolve('main')?.title, 'Update license in the metadata');
    assert.equal(await isDraft(document.uri), false);
    await replace(document, 'Drop it.', 'Drop it twice.');
    assert.ok(await document.save(), 'the next draft goes on from there');
    assert.equal((await run(document, 'Commit to main', 'Twice', '')).kind, 'published');
    assert.match(onHub() ?? '', /twice/);
  });

  it('opens a pull request where it is not, and shows the card there', async () => {
    await bench.signIn('otto');
    const document = await draft('Drop it.', 'Drop it on a foot.');
    const outcome = await run(document, 'New pull request', 'Say where', 'For safety');
    assert.ok(outcome.kind === 'published', JSON.stringify(outcome));
    assert.match(outcome.message, /^Opened pull request #1 on acme\/anvil/);
    assert.equal(onHub(), CARD);
    assert.match(onHub('refs/pr/1') ?? '', /on a foot/);
    assert.equal(await isDraft(document.uri), false);
    const shown = vscode.window.activeTextEditor?.document;
    assert.equal(shown?.uri.path, `/${MODEL}@refs:pr:1/README.md`);
    assert.match(shown.getText(), /on a foot/);
    assert.equal(await textOf(document.uri), CARD);
  });

  it('names the open pull requests before another is opened, and leads to the existing one by default', async () => {
    await bench.signIn('otto');
    await run(await draft('license: mit', 'license: apache-2.0'), 'New pull request', 'Change the licence', '');
    const document = await draft('Drop it.', 'Drop it on a foot.');
    const outcome = await run(document, 'New pull request', true);
    assert.equal(outcome.kind, 'cancelled');
    assert.match(
      bench.asker.asked[1] ?? '',
      /^acme\/anvil has 1 open pull request\. #1 Change the licence \(by otto, 2026-10-01; changes the metadata\)$/,
    );
    assert.deepEqual(pages, [`${bench.hub.url}/${MODEL}/discussions/1`]);
    assert.equal(repository().discussions.length, 1);
    assert.equal(await isDraft(document.uri), true);
    const again = await run(document, 'New pull request', 'Open Another One', 'On a foot', '');
    assert.equal(again.kind, 'published');
    assert.equal(repository().discussions.length, 2);
  });

  it('adds to a pull request that is open', async () => {
    await bench.signIn('otto');
    await run(await draft('license: mit', 'license: apache-2.0'), 'New pull request', 'Change the licence', '');
    const document = await draft('Drop it.', 'Drop it on a foot.');
    const outcome = await run(document, 'Add to pull request #1', 'And say where', '');
    assert.equal(outcome.kind, 'published', JSON.stringify(outcome));
    const both = CARD.replace('mit', 'apache-2.0').replace('Drop it.', 'Drop it on a foot.');
    assert.equal(onHub('refs/pr/1'), both);
    assert.equal(repository().discussions.length, 1);
  });

  it('merges first where the branch has moved, and publishes then', async () => {
    await bench.signIn('mona');
    const document = await draft('Drop it.', 'Drop it on a foot.');
    await changeOnHub('license: mit', 'license: apache-2.0');
    const outcome = await run(document, true);
    assert.ok(outcome.kind === 'merged', JSON.stringify(outcome));
    const both = CARD.replace('mit', 'apache-2.0').replace('Drop it.', 'Drop it on a foot.');
    assert.equal(document.getText(), both);
    assert.doesNotMatch(onHub() ?? '', /foot/);
    assert.equal((await run(document, 'Commit to main', 'On a foot', '')).kind, 'published');
    assert.equal(onHub(), both);
  });

  it('keeps both sides of a conflict, and publishes no marks', async () => {
    await bench.signIn('mona');
    const document = await draft('Drop it.', 'Drop it on a foot.');
    await changeOnHub('Drop it.', 'Do not drop it.');
    assert.equal((await run(document, true)).kind, 'merged');
    assert.match(
      document.getText(),
      /<<<<<<< Your draft\nDrop it on a foot\.\n=======\nDo not drop it\.\n>>>>>>> main\n/,
    );
    const outcome = await run(document);
    assert.ok(outcome.kind === 'refused');
    assert.match(outcome.message, /still holds marks of a merge/);
  });

  it('publishes over commits that left the card alone', async () => {
    await bench.signIn('mona');
    const document = await draft('Drop it.', 'Drop it on a foot.');
    await changeOnHub('', '');
    assert.equal((await run(document, 'Commit to main', 'On a foot', '')).kind, 'published');
  });

  it('leaves the draft as it was when the Hub does not take it', async () => {
    await bench.signIn('mona');
    const document = await draft('license: mit', 'license: [mit');
    const outcome = await run(document, 'Commit to main', 'Break it', '');
    assert.ok(outcome.kind === 'failed', JSON.stringify(outcome));
    assert.match(outcome.message, /front matter/);
    assert.equal(await isDraft(document.uri), true);
    assert.match(document.getText(), /license: \[mit/);
  });

  it('says which permission a token lacks, and where to make one that has it', async () => {
    await bench.signIn('monaReads');
    const outcome = await run(await draft('Drop it.', 'Drop it on a foot.'));
    assert.ok(outcome.kind === 'refused', JSON.stringify(outcome));
    assert.match(outcome.message, /only reads.*discussion\.write at http/);
  });

  it('asks whoever is nobody to sign in', async () => {
    const outcome = await run(await draft('Drop it.', 'Drop it on a foot.'));
    assert.equal(outcome.kind, 'not-signed-in');
  });

  it('discards a draft only after asking', async () => {
    const document = await draft('Drop it.', 'Drop it on a foot.');
    assert.equal(await discardDraft(document, bench.cards, new ScriptedAsker(false)), false);
    assert.equal(await isDraft(document.uri), true);
    assert.equal(await discardDraft(document, bench.cards, new ScriptedAsker(true)), true);
    assert.equal(await isDraft(document.uri), false);
    assert.equal(await textOf(document.uri), CARD);
  });
});
