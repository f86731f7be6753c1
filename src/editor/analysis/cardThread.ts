import { Worker } from 'node:worker_threads';
import type { CardOverview, CardPlace } from './cardOverview';
import type { CardQueries } from './openCard';
import type { ThreadAnswer, ThreadData, ThreadRequest } from './threadMessages';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A worker thread that analyses long cards, so that the extension host never waits for one. It starts when first needed. */
export class CardThread {
  readonly #script: string;
  readonly #data: ThreadData;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** `script` is the bundle of `thread.ts`. */
  constructor(script: string, data: ThreadData) {
    this.#script = script;
    this.#data = data;
  }

  /** Analyses a version of a card; the thread then answers queries about this version only. */
  async open(card: string, version: number, text: string, place: CardPlace): Promise<CardOverview> {
    return (await this.#ask({ kind: 'open', id: ++this.#lastId, card, version, text, place })) as CardOverview;
  }

  /** Asks about a version of a card; null where the thread holds another one by now. */
  async query<Query extends keyof CardQueries>(
    card: string,
    version: number,
    query: Query,
    ...args: Parameters<CardQueries[Query]>
  ): Promise<ReturnType<CardQueries[Query]> | null> {
    const answer = await this.#ask({ kind: 'query', id: ++this.#lastId, card, version, query, args });
    return answer as ReturnType<CardQueries[Query]> | null;
  }

  /** Forgets a card. */
  close(card: string): void {
    this.#worker?.postMessage({ kind: 'close', card } satisfies ThreadRequest);
  }

  /** Ends the thread. */
  dispose(): void {
    void this.#worker?.terminate();
  }

  #ask(request: Exclude<ThreadRequest, { kind: 'close' }>): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      (this.#worker ??= this.#start()).postMessage(request);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data });
    worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#end(new Error('The thread that analyses cards has ended.')));
    worker.unref();
    return worker;
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === 'error') waiting?.reject(new Error(answer.message));
    else waiting?.resolve(answer.kind === 'value' ? answer.value : null);
  }

  /** After a crash the next request starts a new thread. */
  #end(error: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
