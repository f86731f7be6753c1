import { parse } from 'yaml';
import { refuse, reply } from './exchange';
import { blobOid, type Commit } from './git';
import { personJson } from './people';
import type { Repository } from './repository';
import type { Route } from './router';
import type { HubState } from './state';

/** The results of `.eval_results/` on a branch, and those that open pull requests would add. */
export function evalResultsJson(repository: Repository, commit: Commit): readonly object[] {
  const merged = resultFiles(commit);
  const known = new Set(merged.map(({ oid }) => oid));
  const open = repository.discussions.filter(({ isPullRequest, status }) => isPullRequest && status === 'open');
  const proposed = open.flatMap(({ number }) => {
    const head = repository.resolve(`refs/pr/${number}`);
    const files = head === undefined ? [] : resultFiles(head).filter(({ oid }) => !known.has(oid));
    return files.flatMap(({ items }) => items.map((item) => ({ ...item, pullRequest: number })));
  });
  return [...merged.flatMap(({ items }) => items), ...proposed];
}

/** `GET /api/datasets/{id}/leaderboard`. */
export function leaderboardRoutes(state: HubState): readonly Route[] {
  return [
    {
      method: 'GET',
      path: /^\/api\/datasets\/([\w.-]+\/[\w.-]+)\/leaderboard$/,
      answer: (_, id = '') => {
        const rows = state.leaderboards.get(id) ?? refuse(404, 'Repository not found', 'RepoNotFound');
        const sorted = [...rows].sort((a, b) => b.value - a.value);
        return reply(
          sorted.map(({ model, ...row }, index) => ({
            rank: index + 1,
            modelId: model,
            verified: false,
            author: personJson(state, model.split('/')[0] ?? ''),
            ...row,
          })),
        );
      },
    },
  ];
}

function resultFiles({ files }: Commit) {
  return [...files]
    .filter(([path]) => /^\.eval_results\/[^/]+\.yaml$/.test(path))
    .map(([filename, content]) => ({ oid: blobOid(content), items: itemsOf(filename, content) }));
}

/** A file that is no list of results shows with an error instead. */
function itemsOf(filename: string, content: Buffer): readonly object[] {
  try {
    const items: unknown = parse(content.toString('utf8'));
    if (Array.isArray(items)) return items.map((data: unknown) => ({ filename, verified: false, data }));
  } catch {
    // Said below.
  }
  return [{ filename, error: `Invalid YAML in ${filename}` }];
}
