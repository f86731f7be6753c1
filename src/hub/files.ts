import { listFiles as libraryListFiles } from '@huggingface/hub';
import { attempt, HubError } from './attempt';
import type { HubConnection } from './connection';
import type { WireAnswer } from './exchange';
import { type HubResult, hubFailure } from './failure';
import { AnswerReader } from './json';
import { take, viaLibrary } from './library';
import type { HubReference } from './reference';

/** A file of the Hub, byte for byte. */
export interface HubFile {
  readonly content: Uint8Array;
  /** The commit that the revision named when it was read: the parent of a change to it. */
  readonly commit: string;
  /** Names the content, for `readFileIfChanged`. */
  readonly etag: string;
}

/** What lies in a folder of a repository. */
export interface FileEntry {
  readonly path: string;
  readonly type: 'file' | 'directory';
  readonly size: number;
}

/** A branch, tag or pull request and the commit it stands at. */
export interface GitReference {
  /** As a revision is written: `main`, `v1.0`, `refs/pr/7`. */
  readonly revision: string;
  readonly commit: string;
}

/** All names that a repository's commits go by. */
export interface GitReferences {
  readonly branches: readonly GitReference[];
  readonly tags: readonly GitReference[];
  readonly pullRequests: readonly GitReference[];
}

/** A file's content. */
export function readFile(
  connection: HubConnection,
  reference: HubReference,
  signal?: AbortSignal,
): Promise<HubResult<HubFile>> {
  return attempt(async () => fileOf(await sendRead(connection, reference, {}, signal)));
}

/** A file's content where it is no longer the one that `etag` names, else null. */
export function readFileIfChanged(
  connection: HubConnection,
  reference: HubReference,
  etag: string,
  signal?: AbortSignal,
): Promise<HubResult<HubFile | null>> {
  return attempt(async () => {
    const answer = await sendRead(connection, reference, { 'if-none-match': etag }, signal);
    return answer.status === 304 ? null : fileOf(answer);
  });
}

/** The files below a folder; that of the repository itself is `''`. */
export function listFiles(
  connection: HubConnection,
  { model, revision, path }: HubReference,
  signal?: AbortSignal,
): Promise<HubResult<readonly FileEntry[]>> {
  return attempt(() =>
    viaLibrary(connection, { model, revision, path }, signal, async (common) => {
      // The library puts revision and path into the address as they are.
      const place = { revision: encodeURIComponent(revision), path: encodePath(path) };
      const entries = await take(libraryListFiles({ ...common, ...place, repo: model }));
      return entries.flatMap(({ path, type, size }) => (type === 'unknown' ? [] : [{ path, type, size }]));
    }),
  );
}

/** The branches, tags and pull requests of a repository. */
export function listReferences(
  connection: HubConnection,
  model: string,
  signal?: AbortSignal,
): Promise<HubResult<GitReferences>> {
  return attempt(async () => {
    const read = new AnswerReader(connection);
    const path = `/api/models/${model}/refs?include_prs=1`;
    const refs = read.object(await connection.json({ path, subject: { model }, signal }), 'the references');
    const named = (list: string, field: string): readonly GitReference[] =>
      read.objects(refs[list] ?? [], list).map((item) => ({
        revision: read.text(item[field], 'a name'),
        commit: read.text(item['targetCommit'], 'a commit'),
      }));
    return {
      branches: named('branches', 'name'),
      tags: named('tags', 'name'),
      pullRequests: named('pullRequests', 'ref'),
    };
  });
}

function sendRead(
  connection: HubConnection,
  { model, revision, path }: HubReference,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<WireAnswer> {
  return connection.send({
    path: `/${model}/resolve/${encodeURIComponent(revision)}/${encodePath(path)}`,
    headers,
    subject: { model, revision, path },
    answer: 'file',
    signal,
  });
}

/** A path as it stands in an address. */
function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** The file that an answer brings. Large files come from another host, and then only the Hub's own answer before that names commit and content. */
export function fileOf({ url, headers, passed, body }: WireAnswer): HubFile {
  const all = [...passed, headers];
  const header = (name: string): string | null =>
    all.map((some) => some.get(name)).find((value) => value !== null) ?? null;
  const commit = header('x-repo-commit');
  const etag = header('x-linked-etag') ?? headers.get('etag');
  if (commit !== null && etag !== null) return { content: body, commit, etag };
  const problem = 'its answer lacks the commit of the file';
  throw new HubError(hubFailure({ kind: 'unreadable-answer', host: url.host, problem }), false);
}
