import { discussionDetail, type DiscussionStatus, type HubConnection, type HubResult } from '../hub';
import type { JournalRecord } from './journalRecords';
import type { OpenedPullRequest } from './outcome';

/** What became of a pull request of a batch. */
export interface Fate {
  readonly kind: 'fate';
  readonly model: string;
  readonly number: number;
  readonly title: string;
  readonly url: string;
  readonly status: DiscussionStatus;
  /** What was said about it after its own text. */
  readonly comments: readonly { readonly author: string | null; readonly text: string }[];
}

/** The pull requests that a journal knows of, each once, the oldest first. */
export function openedIn(records: readonly JournalRecord[]): readonly OpenedPullRequest[] {
  const opened = records.filter((record) => record.kind === 'opened');
  return [...new Map(opened.map((one) => [`${one.model} ${String(one.number)}`, one])).values()];
}

/** Looks what became of a pull request. */
export async function fateOf(
  { model, number, url }: OpenedPullRequest,
  connection: HubConnection,
  signal: AbortSignal,
): Promise<HubResult<Fate>> {
  const detail = await discussionDetail(connection, { model, number }, signal);
  if (!detail.ok) return detail;
  const { title, status, events } = detail.value;
  const comments = events
    .filter((event) => event.kind === 'comment')
    .slice(1)
    .filter(({ hidden }) => !hidden)
    .map(({ author, text }) => ({ author, text }));
  return { ok: true, value: { kind: 'fate', model, number, title, url, status, comments } };
}
