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
      readonly id: number;
      readonly card: string;
      readonly version: number;
      readonly text: string;
      readonly place: CardPlace;
    }
  | {
      readonly kind: 'query';
      readonly id: number;
      readonly card: string;
      readonly version: number;
      readonly query: keyof CardQueries;
      readonly args: readonly unknown[];
    }
  | { readonly kind: 'close'; readonly card: string };

/** Its answer; `superseded` where the thread holds another version by now. */
export type ThreadAnswer =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'superseded'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };
