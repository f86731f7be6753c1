import { checkGate, seenModel } from './access';
import { bodyOf, type HubRequest, refuse, type Reply, reply } from './exchange';
import { blobOid, type Commit } from './git';
import { commitOf } from './models';
import { pageLink } from './paging';
import type { Repository } from './repository';
import { MODEL, type Route } from './router';
import type { HubState } from './state';

/** A file that is larger comes from another host, where the Hub has one. */
const LARGE = 100_000;

/** Files, folders, names of commits and histories. `cdnUrl` is the host that large files come from. */
export function fileRoutes(state: HubState, cdnUrl: string | undefined): readonly Route[] {
  const readable = (request: HubRequest, id: string): Repository => {
    const repository = seenModel(state, request, id);
    checkGate(state, request, repository);
    return repository;
  };
  return [
    {
      method: 'GET',
      path: new RegExp(`^/${MODEL}/(?:resolve|raw)/([^/]+)/(.+)$`),
      answer: (request, id = '', revision = '', path = '') => {
        const commit = commitOf(readable(request, id), revision);
        return file(request, commit, path, cdnUrl);
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/tree/([^/]+)(?:/(.*))?$`),
      answer: (request, id = '', revision = '', folder = '') =>
        tree(request, commitOf(readable(request, id), revision), folder),
    },
    {
      method: 'POST',
      path: new RegExp(`^/api/models/${MODEL}/paths-info/([^/]+)$`),
      answer: (request, id = '', revision = '') => {
        const { files } = commitOf(readable(request, id), revision);
        const { paths } = bodyOf(request);
        const asked = [paths ?? []].flat().map(String);
        return reply(
          [...files].filter(([path]) => asked.includes(path)).map(([path, content]) => entry(path, content)),
        );
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/refs$`),
      answer: (request, id = '') => refs(request, seenModel(state, request, id)),
    },
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/commits/([^/]+)$`),
      answer: (request, id = '', revision = '') => {
        const repository = readable(request, id);
        return history(request, repository, commitOf(repository, revision));
      },
    },
  ];
}

function file(request: HubRequest, commit: Commit, path: string, cdnUrl: string | undefined): Reply {
  const content = commit.files.get(path) ?? refuse(404, 'Entry not found', 'EntryNotFound');
  const etag = `"${blobOid(content)}"`;
  const headers = { 'X-Repo-Commit': commit.oid, ETag: etag, 'Content-Type': 'text/plain; charset=utf-8' };
  if (cdnUrl !== undefined && content.length > LARGE) {
    const linked = { 'X-Linked-ETag': etag, 'X-Linked-Size': String(content.length) };
    return { status: 302, headers: { ...headers, ...linked, Location: `${cdnUrl}/${blobOid(content)}` } };
  }
  if (request.headers['if-none-match'] === etag) return { status: 304, headers };
  return { status: 200, headers, body: content };
}

function tree(request: HubRequest, { files }: Commit, folder: string): Reply {
  const { searchParams } = request.url;
  const prefix = folder === '' ? '' : `${folder.replace(/\/$/, '')}/`;
  const entries = new Map<string, object>();
  for (const [path, content] of files) {
    if (!path.startsWith(prefix)) continue;
    const name = path.slice(prefix.length).split('/')[0] ?? '';
    if (searchParams.get('recursive') === 'true' || prefix + name === path) entries.set(path, entry(path, content));
    else
      entries.set(prefix + name, { type: 'directory', path: prefix + name, size: 0, oid: blobOid(Buffer.from(name)) });
  }
  if (entries.size === 0 && folder !== '') refuse(404, `${folder} does not exist`, 'EntryNotFound');
  const start = Number(searchParams.get('cursor') ?? 0);
  const limit = Number(searchParams.get('limit') ?? 1000);
  const more = start + limit < entries.size;
  return reply(
    [...entries.values()].slice(start, start + limit),
    200,
    more ? pageLink(request, 'cursor', start + limit) : {},
  );
}

function entry(path: string, content: Buffer): object {
  return { type: 'file', path, size: content.length, oid: blobOid(content) };
}

function refs({ url }: HubRequest, { branches, tags, pullRequests }: Repository): Reply {
  const named = (names: ReadonlyMap<string, string>, kind: string): readonly object[] =>
    [...names].map(([name, targetCommit]) => ({ name, ref: `refs/${kind}/${name}`, targetCommit }));
  const proposed = [...pullRequests].map(([number, targetCommit]) => ({
    name: String(number),
    ref: `refs/pr/${number}`,
    targetCommit,
  }));
  return reply({
    branches: named(branches, 'heads'),
    tags: named(tags, 'tags'),
    converts: [],
    ...(url.searchParams.has('include_prs') && { pullRequests: proposed }),
  });
}

function history(request: HubRequest, repository: Repository, commit: Commit): Reply {
  const { searchParams } = request.url;
  const limit = Number(searchParams.get('limit') ?? 50);
  const page = Number(searchParams.get('p') ?? 0);
  const all = repository.history(commit);
  const items = all.slice(page * limit, (page + 1) * limit).map(({ oid, title, message, author, date }) => ({
    id: oid,
    title,
    message,
    authors: [{ user: author, avatar: `/avatars/${author}.svg` }],
    date: date.toISOString(),
  }));
  const more = (page + 1) * limit < all.length;
  return reply(items, 200, { 'X-Total-Count': String(all.length), ...(more && pageLink(request, 'p', page + 1)) });
}
