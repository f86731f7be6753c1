import { checkDiscuss, checkGate, checkWrite, seenModel } from './access';
import { openPullRequest } from './discussions';
import { bodyOf, type HubRequest, refuse, Refusal, type Reply, reply } from './exchange';
import { blobOid, type Files } from './git';
import { commitOf } from './models';
import type { Repository } from './repository';
import { MODEL, type Route } from './router';
import type { HubState, Token } from './state';
import { validate } from './validateYaml';

interface CommitBody {
  readonly summary: string;
  readonly description: string;
  readonly parentCommit: string | undefined;
  readonly changes: readonly { readonly path: string; readonly content: Buffer | null }[];
}

/** What a commit takes: how to send its files, then the commit itself. */
export function commitRoutes(state: HubState): readonly Route[] {
  return [
    {
      method: 'POST',
      path: new RegExp(`^/api/models/${MODEL}/preupload/([^/]+)$`),
      answer: (request, id = '', revision = '') => preupload(state, request, id, revision),
    },
    {
      method: 'POST',
      path: new RegExp(`^/api/models/${MODEL}/commit/([^/]+)$`),
      answer: (request, id = '', revision = '') => commit(state, request, id, revision),
    },
  ];
}

function preupload(state: HubState, request: HubRequest, id: string, revision: string): Reply {
  const repository = seenModel(state, request, id);
  checkMayCommit(state, request, repository, revision);
  const there = commitOf(repository, revision).files;
  const files = bodyOf(request)['files'] as readonly { readonly path: string }[];
  return reply({
    files: files.map(({ path }) => {
      const content = there.get(path);
      return { path, uploadMode: 'regular', shouldIgnore: false, ...(content && { oid: blobOid(content) }) };
    }),
  });
}

function commit(state: HubState, request: HubRequest, id: string, revision: string): Reply {
  const repository = seenModel(state, request, id);
  const token = checkMayCommit(state, request, repository, revision);
  const { summary, description, parentCommit, changes } = readCommit(request);
  const opens = request.url.searchParams.has('create_pr');
  const tip = commitOf(repository, revision);
  const parent = parentCommit === undefined ? tip : commitOf(repository, parentCommit);
  if (!opens && parent.oid !== tip.oid) {
    refuse(412, 'The branch was updated since you opened this page. Please refresh and try again.');
  }
  const made = repository.add({
    parents: [parent.oid],
    files: changed(parent.files, changes),
    title: summary,
    message: description,
    author: token.user,
    date: state.now(),
  });
  if (!opens) {
    repository.move(revision, made);
    const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
    if (number !== undefined) {
      const event = { type: 'commit', data: { subject: summary, oid: made.oid, parents: made.parents } } as const;
      const common = { id: state.newId(), createdAt: made.date, author: token.user };
      repository.discussion(Number(number))?.events.push({ ...common, ...event });
    }
  }
  const { origin } = request.url;
  const page = `${origin}/${repository.id}`;
  return reply({
    success: true,
    commitOid: made.oid,
    commitUrl: `${page}/commit/${made.oid}`,
    hookOutput: '',
    ...(opens && {
      pullRequestUrl: `${page}/discussions/${openPullRequest(state, repository, revision, parent, made).number}`,
    }),
  });
}

/** A pull request and changes to one's own need no more than a token that may discuss. */
function checkMayCommit(state: HubState, request: HubRequest, repository: Repository, revision: string): Token {
  checkGate(state, request, repository);
  const opens = request.url.searchParams.has('create_pr');
  if (opens && !repository.branches.has(revision)) refuse(404, `Invalid rev id: ${revision}`, 'RevisionNotFound');
  const number = /^refs\/pr\/(\d+)$/.exec(revision)?.[1];
  const own = number !== undefined && repository.discussion(Number(number))?.author === request.token?.user;
  return opens || own ? checkDiscuss(request, repository) : checkWrite(state, request, repository);
}

function readCommit({ body }: HubRequest): CommitBody {
  const lines = body
    .toString('utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');
  const parts = lines.map(
    (line) => JSON.parse(line) as { readonly key: string; readonly value: Record<string, string> },
  );
  const header = parts.find(({ key }) => key === 'header')?.value;
  if (header === undefined || (header['summary'] ?? '').trim() === '') return refuse(400, '"summary" is required');
  const changes = parts.flatMap(({ key, value }): CommitBody['changes'] => {
    const path = value['path'] ?? '';
    if (key === 'file') return [{ path, content: Buffer.from(value['content'] ?? '', 'base64') }];
    return key === 'deletedFile' ? [{ path, content: null }] : [];
  });
  checkCard(changes);
  return {
    summary: header['summary'] ?? '',
    description: header['description'] ?? '',
    parentCommit: header['parentCommit'],
    changes,
  };
}

/** Every commit of a card goes through the same check as `validate-yaml`. */
function checkCard(changes: CommitBody['changes']): void {
  const card = changes.find(({ path }) => path === 'README.md')?.content;
  if (!card) return;
  const { errors, warnings } = validate(card.toString('utf8'));
  if (errors.length === 0) return;
  const typed = errors.map((error) => ({ ...error, type: 'error' }));
  throw new Refusal({ status: 400, body: { errors: typed, warnings } });
}

function changed(before: Files, changes: CommitBody['changes']): Files {
  const files = new Map(before);
  for (const { path, content } of changes) {
    if (content === null) files.delete(path);
    else files.set(path, content);
  }
  return files;
}
