import { type BatchCard, cardName } from './card';

/** Why a card was passed over. */
export type PassedFor = 'skipped' | 'here' | 'nothing' | 'undecided' | 'open-pull-request' | 'closed-before';

/** A card for which nothing was proposed, and why, in one sentence. */
export interface PassedCard {
  readonly kind: 'passed';
  readonly card: string;
  readonly reason: PassedFor;
  readonly message: string;
}

/** A pull request that would be opened. */
export interface DryProposal {
  readonly kind: 'would-open';
  readonly model: string;
  readonly title: string;
  readonly description: string;
  /** What would be added to model-index; empty where nothing is. */
  readonly yaml: string;
}

/** A pull request that is on the Hub. */
export interface OpenedPullRequest {
  readonly kind: 'opened';
  readonly model: string;
  /** What it changes, as the `id` of a `CardChange`. */
  readonly change: string;
  readonly title: string;
  readonly number: number;
  readonly url: string;
}

/** A card of which nothing can be told or with which nothing can be done, and why. */
export interface FailedCard {
  readonly kind: 'failed';
  readonly card: string;
  readonly message: string;
}

/** What became of a card for which something was to be proposed. */
export type Outcome = DryProposal | OpenedPullRequest | PassedCard | FailedCard;

/** A card that is passed over. */
export function passed(card: BatchCard, reason: PassedFor, message: string): PassedCard {
  return { kind: 'passed', card: cardName(card), reason, message };
}
