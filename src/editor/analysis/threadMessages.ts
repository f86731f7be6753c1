import type { CardPlace } from './cardOverview';
import type { CardQueries } from './openCard';

/** What a worker thread is started with. */
export interface ThreadData {
  readonly dataFolder: string;
}

/** A request to the worker thread; `card` tells documents apart. */
export type ThreadRequest =
  | {
      readonly kind: 'open';
      readonly card: string;
      readonly version: number;
      readonly text: string;
      readonly place: CardPlace;
    }
  | {
      readonly kind: 'query';
      readonly card: string;
      readonly version: number;
      readonly query: keyof CardQueries;
      readonly args: readonly unknown[];
    }
  /** Checks a text that is not held: a card, or a file of results. */
  | {
      readonly kind: 'check';
      readonly file: CheckedKind;
      readonly text: string;
      readonly place: CardPlace;
    };

/** The files that are checked. */
export type CheckedKind = 'card' | 'results';

/** What the worker thread is told without a question: a card was closed. */
export interface ThreadNotice {
  readonly kind: 'close';
  readonly card: string;
}
