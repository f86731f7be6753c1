import assert from 'node:assert/strict';
import type { Account, TokenScope } from '../../../src/hub/account';
import { mayCommit, mayOpenPullRequest } from '../../../src/hub/permissions';
import { HUB } from './support';

const MODEL = 'acme/anvil';

function account(some: Partial<Account>): Account {
  return {
    name: 'mona',
    fullName: 'Mona',
    organizations: [],
    role: 'write',
    globalScopes: [],
    scopes: [],
    ...some,
  };
}

function scope(type: string, name: string, ...permissions: string[]): TokenScope {
  return { entity: { type, name }, permissions };
}

const admin = { organizations: [{ name: 'acme', role: 'admin' }] } as const;
const contributor = { organizations: [{ name: 'acme', role: 'contributor' }] } as const;
const fine = { role: 'fineGrained' } as const;

type Case = readonly [what: string, account: Partial<Account>, pullRequest: string, commit: string];

const CASES: readonly Case[] = [
  ['a read token', { role: 'read', ...admin }, 'no', 'no'],
  ['a write token of a stranger', {}, 'yes', 'no'],
  ['a write token of an admin', admin, 'yes', 'yes'],
  ['a write token of a contributor', contributor, 'yes', 'unknown'],
  ['an OAuth token', { role: 'oauth' }, 'unknown', 'unknown'],
  ['a fine-grained token without scopes', { ...fine, ...admin }, 'no', 'no'],
  ['discussions everywhere', { ...fine, globalScopes: ['discussion.write'] }, 'yes', 'no'],
  ['the model', { ...fine, ...admin, scopes: [scope('model', MODEL, 'repo.write', 'discussion.write')] }, 'yes', 'yes'],
  ['its organisation', { ...fine, ...admin, scopes: [scope('org', 'acme', 'repo.content.write')] }, 'no', 'yes'],
  [
    'another model',
    { ...fine, ...admin, scopes: [scope('model', 'acme/other', 'repo.write', 'discussion.write')] },
    'no',
    'no',
  ],
  ['a resource group', { ...fine, ...admin, scopes: [scope('resource-group', 'g', 'repo.write')] }, 'no', 'unknown'],
  [
    'scopes for an organisation that one is not in',
    { ...fine, scopes: [scope('org', 'acme', 'repo.write')] },
    'no',
    'no',
  ],
];

describe('what a token may do', () => {
  for (const [what, some, pullRequest, commit] of CASES) {
    it(`tells it for ${what}`, () => {
      assert.equal(mayOpenPullRequest(account(some), MODEL, HUB).kind, pullRequest);
      assert.equal(mayCommit(account(some), MODEL, HUB).kind, commit);
    });
  }

  it('lets people commit to their own models', () => {
    assert.equal(mayCommit(account({}), 'mona/lisa', HUB).kind, 'yes');
  });

  it('names the missing scope and the page that makes such a token', () => {
    const reader = account({ role: 'read', tokenName: 'laptop' });
    const permission = mayOpenPullRequest(reader, MODEL, HUB);
    assert.ok(permission.kind === 'no');
    assert.equal(permission.missing, 'discussion.write');
    assert.equal(
      permission.link,
      `${HUB}/settings/tokens/new?tokenType=fineGrained&ownUserPermissions=repo.content.read&globalPermissions=discussion.write`,
    );
    assert.match(permission.message, /"laptop" only reads, .*discussion\.write at https:/);
    const commit = mayCommit(account({ ...fine, ...admin }), MODEL, HUB);
    assert.ok(commit.kind === 'no' && commit.link.endsWith('&ownUserPermissions=repo.write'));
  });
});
