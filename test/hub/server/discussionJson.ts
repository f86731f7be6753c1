import { createTwoFilesPatch } from 'diff';
import { blobOid, type Files } from './git';
import { conflictsOf } from './merge';
import { personJson } from './people';
import { changedPaths, type Discussion, type DiscussionEvent, type Repository } from './repository';
import type { HubState } from './state';

/** A discussion as lists show it. */
export function itemJson(state: HubState, repository: Repository, discussion: Discussion) {
  const { number, title, status, isPullRequest, createdAt, author, events } = discussion;
  return {
    num: number,
    title,
    status,
    isPullRequest,
    createdAt: createdAt.toISOString(),
    author: personJson(state, author),
    repo: { name: repository.id, type: 'model' },
    repoOwner: { name: repository.owner, isParticipating: false, isDiscussionAuthor: author === repository.owner },
    numComments: events.filter(({ type }) => type === 'comment').length,
    numReactionUsers: 0,
    topReactions: [],
    pinned: false,
  };
}

/** A discussion with its events and, for a pull request, its changes. */
export function detailJson(state: HubState, repository: Repository, discussion: Discussion, withDiff: boolean): object {
  const { base, mergeCommit, number, events } = discussion;
  return {
    ...itemJson(state, repository, discussion),
    events: events.map((event) => eventJson(state, event)),
    locked: false,
    ...(base && {
      changes: { base: `refs/heads/${base.branch}`, ...(mergeCommit && { mergeCommitId: mergeCommit }) },
      filesWithConflicts: mergeCommit === undefined ? conflictsOf(repository, discussion) : [],
      diffUrl: `/${repository.id}/resolve/refs%2Fpr%2F${number}.diff`,
      ...(withDiff && { diff: diffOf(filesAt(repository, base.commit), filesAt(repository, `refs/pr/${number}`)) }),
    }),
  };
}

/** An event as answers show it. */
export function eventJson(state: HubState, { id, type, createdAt, author, data }: DiscussionEvent): object {
  const common = { id, type, createdAt: createdAt.toISOString(), author: personJson(state, author) };
  if (type !== 'comment') return { ...common, data };
  const raw = String(data['raw']);
  const html = `<p>${raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>`;
  const latest = { raw, html, updatedAt: common.createdAt, author: common.author };
  return { ...common, data: { edited: false, hidden: false, latest, numEdits: 0, reactions: [] } };
}

function filesAt(repository: Repository, revision: string): Files {
  return repository.resolve(revision)?.files ?? new Map<string, Buffer>();
}

function diffOf(before: Files, after: Files): string {
  return changedPaths(before, after)
    .map((path) => {
      const [old, now] = [before.get(path), after.get(path)];
      const names = [old ? `a/${path}` : '/dev/null', now ? `b/${path}` : '/dev/null'] as const;
      const index = `index ${old ? blobOid(old).slice(0, 7) : '0000000'}..${now ? blobOid(now).slice(0, 7) : '0000000'}`;
      const patch = createTwoFilesPatch(
        ...names,
        old?.toString('utf8') ?? '',
        now?.toString('utf8') ?? '',
        undefined,
        undefined,
      );
      const body = patch.slice(patch.indexOf('--- ')).replace(/^((?:---|\+\+\+) [^\t\n]*)\t?$/gm, '$1');
      return `diff --git a/${path} b/${path}\n${old ? '' : 'new file mode 100644\n'}${index} 100644\n${body}`;
    })
    .join('');
}
