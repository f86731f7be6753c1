import type { Account, Discussion, DiscussionEvent, HubFailure } from '../../../hub/index';
import { namespacesOf } from '../../account/namespaces';
import type { ResultChange } from '../../publish/resultChanges';
import type { FileChange } from '../../../hub/index';
import type { PullRequestContent } from './pullRequestContents';
import type { ListStatus, PullRequestList } from './pullRequestLists';
import type { Permitted } from './permissions';

/** A pull request as its row shows it. */
export interface PullRequestFacts {
  readonly model: string;
  readonly pullRequest: Discussion;
  /** Whether it cannot be merged as it is; undefined where nobody has looked. */
  readonly hasConflicts: boolean | undefined;
  readonly permitted: readonly Permitted[];
}

/** A row of the view "Pull Requests"; `id` holds those of the rows above it, since a model may stand in two groups. */
export type PullRequestNode = { readonly id: string } & (
  | {
      readonly kind: 'model';
      readonly model: string;
      readonly of: 'card' | 'owner' | 'watched';
      readonly isWatched: boolean;
    }
  | { readonly kind: 'owner'; readonly name: string; readonly isAccount: boolean }
  | { readonly kind: 'watched'; readonly models: readonly string[] }
  | { readonly kind: 'closed'; readonly model: string }
  | ({ readonly kind: 'pull-request' } & PullRequestFacts)
  | {
      readonly kind: 'group';
      readonly label: string;
      readonly description: string;
      readonly children: readonly PullRequestNode[];
    }
  | { readonly kind: 'result'; readonly model: string; readonly number: number; readonly change: ResultChange }
  | { readonly kind: 'file'; readonly model: string; readonly number: number; readonly file: FileChange }
  | { readonly kind: 'comment'; readonly comment: Comment; readonly page: string }
  | {
      readonly kind: 'more';
      readonly model: string;
      readonly status: ListStatus;
      readonly shown: number;
      readonly count: number;
    }
  | { readonly kind: 'message'; readonly text: string; readonly does: 'nothing' | 'sign-in' | 'try-again' }
);

type Comment = Extract<DiscussionEvent, { readonly kind: 'comment' }>;

const LATEST_COMMENTS = 3;

/** The row of a model; `watched` are the models that a person follows. */
export function modelNode(
  parent: string,
  model: string,
  of: 'card' | 'owner' | 'watched',
  watched: readonly string[],
): PullRequestNode {
  return { id: `${parent}/${model}`, kind: 'model', model, of, isWatched: watched.includes(model) };
}

/** The namespaces of an account, the person's own first. */
export function ownerNodes(account: Account): readonly PullRequestNode[] {
  return namespacesOf(account).map((name): PullRequestNode => ({
    id: `owner ${name}`,
    kind: 'owner',
    name,
    isAccount: name === account.name,
  }));
}

/** The rows below a model, or below its closed pull requests. */
export function listNodes(
  parent: string,
  model: string,
  status: ListStatus,
  { pullRequests, count, hasMore }: PullRequestList,
  factsOf: (pullRequest: Discussion) => Pick<PullRequestFacts, 'hasConflicts' | 'permitted'>,
): readonly PullRequestNode[] {
  const none = status === 'open' ? 'No open pull requests' : 'None was closed or merged';
  return [
    ...pullRequests.map((pullRequest): PullRequestNode => {
      const id = `${parent}/${pullRequest.number}`;
      return { id, kind: 'pull-request', model, pullRequest, ...factsOf(pullRequest) };
    }),
    ...(pullRequests.length === 0 ? [messageNode(parent, none)] : []),
    ...(hasMore
      ? [{ id: `${parent}/more`, kind: 'more', model, status, shown: pullRequests.length, count } as const]
      : []),
    ...(status === 'open' ? [{ id: `${parent}/closed`, kind: 'closed', model } as const] : []),
  ];
}

/** The rows below a pull request: what it does to results and files, and what was said last. */
export function contentNodes(
  parent: string,
  model: string,
  { detail, files }: PullRequestContent,
  results: readonly ResultChange[],
): readonly PullRequestNode[] {
  const { number, events, url } = detail;
  const comments = events
    .filter((event) => event.kind === 'comment')
    .filter(({ hidden, text }) => !hidden && text !== '');
  const groups = [
    group(parent, 'Results', changeCounts(results), (id) =>
      results.map((change, at) => ({ id: `${id}/${at}`, kind: 'result', model, number, change })),
    ),
    group(parent, 'Changed Files', String(files.length), (id) =>
      files.map((file) => ({ id: `${id}/${file.path}`, kind: 'file', model, number, file })),
    ),
    group(parent, 'Latest Comments', String(comments.length), (id) =>
      comments
        .slice(-LATEST_COMMENTS)
        .reverse()
        .map((comment, at) => ({ id: `${id}/${at}`, kind: 'comment', comment, page: url })),
    ),
  ].filter(({ children }) => children.length > 0);
  return groups.length > 0 ? groups : [messageNode(parent, 'It changes nothing yet')];
}

/** `2 new, 1 changed`. */
export function changeCounts(changes: readonly ResultChange[]): string {
  const kinds = ['new', 'changed', 'gone'] as const;
  return kinds
    .map((kind) => ({ kind, number: changes.filter((change) => change.kind === kind).length }))
    .filter(({ number }) => number > 0)
    .map(({ kind, number }) => `${number} ${kind}`)
    .join(', ');
}

/** A row that says something. */
export function messageNode(
  parent: string,
  text: string,
  does: 'nothing' | 'sign-in' | 'try-again' = 'nothing',
): PullRequestNode {
  return { id: `${parent}/${does}`, kind: 'message', text, does };
}

/** A row that says why there are none, and tries again. */
export function failureNode(parent: string, { message }: HubFailure): PullRequestNode {
  return messageNode(parent, message, 'try-again');
}

function group(
  parent: string,
  label: string,
  description: string,
  childrenOf: (id: string) => readonly PullRequestNode[],
): Extract<PullRequestNode, { readonly kind: 'group' }> {
  const id = `${parent}/${label}`;
  return { id, kind: 'group', label, description, children: childrenOf(id) };
}
