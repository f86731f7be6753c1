import { Worker } from 'node:worker_threads';

/** A request with the number that its answer repeats. */
export type NumberedRequest<Request extends object> = Request & { readonly id: number };

/** What a worker thread answers to a request; `superseded` where it no longer knows what was asked about. */
export type ThreadAnswer =
  | { readonly kind: 'value'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'superseded'; readonly id: number }
  | { readonly kind: 'error'; readonly id: number; readonly message: string };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** A worker thread that answers requests. It starts with the first one, and after a crash with the next one. */
export class RequestThread {
  readonly #script: string;
  readonly #data: unknown;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #lastId = 0;

  /** `script` is a bundle, `data` what it is started with. */
  constructor(script: string, data: unknown) {
    this.#script = script;
    this.#data = data;
  }

  /** Asks the thread; null where the answer is that the request was superseded. */
  ask(request: object): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      (this.#worker ??= this.#start()).postMessage({ ...request, id });
    });
  }

  /** Tells the thread something that it does not answer, if it runs. */
  tell(message: object): void {
    this.#worker?.postMessage(message);
  }

  /** Ends the thread. */
  dispose(): void {
    void this.#worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(this.#script, { workerData: this.#data });
    worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    worker.on('error', (error) => this.#end(error instanceof Error ? error : new Error(String(error))));
    worker.on('exit', () => this.#end(new Error('The thread has ended.')));
    worker.unref();
    return worker;
  }

  #settle(answer: ThreadAnswer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.kind === 'error') waiting?.reject(new Error(answer.message));
    else waiting?.resolve(answer.kind === 'value' ? answer.value : null);
  }

  #end(error: Error): void {
    this.#worker = undefined;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
