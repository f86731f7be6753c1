import { attempt, valueOf } from './attempt';
import { jsonOf } from './answer';
import type { HubConnection } from './connection';
import { type Discussion, type DiscussionDetail, discussionDetailOf, discussionOf } from './discussion';
import type { WireAnswer } from './exchange';
import type { HubResult } from './failure';
import { AnswerReader, type JsonObject } from './json';
import { once } from './once';

/** Which discussions to list. The Hub counts drafts as open and merges as closed. */
export interface DiscussionFilter {
  readonly type?: 'discussion' | 'pull_request';
  readonly status?: 'open' | 'closed';
  readonly author?: string;
  /** The number of the page; the first one is 0. */
  readonly page?: number;
}

/** One page of a list, newest first. */
export interface DiscussionPage {
  readonly discussions: readonly Discussion[];
  /** How many there are on all pages. */
  readonly count: number;
  /** The number of the next page; absent on the last one. */
  readonly next?: number;
  /** Names the answer, for `listDiscussionsIfChanged`. */
  readonly etag?: string;
}

/** One discussion or pull request of a model. */
export interface DiscussionReference {
  readonly model: string;
  readonly number: number;
}

/** A page of a model's discussions and pull requests, from 0 on. */
export function listDiscussions(
  connection: HubConnection,
  model: string,
  filter: DiscussionFilter = {},
  signal?: AbortSignal,
): Promise<HubResult<DiscussionPage>> {
  return attempt(async () => {
    const answer = await sendList(connection, model, filter, {}, signal);
    return discussionPageOf(connection, model, filter, answer);
  });
}

/** A page of a list where it is no longer the one that `etag` names, else null. */
export function listDiscussionsIfChanged(
  connection: HubConnection,
  model: string,
  filter: DiscussionFilter,
  etag: string,
  signal?: AbortSignal,
): Promise<HubResult<DiscussionPage | null>> {
  return attempt(async () => {
    const answer = await sendList(connection, model, filter, { 'if-none-match': etag }, signal);
    return answer.status === 304 ? null : discussionPageOf(connection, model, filter, answer);
  });
}

/** All open pull requests of a model, drafts too, newest first. */
export function openPullRequests(
  connection: HubConnection,
  model: string,
  signal?: AbortSignal,
): Promise<HubResult<readonly Discussion[]>> {
  return attempt(async () => {
    // One that is closed meanwhile moves the rest forward, so the same may come twice.
    const found = new Map<number, Discussion>();
    let page: number | undefined = 0;
    while (page !== undefined) {
      const filter: DiscussionFilter = { type: 'pull_request', status: 'open', page };
      const list: DiscussionPage = valueOf(await listDiscussions(connection, model, filter, signal));
      for (const discussion of list.discussions) found.set(discussion.number, discussion);
      page = list.next;
    }
    return [...found.values()];
  });
}

/** A discussion or pull request with its events and, for a pull request, its changes. */
export function discussionDetail(
  connection: HubConnection,
  { model, number }: DiscussionReference,
  signal?: AbortSignal,
): Promise<HubResult<DiscussionDetail>> {
  return attempt(async () => {
    const path = `/api/models/${model}/discussions/${String(number)}?diff=1`;
    const read = new AnswerReader(connection);
    const answer = await connection.json({ path, subject: { model, discussion: number }, signal });
    return discussionDetailOf(read.object(answer, 'the discussion'), pageOf(connection, model), read);
  });
}

/** Adds a comment in Markdown. */
export function comment(
  connection: HubConnection,
  discussion: DiscussionReference,
  text: string,
  signal?: AbortSignal,
): Promise<HubResult<void>> {
  const isThere = (detail: DiscussionDetail): boolean => {
    const last = detail.events.findLast(({ kind }) => kind === 'comment');
    return last?.kind === 'comment' && last.text.trim() === text.trim();
  };
  return change(connection, discussion, { resource: 'comment', body: { comment: text }, isThere, signal });
}

/** Opens a draft or closed pull request or discussion, or closes an open one. */
export function setStatus(
  connection: HubConnection,
  discussion: DiscussionReference,
  status: 'open' | 'closed',
  signal?: AbortSignal,
): Promise<HubResult<void>> {
  const isThere = (detail: DiscussionDetail): boolean => detail.status === status;
  return change(connection, discussion, { resource: 'status', body: { status }, isThere, signal });
}

/** Closes an open pull request or discussion and says why, both in one step. */
export function closeWithComment(
  connection: HubConnection,
  discussion: DiscussionReference,
  text: string,
  signal?: AbortSignal,
): Promise<HubResult<void>> {
  const isThere = (detail: DiscussionDetail): boolean => detail.status === 'closed';
  const body = { status: 'closed', comment: text };
  return change(connection, discussion, { resource: 'status', body, isThere, signal });
}

/** Gives a discussion or pull request another title. */
export function rename(
  connection: HubConnection,
  discussion: DiscussionReference,
  title: string,
  signal?: AbortSignal,
): Promise<HubResult<void>> {
  const isThere = (detail: DiscussionDetail): boolean => detail.title === title.trim();
  return change(connection, discussion, { resource: 'title', body: { title }, isThere, signal });
}

/** Merges a pull request into its branch; a draft must be set open before. */
export function merge(
  connection: HubConnection,
  discussion: DiscussionReference,
  signal?: AbortSignal,
): Promise<HubResult<void>> {
  const isThere = (detail: DiscussionDetail): boolean => detail.status === 'merged';
  return change(connection, discussion, { resource: 'merge', body: {}, isThere, signal });
}

interface DiscussionChange {
  readonly resource: string;
  readonly body: JsonObject;
  /** Whether the change shows in the discussion. */
  readonly isThere: (detail: DiscussionDetail) => boolean;
  readonly signal: AbortSignal | undefined;
}

function change(
  connection: HubConnection,
  { model, number }: DiscussionReference,
  { resource, body, isThere, signal }: DiscussionChange,
): Promise<HubResult<void>> {
  return attempt(async () => {
    const send = async (): Promise<true> => {
      await connection.send({
        method: 'POST',
        path: `/api/models/${model}/discussions/${String(number)}/${resource}`,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
        subject: { model, discussion: number },
        signal,
      });
      return true;
    };
    const find = async (): Promise<true | null> => {
      const detail = valueOf(await discussionDetail(connection, { model, number }, signal));
      return isThere(detail) ? true : null;
    };
    await once(connection, { send, find }, signal);
  });
}

function sendList(
  connection: HubConnection,
  model: string,
  { page = 0, ...filter }: DiscussionFilter,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | undefined,
): Promise<WireAnswer> {
  const query = new URLSearchParams({ p: String(page), ...filter });
  const path = `/api/models/${model}/discussions?${query.toString()}`;
  return connection.send({ path, headers, subject: { model }, signal });
}

function discussionPageOf(
  connection: HubConnection,
  model: string,
  { page = 0 }: DiscussionFilter,
  answer: WireAnswer,
): DiscussionPage {
  const read = new AnswerReader(connection);
  const list = read.object(jsonOf(answer), 'the list');
  const items = read.objects(list['discussions'], 'the discussions');
  const count = read.number(list['count'], 'a count');
  const start = read.number(list['start'], 'a start');
  const more = items.length > 0 && start + items.length < count;
  const etag = answer.headers.get('etag');
  return {
    discussions: items.map((item) => discussionOf(item, pageOf(connection, model), read)),
    count,
    ...(more && { next: page + 1 }),
    ...(etag !== null && { etag }),
  };
}

function pageOf(connection: HubConnection, model: string): string {
  return `${connection.hubUrl}/${model}`;
}
