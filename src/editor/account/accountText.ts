import type { Account } from '../../hub/index';
import { count } from '../../plural';

/** A name that tells apart the tokens of one person. */
export function accountName({ name, tokenName }: Account): string {
  return tokenName === undefined ? name : `${name} (${tokenName})`;
}

/** Who a token belongs to, its role, what it may do and when it expires: one line each, for a person. */
export function accountText(account: Account, now: Date): string {
  const { name, fullName, tokenName } = account;
  const token = tokenName === undefined ? 'The token' : `The token "${tokenName}"`;
  return [
    fullName === name ? name : `${fullName} (${name})`,
    `${token} has the role ${ROLE_NAME[account.role]}.`,
    ...abilities(account),
    expiry(account.expiresAt, now),
  ].join('\n');
}

const ROLE_NAME: Readonly<Record<Account['role'], string>> = {
  read: 'read',
  write: 'write',
  fineGrained: 'fine-grained',
  oauth: 'OAuth',
};

function abilities({ name, role, organizations, globalScopes, scopes }: Account): readonly string[] {
  switch (role) {
    case 'read':
      return ['It only reads: it can neither commit nor open pull requests.'];
    case 'write': {
      const writes = organizations.filter((one) => one.role === 'admin' || one.role === 'write');
      const owners = [name, ...writes.map((one) => one.name)].join(', ');
      return [`It may commit to the models of ${owners}, and open pull requests on every model that it can read.`];
    }
    case 'fineGrained':
      return [
        `Everywhere: ${globalScopes.join(', ') || 'nothing'}.`,
        ...scopes.map(({ entity, permissions }) => `On ${entity.name || entity.type}: ${permissions.join(', ')}.`),
      ];
    case 'oauth':
      return ['What it may do only shows when it is used.'];
  }
}

const DAY_MS = 86_400_000;

function expiry(expiresAt: Date | undefined, now: Date): string {
  if (expiresAt === undefined) return 'The Hub names no date on which it expires.';
  const date = expiresAt.toISOString().slice(0, 10);
  const days = Math.ceil((expiresAt.getTime() - now.getTime()) / DAY_MS);
  return days <= 0 ? `It expired on ${date}.` : `It expires on ${date}, in ${count(days, 'day')}.`;
}
