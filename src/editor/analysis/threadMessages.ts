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
    };

/** What the worker thread is told without a question: a card was closed. */
export interface ThreadNotice {
  readonly kind: 'close';
  readonly card: string;
}
