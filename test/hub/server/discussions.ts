import { checkDiscuss, checkGate, checkWrite, mayWrite, seenModel } from './access';
import { bodyOf, type HubRequest, refuse, type Reply, reply, textOf } from './exchange';
import { detailJson, eventJson, itemJson } from './discussionJson';
import type { Commit } from './git';
import { mergedFiles } from './merge';
import { commitOf } from './models';
import type { Discussion, DiscussionEvent, Repository } from './repository';
import { MODEL, type Route } from './router';
import type { HubState } from './state';

const PAGE_SIZE = 50;

/** Discussions and pull requests. */
export function discussionRoutes(state: HubState): readonly Route[] {
  const on = (change: (place: Place) => Reply, action: string): Route => ({
    method: 'POST',
    path: new RegExp(`^/api/models/${MODEL}/discussions/(\\d+)/${action}$`),
    answer: (request, id = '', number = '') => change(placeOf(state, request, id, number)),
  });
  return [
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/discussions$`),
      answer: (request, id = '') => list(state, request, seenModel(state, request, id)),
    },
    {
      method: 'POST',
      path: new RegExp(`^/api/models/${MODEL}/discussions$`),
      answer: (request, id = '') => create(state, request, seenModel(state, request, id)),
    },
    {
      method: 'GET',
      path: new RegExp(`^/api/models/${MODEL}/discussions/(\\d+)$`),
      answer: (request, id = '', number = '') => {
        const { repository, discussion } = placeOf(state, request, id, number);
        return reply(detailJson(state, repository, discussion, request.url.searchParams.has('diff')));
      },
    },
    on(comment, 'comment'),
    on(setStatus, 'status'),
    on(setTitle, 'title'),
    on(merge, 'merge'),
  ];
}

/** Opens a pull request with its first commit. */
export function openPullRequest(
  state: HubState,
  repository: Repository,
  branch: string,
  base: Commit,
  head: Commit,
): Discussion {
  const { author, title, message, date } = head;
  const discussion = add(state, repository, {
    title,
    author,
    isPullRequest: true,
    status: 'open',
    base: { branch, commit: base.oid },
  });
  repository.pullRequests.set(discussion.number, head.oid);
  if (message !== '') discussion.events.push(commentEvent(state, author, message));
  const data = { subject: title, oid: head.oid, parents: head.parents };
  discussion.events.push({ type: 'commit', id: state.newId(), createdAt: date, author, data });
  return discussion;
}

/** A request about one discussion. */
interface Place {
  readonly state: HubState;
  readonly request: HubRequest;
  readonly repository: Repository;
  readonly discussion: Discussion;
}

function placeOf(state: HubState, request: HubRequest, id: string, number: string): Place {
  const repository = seenModel(state, request, id);
  const discussion = repository.discussion(Number(number)) ?? refuse(404, 'Discussion not found');
  return { state, request, repository, discussion };
}

function list(state: HubState, request: HubRequest, repository: Repository): Reply {
  const { searchParams } = request.url;
  const type = searchParams.get('type') ?? 'all';
  const status = searchParams.get('status') ?? 'all';
  const author = searchParams.get('author');
  const found = repository.discussions
    .filter(({ isPullRequest }) => type === 'all' || isPullRequest === (type === 'pull_request'))
    .filter((discussion) => status === 'all' || ['draft', 'open'].includes(discussion.status) === (status === 'open'))
    .filter((discussion) => author === null || discussion.author === author)
    .toReversed();
  const start = Number(searchParams.get('p') ?? 0) * PAGE_SIZE;
  const page = found.slice(start, start + PAGE_SIZE);
  const closed = repository.discussions.filter((discussion) => ['closed', 'merged'].includes(discussion.status));
  return reply({
    discussions: page.map((discussion) => itemJson(state, repository, discussion)),
    count: found.length,
    start,
    numClosedDiscussions: closed.length,
  });
}

function create(state: HubState, request: HubRequest, repository: Repository): Reply {
  const { user } = checkDiscuss(request, repository);
  const body = bodyOf(request);
  const title = textOf(body, 'title').trim();
  if (title.length < 3 || title.length > 200) refuse(400, '"title" length must be between 3 and 200 characters long');
  const isPullRequest = body['pullRequest'] === true;
  const tip = commitOf(repository, 'main');
  const begun = { status: 'draft', base: { branch: 'main', commit: tip.oid } } as const;
  const discussion = add(state, repository, {
    title,
    author: user,
    isPullRequest,
    status: 'open',
    ...(isPullRequest && begun),
  });
  if (isPullRequest) repository.pullRequests.set(discussion.number, tip.oid);
  discussion.events.push(commentEvent(state, user, textOf(body, 'description')));
  return reply({ num: discussion.number, pullRequest: isPullRequest });
}

function comment({ state, request, repository, discussion }: Place): Reply {
  const { user } = checkDiscuss(request, repository);
  const text = textOf(bodyOf(request), 'comment');
  if (text.trim() === '') refuse(400, '"comment" is not allowed to be empty');
  const event = commentEvent(state, user, text);
  discussion.events.push(event);
  return reply({ newMessage: eventJson(state, event) }, 201);
}

function setStatus(place: Place): Reply {
  const { state, request, repository, discussion } = place;
  const token = checkDiscuss(request, repository);
  if (discussion.author !== token.user && !mayWrite(state, token, repository)) {
    refuse(403, 'You need to be the author of the discussion or have write access to the repository');
  }
  const body = bodyOf(request);
  const status = textOf(body, 'status');
  if (status !== 'open' && status !== 'closed') return refuse(400, '"status" must be one of [open, closed]');
  if (discussion.status === 'merged') refuse(400, 'A merged pull request keeps its status');
  discussion.status = status;
  const event: DiscussionEvent = { ...eventBy(state, token.user), type: 'status-change', data: { status } };
  discussion.events.push(event);
  if (typeof body['comment'] === 'string') discussion.events.push(commentEvent(state, token.user, body['comment']));
  return reply({ newStatus: eventJson(state, event) });
}

function setTitle({ state, request, repository, discussion }: Place): Reply {
  const { user } = checkDiscuss(request, repository);
  const to = textOf(bodyOf(request), 'title').trim();
  const event: DiscussionEvent = {
    ...eventBy(state, user),
    type: 'title-change',
    data: { from: discussion.title, to },
  };
  discussion.title = to;
  discussion.events.push(event);
  return reply({ newTitle: eventJson(state, event) });
}

function merge({ state, request, repository, discussion }: Place): Reply {
  checkGate(state, request, repository);
  const { user } = checkWrite(state, request, repository);
  const { base, number, title } = discussion;
  if (base === undefined || discussion.status !== 'open') return refuse(400, 'Only an open pull request can be merged');
  const merged = mergedFiles(repository, discussion);
  if (merged.kind === 'conflict') return refuse(409, `The pull request has conflicts in ${merged.paths.join(', ')}`);
  const head = commitOf(repository, `refs/pr/${number}`);
  const tip = commitOf(repository, base.branch);
  const done = repository.add({
    parents: [tip.oid, head.oid],
    files: merged.files,
    title: `${title} (#${number})`,
    message: '',
    author: user,
    date: state.now(),
  });
  repository.move(base.branch, done);
  discussion.status = 'merged';
  discussion.mergeCommit = done.oid;
  discussion.events.push({ ...eventBy(state, user), type: 'status-change', data: { status: 'merged' } });
  return reply({ newStatus: 'merged' });
}

type NewDiscussion = Pick<Discussion, 'title' | 'author' | 'isPullRequest' | 'status' | 'base'>;

function add(state: HubState, repository: Repository, facts: NewDiscussion): Discussion {
  const number = repository.discussions.length + 1;
  const discussion: Discussion = { ...facts, number, createdAt: state.now(), events: [] };
  repository.discussions.push(discussion);
  return discussion;
}

function commentEvent(state: HubState, author: string, raw: string): DiscussionEvent {
  return { ...eventBy(state, author), type: 'comment', data: { raw } };
}

function eventBy(state: HubState, author: string) {
  return { id: state.newId(), createdAt: state.now(), author };
}
