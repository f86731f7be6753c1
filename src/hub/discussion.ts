import { type AnswerReader, type JsonObject, optionalText } from './json';

/** Where a discussion or pull request stands; drafts and merges are for pull requests only. */
export type DiscussionStatus = 'draft' | 'open' | 'closed' | 'merged';

/** A discussion or pull request as lists show it. */
export interface Discussion {
  readonly number: number;
  readonly title: string;
  readonly isPullRequest: boolean;
  readonly status: DiscussionStatus;
  /** The account's name; null where it was deleted since. */
  readonly author: string | null;
  readonly createdAt: Date;
  readonly comments: number;
  /** Its page on the Hub. */
  readonly url: string;
}

/** What happened in a discussion, in order. */
export type DiscussionEvent = { readonly author: string | null; readonly createdAt: Date } & (
  | { readonly kind: 'comment'; readonly text: string; readonly hidden: boolean }
  | { readonly kind: 'commit'; readonly commit: string; readonly title: string }
  | { readonly kind: 'status'; readonly status: DiscussionStatus }
  | { readonly kind: 'title'; readonly from: string; readonly to: string }
);

/** A discussion or pull request with all that happened in it. */
export interface DiscussionDetail extends Discussion {
  readonly events: readonly DiscussionEvent[];
  /** The branch that a pull request changes. */
  readonly base?: string;
  readonly mergeCommit?: string;
  /** The files that keep a pull request from being merged; `unknown` where the Hub says only that there are some. */
  readonly conflicts: readonly string[] | 'unknown';
  /** The changes of a pull request as a unified diff. */
  readonly diff?: string;
}

/** Reads an item of the list of discussions. */
export function discussionOf(item: JsonObject, page: string, read: AnswerReader): Discussion {
  const number = read.number(item['num'], 'a number');
  const comments = item['numComments'];
  return {
    number,
    title: read.text(item['title'], 'a title'),
    isPullRequest: item['isPullRequest'] === true,
    status: statusOf(item['status']),
    author: authorOf(item),
    createdAt: read.date(item['createdAt'], 'a date'),
    comments: typeof comments === 'number' ? comments : 0,
    url: `${page}/discussions/${String(number)}`,
  };
}

/** Reads one discussion with its events. */
export function discussionDetailOf(item: JsonObject, page: string, read: AnswerReader): DiscussionDetail {
  const changes = read.object(item['changes'] ?? {}, 'the changes');
  const base = optionalText(changes['base']);
  const mergeCommit = optionalText(changes['mergeCommitId']);
  const diff = optionalText(item['diff']);
  const conflicts = item['filesWithConflicts'];
  return {
    ...discussionOf(item, page, read),
    events: read.objects(item['events'], 'the events').flatMap((event) => eventOf(event, read)),
    ...(base !== undefined && { base: base.replace(/^refs\/heads\//, '') }),
    ...(mergeCommit !== undefined && { mergeCommit }),
    conflicts: conflicts === true ? 'unknown' : Array.isArray(conflicts) ? conflicts.map(String) : [],
    ...(diff !== undefined && { diff }),
  };
}

/** A kind of event that is not known says nothing about a card. */
function eventOf(event: JsonObject, read: AnswerReader): readonly DiscussionEvent[] {
  const common = { author: authorOf(event), createdAt: read.date(event['createdAt'], 'a date') };
  const data = read.object(event['data'] ?? {}, 'an event');
  switch (event['type']) {
    case 'comment': {
      const latest = read.object(data['latest'] ?? {}, 'a comment');
      const text = optionalText(latest['raw']) ?? '';
      return [{ ...common, kind: 'comment', text, hidden: data['hidden'] === true }];
    }
    case 'commit': {
      const commit = read.text(data['oid'], 'a commit');
      return [{ ...common, kind: 'commit', commit, title: optionalText(data['subject']) ?? '' }];
    }
    case 'status-change':
      return [{ ...common, kind: 'status', status: statusOf(data['status']) }];
    case 'title-change':
      return [{ ...common, kind: 'title', from: optionalText(data['from']) ?? '', to: optionalText(data['to']) ?? '' }];
    default:
      return [];
  }
}

function statusOf(status: unknown): DiscussionStatus {
  const statuses = ['draft', 'open', 'closed', 'merged'] as const;
  return statuses.find((known) => known === status) ?? 'open';
}

function authorOf({ author }: JsonObject): string | null {
  if (typeof author !== 'object' || author === null || !('name' in author)) return null;
  return optionalText(author.name) ?? null;
}
