import { parse } from 'yaml';
import { checkGate, checkWrite, maySee, seenModel } from './access';
import { evalResultsJson } from './evalResults';
import { type HubRequest, refuse, type Reply, reply } from './exchange';
import type { Commit } from './git';
import { pageLink } from './paging';
import type { Repository } from './repository';
import { MODEL, type Route } from './router';
import { safetensorsJson } from './safetensors';
import { frontMatterOf } from './validateYaml';
import type { HubState } from './state';

/** Lists of models, what is known of one, and whether an account may read or write it. */
export function modelRoutes(state: HubState): readonly Route[] {
  const info = (request: HubRequest, id: string, revision = 'main'): Reply => {
    const repository = seenModel(state, request, id);
    const commit = commitOf(repository, revision);
    return reply(chosen(infoJson(repository, commit), request.url.searchParams.getAll('expand')));
  };
  return [
    { method: 'GET', path: /^\/api\/models$/, answer: (request) => list(state, request) },
    { method: 'GET', path: new RegExp(`^/api/models/${MODEL}$`), answer: info },
    { method: 'GET', path: new RegExp(`^/api/models/${MODEL}/revision/([^/]+)$`), answer: info },
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/auth-check$`),
      answer: (request, id = '') => {
        checkGate(state, request, seenModel(state, request, id));
        return { status: 200, body: 'OK' };
      },
    },
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/auth-check/write$`),
      answer: (request, id = '') => {
        checkWrite(state, request, seenModel(state, request, id));
        return { status: 200, body: 'OK' };
      },
    },
  ];
}

/** The commit of a revision, or the Hub's answer where there is none. */
export function commitOf(repository: Repository, revision: string): Commit {
  return repository.resolve(revision) ?? refuse(404, `Invalid rev id: ${revision}`, 'RevisionNotFound');
}

function list(state: HubState, request: HubRequest): Reply {
  const { searchParams } = request.url;
  const query = (searchParams.get('search') ?? '').toLowerCase();
  const author = searchParams.get('author');
  const limit = Number(searchParams.get('limit') ?? 1000);
  const start = Number(searchParams.get('cursor') ?? 0);
  const found = state
    .models()
    .filter((repository) => maySee(state, request.token, repository))
    .filter(({ id, owner }) => id.toLowerCase().includes(query) && (author ?? owner) === owner);
  const page = found
    .slice(start, start + limit)
    .map((repository) => infoJson(repository, commitOf(repository, 'main')));
  const items = page.map((info) => chosen(info, searchParams.getAll('expand')));
  return reply(items, 200, start + limit < found.length ? pageLink(request, 'cursor', start + limit) : {});
}

type Info = ReturnType<typeof infoJson>;

/** Only what was asked for, where anything was. */
function chosen(info: Info, expand: readonly string[]): object {
  const fields = new Map<string, unknown>(Object.entries(info));
  const hidden = ['evalResults', 'inferenceProviderMapping'];
  if (expand.length === 0) return Object.fromEntries([...fields].filter(([name]) => !hidden.includes(name)));
  const unknown = expand.find((name) => !fields.has(name));
  if (unknown !== undefined) refuse(400, `"expand" must be one of [${[...fields.keys()].join(', ')}]`);
  return Object.fromEntries(['_id', 'id', ...expand].map((name) => [name, fields.get(name)]));
}

function infoJson(repository: Repository, commit: Commit) {
  const { id, owner, private: hidden, gatedFor, createdAt, disabled } = repository;
  const { 'model-index': modelIndex, ...cardData } = cardDataOf(commit);
  return {
    _id: commit.oid.slice(0, 24),
    id,
    modelId: id,
    author: owner,
    sha: commit.oid,
    private: hidden,
    gated: gatedFor === null ? false : 'manual',
    disabled,
    lastModified: commit.date.toISOString(),
    createdAt: createdAt.toISOString(),
    pipeline_tag: cardData['pipeline_tag'],
    library_name: cardData['library_name'],
    tags: [cardData['tags'] ?? []].flat(),
    downloads: 0,
    likes: 0,
    cardData,
    'model-index': modelIndex ?? null,
    siblings: [...commit.files.keys()].sort().map((rfilename) => ({ rfilename })),
    spaces: [],
    safetensors: safetensorsJson(commit.files),
    inferenceProviderMapping: providersJson(repository),
    evalResults: evalResultsJson(repository, commit),
  };
}

function providersJson({ providers }: Repository): object {
  const served = (status: string) => ({ status, providerId: 'of its own', task: 'conversational' });
  return Object.fromEntries([...providers].map(([provider, status]) => [provider, served(status)]));
}

function cardDataOf({ files }: Commit): Readonly<Record<string, unknown>> {
  const value: unknown = parse(frontMatterOf(files.get('README.md')?.toString('utf8') ?? '') ?? '');
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
