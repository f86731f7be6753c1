import type { MendableProblem } from '../../metadata/combine';
import { RequestThread } from '../requestThread';
import type { CardOverview, CardPlace } from './cardOverview';
import type { CardQueries } from './openCard';
import type { CheckedKind, ThreadData, ThreadNotice, ThreadRequest } from './threadMessages';

/** A worker thread that analyses long cards, so that the extension host never waits for one. It starts when first needed. */
export class CardThread {
  readonly #thread: RequestThread;

  /** `script` is the bundle of `thread.ts`. */
  constructor(script: string, data: ThreadData) {
    this.#thread = new RequestThread(script, data);
  }

  /** Analyses a version of a card; the thread then answers queries about this version only. */
  async open(card: string, version: number, text: string, place: CardPlace): Promise<CardOverview> {
    const request: ThreadRequest = { kind: 'open', card, version, text, place };
    return (await this.#thread.ask(request)) as CardOverview;
  }

  /** Asks about a version of a card; null where the thread holds another one by now. */
  async query<Query extends keyof CardQueries>(
    card: string,
    version: number,
    query: Query,
    ...args: Parameters<CardQueries[Query]>
  ): Promise<ReturnType<CardQueries[Query]> | null> {
    const request: ThreadRequest = { kind: 'query', card, version, query, args };
    return (await this.#thread.ask(request)) as ReturnType<CardQueries[Query]> | null;
  }

  /** The problems of a text that the thread does not hold, with what mends them. */
  async check(file: CheckedKind, text: string, place: CardPlace): Promise<readonly MendableProblem[]> {
    const request: ThreadRequest = { kind: 'check', file, text, place };
    return (await this.#thread.ask(request)) as readonly MendableProblem[];
  }

  /** Forgets a card. */
  close(card: string): void {
    this.#thread.tell({ kind: 'close', card } satisfies ThreadNotice);
  }

  /** Ends the thread. */
  dispose(): void {
    this.#thread.dispose();
  }
}
