import type { CancellationToken } from 'vscode';
import { RequestThread } from '../requestThread';
import type { Explanation, Suggestions, YamlPlace } from './suggestion';
import type { YamlService } from './yamlService';

/** What the worker thread is started with. */
export interface YamlWorkerData {
  /** Holds the schemas and the data files. */
  readonly mediaFolder: string;
}

/** A question to the worker thread. */
export interface YamlRequest {
  readonly question: 'complete' | 'explain';
  readonly place: YamlPlace;
}

/**
 * A worker thread that completes and explains YAML: loading the YAML language server takes half a second, and an answer on a
 * long text as much. It is started by the first question. One question is asked at a time, so that those that were given up
 * while they waited cost nothing.
 */
export class YamlThread {
  readonly #thread: RequestThread;
  #turn: Promise<unknown> = Promise.resolve();

  /** `script` is the bundle of `yamlWorker.ts`. */
  constructor(script: string, data: YamlWorkerData) {
    this.#thread = new RequestThread(script, data);
  }

  /** What can be written at a place; null where nobody waits for it any more. */
  complete(place: YamlPlace, token: CancellationToken): Promise<Suggestions | null> {
    return this.#ask('complete', place, token);
  }

  /** What stands at a place means; null where nothing is known of it, or nobody waits for it any more. */
  explain(place: YamlPlace, token: CancellationToken): Promise<Explanation | null> {
    return this.#ask('explain', place, token);
  }

  /** Ends the thread. */
  dispose(): void {
    this.#thread.dispose();
  }

  #ask<Question extends YamlRequest['question']>(
    question: Question,
    place: YamlPlace,
    token: CancellationToken,
  ): Promise<Awaited<ReturnType<YamlService[Question]>> | null> {
    const request: YamlRequest = { question, place };
    const answer = this.#turn.then(() => (token.isCancellationRequested ? null : this.#thread.ask(request)));
    this.#turn = answer.catch(() => undefined);
    return answer as Promise<Awaited<ReturnType<YamlService[Question]>> | null>;
  }
}
