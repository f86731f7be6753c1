import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { AccountCommands } from '../../src/editor/account/accountCommands';
import { TOKENS } from '../hub/server/samples';
import { HubBench } from './hubParts';
import { type Answer, ScriptedAsker } from './workspace';

describe('signing in', () => {
  const bench = new HubBench();

  function commands(...answers: readonly Answer[]): AccountCommands {
    bench.asker = new ScriptedAsker(...answers);
    bench.start();
    return new AccountCommands(bench.accounts, bench.session, bench.asker);
  }

  async function who(): Promise<string> {
    const session = await bench.session.open();
    if (session.kind === 'problem' || session.who.kind === 'nobody') return session.kind;
    const account = await bench.session.account(session.connection);
    return account.ok ? account.value.name : account.failure.kind;
  }

  it('keeps the token in the secret storage only, and uses it', async () => {
    assert.equal(await commands(TOKENS.mona).signIn(), true);
    assert.equal(await who(), 'mona');
    assert.deepEqual([...bench.secrets.held.values()], [TOKENS.mona]);
    assert.equal(bench.leaks(TOKENS.mona), false);
    bench.start();
    assert.equal(await who(), 'mona', 'a reload keeps it');
  });

  it('keeps nothing of a token that the Hub does not take, or that is none', async () => {
    assert.equal(await commands(TOKENS.ottoExpired).signIn(), false);
    const typo = commands('secret without a beginning');
    assert.equal(await typo.signIn(), false);
    assert.match(bench.asker.asked.at(-1) ?? '', /begins with hf_/);
    assert.equal(bench.leaks('secret without'), false);
    assert.equal(bench.secrets.held.size, 0);
  });

  it('switches between accounts and forgets the one that signs out', async () => {
    await commands(TOKENS.mona).signIn();
    await commands(TOKENS.otto).signIn();
    assert.equal(await who(), 'otto');
    await commands('mona (all)', undefined).switchAccount();
    assert.equal(await who(), 'mona');
    assert.match(bench.asker.asked.at(-1) ?? '', /Mona Lisa \(mona\)\nThe token "all" has the role write/);
    await commands().signOut();
    assert.equal(await who(), 'session', 'nobody');
    assert.deepEqual([...bench.secrets.held.values()], [TOKENS.otto]);
  });

  it('uses a token of the environment only where that was allowed, which is asked once', async () => {
    bench.env['HF_TOKEN'] = TOKENS.otto;
    commands('Go On Without');
    await bench.session.openAsking();
    await bench.session.openAsking();
    assert.equal(bench.asker.asked.length, 1);
    assert.match(bench.asker.asked[0] ?? '', /Use the token from HF_TOKEN for 127\.0\.0\.1/);
    assert.equal(await who(), 'session');
    assert.ok(bench.hub.requests.every(({ authorization }) => authorization === undefined));
    await commands('The token from HF_TOKEN', undefined).switchAccount();
    assert.equal(await who(), 'otto');
    assert.equal(bench.leaks(TOKENS.otto), false);
    await commands().signOut();
    assert.equal(await who(), 'session');
  });

  it('finds the accounts of the hf program', async () => {
    const home = bench.env['HF_HOME'] ?? '';
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'stored_tokens'), `[work]\nhf_token = ${TOKENS.mona}\n`);
    await commands('work', undefined).switchAccount();
    assert.equal(await who(), 'mona');
    assert.equal(bench.secrets.held.size, 0);
  });

  it('never sends a token to another Hub than its own', async () => {
    await commands(TOKENS.mona).signIn();
    const first = bench.hub.url;
    const before = bench.hub.requests.length;
    bench.env['HF_ENDPOINT'] = first.replace('127.0.0.1', 'localhost');
    bench.session.reset();
    assert.equal(await who(), 'session', 'nobody is signed in there');
    const session = await bench.session.open();
    assert.ok(session.kind === 'session');
    await bench.session.account(session.connection);
    const later = bench.hub.requests.slice(before);
    assert.ok(later.length > 0 && later.every(({ authorization }) => authorization === undefined));
  });

  it('says so where the address of the Hub is none', async () => {
    bench.env['HF_ENDPOINT'] = 'not an address';
    bench.session.reset();
    const session = await bench.session.open();
    assert.ok(session.kind === 'problem');
    assert.match(session.message, /^The address of the Hub is no web address; correct/);
  });
});
