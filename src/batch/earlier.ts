import type { BatchCard } from './card';
import type { Intent } from './journalRecords';
import { type OpenedPullRequest, passed, type PassedCard } from './outcome';
import type { OwnProposal, OwnPullRequests } from './ownProposals';

/** The pull request of an intent of which it was not known whether it arrived. */
export function arrivedFrom(
  intent: Intent | undefined,
  model: string,
  { proposals }: OwnPullRequests,
): OpenedPullRequest | null {
  const found = proposals.find(
    ({ change, discussion }) => intent && change === intent.change && discussion.number > intent.above,
  );
  return found ? openedAs(model, found) : null;
}

/** What an earlier batch made of a change: it is open, or it was closed or merged; null where it was never proposed. */
export function earlierProposal(
  card: BatchCard,
  model: string,
  change: string,
  { proposals }: OwnPullRequests,
): OpenedPullRequest | PassedCard | null {
  const same = proposals.filter((proposal) => proposal.change === change);
  const open = same.find(({ discussion: { status } }) => status === 'open' || status === 'draft');
  if (open) return openedAs(model, open);
  const [latest] = same;
  if (!latest) return null;
  const { number, status } = latest.discussion;
  const message = `The same was proposed before, as pull request ${String(number)}, which is ${status}.`;
  return passed(card, 'closed-before', message);
}

function openedAs(model: string, { change, discussion: { title, number, url } }: OwnProposal): OpenedPullRequest {
  return { kind: 'opened', model, change, title, number, url };
}
