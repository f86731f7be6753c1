import { type HubRequest, refuse } from './exchange';
import type { Repository } from './repository';
import type { HubState, Token } from './state';

const NO_PERMISSION = "You don't have the required permissions to perform this action";

/** The model of a request, if its account may know of it; a former name leads to the present one. */
export function seenModel(state: HubState, request: HubRequest, id: string): Repository {
  const repository = state.find(id);
  if (repository !== undefined && maySee(state, request.token, repository)) {
    if (repository.disabled) refuse(403, 'Access to this resource is disabled.');
    return repository;
  }
  if (request.token === null) refuse(401, 'Invalid username or password.');
  return refuse(404, 'Repository not found', 'RepoNotFound');
}

/** Ends where the account may know of a model, but not read its files. */
export function checkGate(state: HubState, request: HubRequest, repository: Repository): void {
  const { gatedFor, id } = repository;
  const { token } = request;
  if (gatedFor === null) return;
  if (token !== null && (gatedFor.includes(token.user) || owns(state, token.user, repository))) return;
  refuse(
    token === null ? 401 : 403,
    token === null
      ? `Access to model ${id} is restricted. You must have access to it and be authenticated to access it. Please log in.`
      : `Access to model ${id} is restricted and you are not in the authorized list.`,
    'GatedRepo',
  );
}

/** Ends where the account's token may not change a model directly. */
export function checkWrite(state: HubState, request: HubRequest, repository: Repository): Token {
  const token = signedIn(request);
  return mayWrite(state, token, repository) ? token : refuse(403, NO_PERMISSION);
}

/** Ends where the account's token may not open pull requests or comment on a model. */
export function checkDiscuss(request: HubRequest, repository: Repository): Token {
  const token = signedIn(request);
  if (token.role === 'write') return token;
  const everywhere = token.fineGrained?.global?.includes('discussion.write') === true && !repository.private;
  if (everywhere || scoped(token, repository, 'discussion.write')) return token;
  return refuse(403, `${NO_PERMISSION}: your token lacks discussion.write`);
}

/** Whether a token's account may change a model, and the token may use that. */
export function mayWrite(state: HubState, token: Token, repository: Repository): boolean {
  if (!owns(state, token.user, repository)) return false;
  return token.role === 'write' || scoped(token, repository, 'repo.write');
}

/** The token of a request, or the answer to one without. */
export function signedIn({ token }: HubRequest): Token {
  return token ?? refuse(401, 'Invalid username or password.');
}

/** Whether a token's account may know of a model. */
export function maySee(state: HubState, token: Token | null, repository: Repository): boolean {
  if (!repository.private) return true;
  if (token === null) return false;
  const member = state.organizations.get(repository.owner)?.members[token.user] !== undefined;
  if (token.user !== repository.owner && !member) return false;
  return token.role !== 'fineGrained' || scoped(token, repository, 'repo.content.read', 'repo.write');
}

function owns(state: HubState, user: string, { owner }: Repository): boolean {
  const role = state.organizations.get(owner)?.members[user];
  return user === owner || role === 'admin' || role === 'write';
}

function scoped({ fineGrained }: Token, { id, owner }: Repository, ...wanted: readonly string[]): boolean {
  return (fineGrained?.scoped ?? []).some(
    ({ entity, permissions }) =>
      entity.name === (entity.type === 'model' ? id : owner) && wanted.some((name) => permissions.includes(name)),
  );
}
