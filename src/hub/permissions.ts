import type { Account } from './account';

/** Whether a token may do something, as far as it tells itself. */
export type Permission =
  | { readonly kind: 'yes' }
  /** The token does not say; the Hub will. */
  | { readonly kind: 'unknown' }
  | {
      readonly kind: 'no';
      /** What the token lacks: a scope, or a role where it is the account that may not. */
      readonly missing: string;
      /** One sentence that ends in the next step. */
      readonly message: string;
      /** The page that makes a token which may. */
      readonly link: string;
    };

const YES: Permission = { kind: 'yes' };
const UNKNOWN: Permission = { kind: 'unknown' };

/** For writing to a repository either name was seen in the Hub's answers. */
const WRITE_SCOPES = ['repo.write', 'repo.content.write'];

/** Whether an account's token may open pull requests on a model that it can read; no write access to it is needed. */
export function mayOpenPullRequest(account: Account, model: string, hubUrl: string): Permission {
  switch (account.role) {
    case 'write':
      return YES;
    case 'oauth':
      return UNKNOWN;
    case 'read':
      return lacks(account, 'discussion.write', 'open pull requests', hubUrl);
    case 'fineGrained': {
      if (account.globalScopes.includes('discussion.write')) return YES;
      const scoped = scopedPermission(account, model, ['discussion.write']);
      return scoped ?? lacks(account, 'discussion.write', 'open pull requests', hubUrl);
    }
  }
}

/** Whether an account's token may commit to a model directly. `mayAccess(…, 'write')` asks the Hub itself. */
export function mayCommit(account: Account, model: string, hubUrl: string): Permission {
  if (account.role === 'oauth') return UNKNOWN;
  if (account.role === 'read') return lacks(account, 'repo.write', `write to ${model}`, hubUrl);
  const own = ownPermission(account, model, hubUrl);
  if (own.kind === 'no' || account.role === 'write') return own;
  const scoped = scopedPermission(account, model, WRITE_SCOPES);
  if (scoped === null) return lacks(account, 'repo.write', `write to ${model}`, hubUrl);
  return scoped.kind === 'yes' ? own : scoped;
}

/** Whether an account's token may call inference providers, for itself or for an organisation. */
export function mayCallProviders(account: Account, hubUrl: string): Permission {
  const { role, scopes, globalScopes } = account;
  if (role === 'oauth') return UNKNOWN;
  const allowed = [...globalScopes, ...scopes.flatMap(({ permissions }) => permissions)];
  if (role !== 'fineGrained' || allowed.includes('inference.serverless.write')) return YES;
  return lacks(account, 'inference.serverless.write', 'call inference providers', hubUrl);
}

/** What the account may do, whichever token it uses. */
function ownPermission(account: Account, model: string, hubUrl: string): Permission {
  const owner = ownerOf(model);
  if (owner === account.name) return YES;
  const role = account.organizations.find(({ name }) => name === owner)?.role;
  if (role === 'admin' || role === 'write') return YES;
  // A contributor writes to what they made themselves.
  if (role === 'contributor') return UNKNOWN;
  const message = `${account.name} may not write to ${model}; open a pull request instead, or use an account that may.`;
  return { kind: 'no', missing: `write access to ${owner}`, message, link: `${hubUrl}/settings/tokens` };
}

/** What a fine-grained token says of a model; null where nothing it names covers that. */
function scopedPermission({ scopes }: Account, model: string, wanted: readonly string[]): Permission | null {
  const allowed = scopes.filter(({ permissions }) => permissions.some((permission) => wanted.includes(permission)));
  const covers = allowed.some(({ entity }) =>
    entity.type === 'model'
      ? entity.name === model
      : ['user', 'org'].includes(entity.type) && entity.name === ownerOf(model),
  );
  if (covers) return YES;
  // Which models are in a resource group only the Hub knows.
  return allowed.some(({ entity }) => entity.type === 'resource-group') ? UNKNOWN : null;
}

/** Says that a token lacks a permission, and where one is made that has it. */
export function lacks({ role, tokenName }: Account, scope: string, what: string, hubUrl: string): Permission {
  const token = tokenName === undefined ? 'The token' : `The token "${tokenName}"`;
  const why = role === 'read' ? 'only reads' : `lacks the permission ${scope}`;
  const link = tokenLink(scope, hubUrl);
  const message = `${token} ${why}, so it cannot ${what}; make one that has ${scope} at ${link}.`;
  return { kind: 'no', missing: scope, message, link };
}

/** The page that makes a token, with the scope ticked (https://huggingface.co/docs/hub/security-tokens). */
export function tokenLink(scope: string, hubUrl: string): string {
  const query = new URLSearchParams({ tokenType: 'fineGrained' });
  query.append('ownUserPermissions', 'repo.content.read');
  query.append(scope === 'discussion.write' ? 'globalPermissions' : 'ownUserPermissions', scope);
  return `${hubUrl}/settings/tokens/new?${query.toString()}`;
}

function ownerOf(model: string): string {
  return model.split('/')[0] ?? '';
}
