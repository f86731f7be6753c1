import { closeWithComment, type HubConnection, type HubResult } from '../hub';
import { type Fate, fateOf } from './fates';
import type { Journal } from './journal';
import type { OpenedPullRequest } from './outcome';

/** What is said of a pull request that is withdrawn, unless a person says something else. */
export const USUAL_COMMENT = 'Withdrawn by its author; nothing needs to be done.';

/** A pull request after an attempt to withdraw it: `withdrawn` where it was open and is closed by that. */
export type Withdrawal = Omit<Fate, 'kind'> & { readonly kind: 'withdrawn' | 'would-withdraw' | 'left' };

/** Closes a pull request of a batch with a comment, if it is open still; without a journal it only tells that it would. */
export async function withdraw(
  pullRequest: OpenedPullRequest,
  comment: string,
  connection: HubConnection,
  journal: Journal | null,
  signal: AbortSignal,
): Promise<HubResult<Withdrawal>> {
  const fate = await fateOf(pullRequest, connection, signal);
  if (!fate.ok) return fate;
  const { status, model, number } = fate.value;
  if (status !== 'open' && status !== 'draft') return { ok: true, value: { ...fate.value, kind: 'left' } };
  if (journal === null) return { ok: true, value: { ...fate.value, kind: 'would-withdraw' } };
  journal.add({ kind: 'withdrawing', model, number });
  const closed = await closeWithComment(connection, { model, number }, comment, signal);
  if (!closed.ok) return closed;
  journal.add({ kind: 'withdrawn', model, number });
  return { ok: true, value: { ...fate.value, kind: 'withdrawn', status: 'closed' } };
}
