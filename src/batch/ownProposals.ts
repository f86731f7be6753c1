import {
  type Discussion,
  discussionDetail,
  type DiscussionDetail,
  type HubConnection,
  type HubResult,
  listDiscussions,
} from '../hub';

/** A pull request of this account's that a batch made. */
export interface OwnProposal {
  /** What it changes, as the `id` of a `CardChange`. */
  readonly change: string;
  readonly discussion: Discussion;
}

/** An account's pull requests on a model. */
export interface OwnPullRequests {
  /** The highest number of any; 0 where there is none. */
  readonly highest: number;
  /** Those that a batch made, newest first. */
  readonly proposals: readonly OwnProposal[];
}

/** The line of a pull request's own text by which it is known again. It shows on no page. */
export function markerOf(change: string): string {
  return `<!-- model-card-editor change ${change} -->`;
}

/** Looks through all pull requests that an account opened on a model, also closed and merged ones. */
export async function ownPullRequests(
  connection: HubConnection,
  model: string,
  account: string,
  signal: AbortSignal,
): Promise<HubResult<OwnPullRequests>> {
  const proposals: OwnProposal[] = [];
  let highest = 0;
  let page: number | undefined = 0;
  while (page !== undefined) {
    const filter = { type: 'pull_request', author: account, page } as const;
    const list = await listDiscussions(connection, model, filter, signal);
    if (!list.ok) return list;
    for (const discussion of list.value.discussions) {
      const { number } = discussion;
      highest = Math.max(highest, number);
      const detail = await discussionDetail(connection, { model, number }, signal);
      if (!detail.ok) return detail;
      const change = changeIn(detail.value);
      if (change !== null) proposals.push({ change, discussion });
    }
    page = list.value.next;
  }
  return { ok: true, value: { highest, proposals } };
}

function changeIn({ events }: DiscussionDetail): string | null {
  const own = events.find((event) => event.kind === 'comment');
  return /<!-- model-card-editor change ([\da-f]{16}) -->/.exec(own?.text ?? '')?.[1] ?? null;
}
