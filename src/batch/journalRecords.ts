import type { OpenedPullRequest, PassedCard } from './outcome';
import type { CardReview } from './review';

/** A pull request that is about to be opened; whether it arrived may not be known here. */
export interface Intent {
  readonly kind: 'intent';
  readonly model: string;
  readonly change: string;
  readonly title: string;
  /** The highest number of any pull request of this account's on the model before. */
  readonly above: number;
}

/** What a journal keeps. */
export type JournalEntry =
  /** The first of all: which Hub everything below is about. */
  | { readonly kind: 'batch'; readonly hub: string }
  /** All cards are looked at anew: what was found and passed over before counts no more. */
  | { readonly kind: 'review-begun' | 'review-ended' }
  | CardReview
  | PassedCard
  | Intent
  | OpenedPullRequest
  /** A pull request that is about to be closed, or is. */
  | { readonly kind: 'withdrawing' | 'withdrawn'; readonly model: string; readonly number: number };

/** An entry with the time it was made at, in ISO 8601. */
export type JournalRecord = JournalEntry & { readonly at: string };

/** Why a journal cannot be used, in one sentence with the next step. */
export interface JournalProblem {
  readonly kind: 'problem';
  readonly message: string;
}

/** What the bytes of a journal hold. */
export interface ReadJournal {
  readonly kind: 'records';
  readonly records: readonly JournalRecord[];
  /** How many bytes the whole records take; what follows was being written when a process ended. */
  readonly length: number;
}

const KINDS: ReadonlySet<unknown> = new Set<JournalEntry['kind']>([
  'batch',
  'review-begun',
  'review-ended',
  'reviewed',
  'passed',
  'intent',
  'opened',
  'withdrawing',
  'withdrawn',
]);

/** Reads the bytes of the journal of a batch on a Hub. */
export function readJournal(path: string, bytes: Buffer, hub: string): ReadJournal | JournalProblem {
  const length = bytes.lastIndexOf(10) + 1;
  const lines = bytes.subarray(0, length).toString('utf8').split('\n').slice(0, -1);
  const records: JournalRecord[] = [];
  for (const [index, line] of lines.entries()) {
    const record = recordOf(line);
    if (record === null || (index === 0 && record.kind !== 'batch')) {
      return problem(`Line ${String(index + 1)} of ${path} is no record of a batch; name its journal, or a new file.`);
    }
    if (record.kind === 'batch' && record.hub !== hub) {
      return problem(`${path} is the journal of a batch on ${record.hub}, not on ${hub}; name another file.`);
    }
    records.push(record);
  }
  return { kind: 'records', records, length };
}

/** A problem as a value. */
export function problem(message: string): JournalProblem {
  return { kind: 'problem', message };
}

function recordOf(line: string): JournalRecord | null {
  try {
    const value = JSON.parse(line) as Partial<JournalRecord> | null;
    return KINDS.has(value?.kind) && typeof value?.at === 'string' ? (value as JournalRecord) : null;
  } catch {
    return null;
  }
}
