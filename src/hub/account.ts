import { attempt } from './attempt';
import type { HubConnection } from './connection';
import type { HubResult } from './failure';
import { AnswerReader, type JsonObject, optionalText } from './json';

/** What kind of token it is; `oauth` for one that a sign-in page gave out. */
export type TokenRole = 'read' | 'write' | 'fineGrained' | 'oauth';

/** What a fine-grained token may do with one thing. */
export interface TokenScope {
  readonly entity: { readonly type: string; readonly name: string };
  readonly permissions: readonly string[];
}

/** An organisation and what the account may do in it. */
export interface Membership {
  readonly name: string;
  readonly role: 'admin' | 'write' | 'contributor' | 'read' | 'no_access';
}

/** Who a token belongs to and what it may do. */
export interface Account {
  readonly name: string;
  readonly fullName: string;
  readonly organizations: readonly Membership[];
  readonly role: TokenRole;
  /** What the person called the token. */
  readonly tokenName?: string;
  readonly expiresAt?: Date;
  /** Permissions of a fine-grained token that hold everywhere, such as `discussion.write`. */
  readonly globalScopes: readonly string[];
  readonly scopes: readonly TokenScope[];
}

/** The account of the connection's token. The Hub allows few of these questions: ask once per token. */
export function whoAmI(connection: HubConnection, signal?: AbortSignal): Promise<HubResult<Account>> {
  return attempt(async () => {
    const answer = await connection.json({ path: '/api/whoami-v2', subject: {}, signal });
    return accountOf(answer, new AnswerReader(connection));
  });
}

function accountOf(answer: unknown, read: AnswerReader): Account {
  const account = read.object(answer, 'the account');
  const auth = read.object(account['auth'] ?? {}, 'auth');
  const token = read.object(auth['accessToken'] ?? {}, 'the token');
  const fine = read.object(token['fineGrained'] ?? {}, 'the permissions');
  const name = read.text(account['name'], 'the name');
  const tokenName = optionalText(token['displayName']);
  const expiresAt = optionalText(auth['expiresAt']) ?? optionalText(token['expiresAt']);
  return {
    name,
    fullName: optionalText(account['fullname']) ?? name,
    organizations: read.objects(account['orgs'] ?? [], 'the organisations').map((org) => ({
      name: read.text(org['name'], 'the name of an organisation'),
      role: roleInOrganization(org['roleInOrg']),
    })),
    role: tokenRole(token['role']),
    ...(tokenName !== undefined && { tokenName }),
    ...(expiresAt !== undefined && { expiresAt: read.date(expiresAt, 'the date') }),
    globalScopes: texts(fine['global']),
    scopes: read.objects(fine['scoped'] ?? [], 'the permissions').map((scope) => scopeOf(scope, read)),
  };
}

function scopeOf(scope: JsonObject, read: AnswerReader): TokenScope {
  const entity = read.object(scope['entity'], 'what a permission is for');
  return {
    entity: { type: read.text(entity['type'], 'a type'), name: optionalText(entity['name']) ?? '' },
    permissions: texts(scope['permissions']),
  };
}

function tokenRole(role: unknown): TokenRole {
  if (role === 'read' || role === 'write' || role === 'fineGrained') return role;
  return role === 'god' ? 'write' : 'oauth';
}

function roleInOrganization(role: unknown): Membership['role'] {
  const roles = ['admin', 'write', 'contributor', 'read'] as const;
  return roles.find((known) => known === role) ?? 'no_access';
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
