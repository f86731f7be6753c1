import { commit as libraryCommit, listCommits } from '@huggingface/hub';
import { attempt, HubError, valueOf } from './attempt';
import type { HubConnection } from './connection';
import { openPullRequests } from './discussions';
import type { HubResult } from './failure';
import { readFile } from './files';
import { take, viaLibrary } from './library';
import { once } from './once';

/** Files to write in one commit, and on what they are based. */
export interface CommitRequest {
  readonly model: string;
  readonly files: readonly { readonly path: string; readonly content: Uint8Array }[];
  readonly title: string;
  readonly description?: string;
  /** The commit that the files were read at; if the branch has moved on since, nothing is written. */
  readonly parentCommit: string;
  /** A branch or `refs/pr/N`; for a new pull request the branch that it is to change. */
  readonly revision: string;
  readonly newPullRequest: boolean;
}

/** A commit that is on the Hub. */
export interface CommitDone {
  readonly commit: string;
  /** The number of the pull request that was opened with it. */
  readonly pullRequest?: number;
  /** Its page on the Hub. */
  readonly url: string;
}

/** How many commits back one is looked for that may have arrived. */
const LOOK_BACK = 50;

/**
 * Writes files in one commit: onto a branch, onto a pull request, or as a new pull request. It is made once however
 * often the connection fails and however often a person tries: one with the same title and content that is there
 * already, newer than the parent or in an open pull request, is taken for it.
 */
export function writeCommit(
  connection: HubConnection,
  request: CommitRequest,
  signal?: AbortSignal,
): Promise<HubResult<CommitDone>> {
  return attempt(async () => {
    const send = (): Promise<CommitDone> => sendCommit(connection, request, signal);
    if (request.newPullRequest) {
      const find = (): Promise<CommitDone | null> => findPullRequest(connection, request, signal);
      // The Hub takes any number of equal pull requests, so an earlier try that was not answered shows only here.
      return (await find()) ?? (await once(connection, { send, find }, signal));
    }
    const find = (): Promise<CommitDone | null> => findCommit(connection, request, signal);
    try {
      return await once(connection, { send, find }, signal);
    } catch (error) {
      const moved = error instanceof HubError && error.failure.kind === 'branch-moved';
      const found = moved ? await find() : null;
      if (found !== null) return found;
      throw error;
    }
  });
}

async function sendCommit(
  connection: HubConnection,
  request: CommitRequest,
  signal: AbortSignal | undefined,
): Promise<CommitDone> {
  const { model, files, title, description, parentCommit, revision, newPullRequest } = request;
  return viaLibrary(connection, { model, revision }, signal, async (common) => {
    const done = await libraryCommit({
      ...common,
      repo: model,
      branch: revision,
      title,
      ...(description !== undefined && { description }),
      parentCommit,
      isPullRequest: newPullRequest,
      operations: files.map(({ path, content }) => ({
        operation: 'addOrUpdate',
        path,
        content: new Blob([new Uint8Array(content)]),
      })),
    });
    if (typeof done?.commit.oid !== 'string') throw new Error('its answer lacks the commit');
    const { commit, pullRequestUrl: page } = done;
    if (!newPullRequest) return { commit: commit.oid, url: commit.url };
    const number = /\/discussions\/(\d+)$/.exec(page ?? '')?.[1];
    if (page === undefined || number === undefined) throw new Error('its answer lacks the pull request');
    return { commit: commit.oid, pullRequest: Number(number), url: page };
  });
}

/** The commit of the branch, newer than the parent, that has our title and content. */
async function findCommit(
  connection: HubConnection,
  request: CommitRequest,
  signal: AbortSignal | undefined,
): Promise<CommitDone | null> {
  const { model, revision, title, parentCommit } = request;
  const latest = await viaLibrary(connection, { model, revision }, signal, (common) =>
    take(
      listCommits({ ...common, repo: model, revision: encodeURIComponent(revision), batchSize: LOOK_BACK }),
      LOOK_BACK,
    ),
  );
  const parent = latest.findIndex(({ oid }) => oid === parentCommit);
  for (const { oid, title: theirs } of parent < 0 ? latest : latest.slice(0, parent)) {
    if (theirs.trim() !== title.trim() || !(await holdsFiles(connection, request, oid, signal))) continue;
    return { commit: oid, url: `${connection.hubUrl}/${model}/commit/${oid}` };
  }
  return null;
}

/** The open pull request that has our title and content. */
async function findPullRequest(
  connection: HubConnection,
  request: CommitRequest,
  signal: AbortSignal | undefined,
): Promise<CommitDone | null> {
  const { model, title } = request;
  for (const open of valueOf(await openPullRequests(connection, model, signal))) {
    if (open.title.trim() !== title.trim()) continue;
    const commit = await holdsFiles(connection, request, `refs/pr/${String(open.number)}`, signal);
    if (commit !== null) return { commit, pullRequest: open.number, url: open.url };
  }
  return null;
}

/** The commit that a revision names, if all files of a request stand there just so. */
async function holdsFiles(
  connection: HubConnection,
  { model, files }: CommitRequest,
  revision: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  let commit: string | null = null;
  for (const { path, content } of files) {
    const there = await readFile(connection, { model, revision, path }, signal);
    if (!there.ok && there.failure.kind === 'missing-file') return null;
    const file = valueOf(there);
    if (!sameBytes(file.content, content)) return null;
    commit = file.commit;
  }
  return commit;
}

function sameBytes(some: Uint8Array, others: Uint8Array): boolean {
  return some.length === others.length && some.every((byte, index) => byte === others[index]);
}
