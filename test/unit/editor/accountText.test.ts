import assert from 'node:assert/strict';
import { accountName, accountText } from '../../../src/editor/account/accountText';
import type { Account } from '../../../src/hub/account';

const now = new Date('2026-11-01T12:00:00Z');
const mona: Account = {
  name: 'mona',
  fullName: 'Mona Lisa',
  organizations: [
    { name: 'acme', role: 'admin' },
    { name: 'louvre', role: 'read' },
  ],
  role: 'write',
  tokenName: 'all',
  globalScopes: [],
  scopes: [],
};

describe('the text about an account', () => {
  it('says who it is, the role, what it may do and when it expires', () => {
    const account = { ...mona, expiresAt: new Date('2026-11-11T12:00:00Z') };
    assert.deepEqual(accountText(account, now).split('\n'), [
      'Mona Lisa (mona)',
      'The token "all" has the role write.',
      'It may commit to the models of mona, acme, and open pull requests on every model that it can read.',
      'It expires on 2026-11-11, in 10 days.',
    ]);
  });

  it('names the scopes of a fine-grained token', () => {
    const account: Account = {
      ...mona,
      role: 'fineGrained',
      globalScopes: ['discussion.write'],
      scopes: [{ entity: { type: 'model', name: 'acme/anvil' }, permissions: ['repo.write'] }],
    };
    const text = accountText(account, now);
    assert.match(text, /^Everywhere: discussion\.write\.$/m);
    assert.match(text, /^On acme\/anvil: repo\.write\.$/m);
  });

  it('says that a token only reads, and that it has expired', () => {
    const text = accountText({ ...mona, role: 'read', expiresAt: new Date('2020-01-01') }, now);
    assert.match(text, /only reads/);
    assert.match(text, /^It expired on 2020-01-01\.$/m);
  });

  it('tells apart two tokens of one person', () => {
    assert.equal(accountName(mona), 'mona (all)');
    const { tokenName: _, ...nameless } = mona;
    assert.equal(accountName(nameless), 'mona');
  });
});
