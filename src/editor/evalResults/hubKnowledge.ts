import type { HubConnection, HubEvalResult, HubResult } from '../../hub/index';
import type { RegisteredBenchmarks } from '../../results/evalResults/registered';
import type { HubSession } from '../account/hubSession';
import { loadCore } from '../cardCore';
import { loadHub } from '../hubClient';
import { type BenchmarkList, keepList, type KnownBenchmark, readList } from './benchmarkList';

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long an answer is good, and after how long what failed is asked again. */
const GOOD_FOR_MS = 10 * 60 * 1000;
const RETRY_AFTER_MS = 60 * 1000;

/** What the Hub is known to say now. */
export interface Known {
  readonly registered: RegisteredBenchmarks;
  readonly benchmarks: ReadonlyMap<string, KnownBenchmark>;
  /** The values of leaderboards, by dataset. */
  readonly leaderboards: ReadonlyMap<string, readonly number[]>;
  /** The results of the model. */
  readonly results: readonly HubEvalResult[];
}

interface Question {
  /** When the answer, or the failure, is too old. */
  until: number;
  /** null once it was answered. */
  answer: Promise<boolean> | null;
}

/**
 * What the Hub says of benchmarks, leaderboards and models, as far as it was asked. Where it cannot be asked, the shipped
 * list of benchmarks serves, and nothing is said: these are facts beside a card, not the card.
 */
export class HubKnowledge {
  readonly #session: HubSession;
  readonly #listPath: string;
  readonly #shipped: () => RegisteredBenchmarks;
  readonly #questions = new Map<string, Question>();
  readonly #leaderboards = new Map<string, readonly number[]>();
  readonly #results = new Map<string, readonly HubEvalResult[]>();
  #opened: { readonly connection: HubConnection; readonly ready: Promise<void> } | null = null;
  #list: BenchmarkList | null = null;
  #writing = Promise.resolve();

  /** `listPath` is the file that the Hub's list of benchmarks is kept in for a day. */
  constructor(session: HubSession, listPath: string, shipped: () => RegisteredBenchmarks) {
    this.#session = session;
    this.#listPath = listPath;
    this.#shipped = shipped;
  }

  /** What is known without asking; `model` is the repository of the card. */
  async known(model: string | undefined): Promise<Known> {
    await this.#connect();
    return {
      registered: this.#registered(),
      benchmarks: new Map(Object.entries(this.#list?.benchmarks ?? {})),
      leaderboards: new Map(this.#leaderboards),
      results: this.#results.get(model ?? '') ?? [],
    };
  }

  /** Asks for what is not known yet of some datasets and a model; whether anything new was learned. */
  async learn(datasets: readonly string[], model: string | undefined): Promise<boolean> {
    const connection = await this.#connect();
    if (connection === null) return false;
    const isOld = this.#list === null || Date.now() - this.#list.at > DAY_MS;
    const hasList = isOld && (await this.#once('list', () => this.#askList(connection)));
    const learned = await Promise.all([
      ...datasets.map((id) => this.#once(`file ${id}`, () => this.#askFile(connection, id))),
      ...datasets.map((id) => this.#once(`leaderboard ${id}`, () => this.#askLeaderboard(connection, id))),
      ...(model === undefined ? [] : [this.#once(`model ${model}`, () => this.#askModel(connection, model))]),
    ]);
    return hasList || learned.includes(true);
  }

  /** The connection now; with another one, other things may be seen. */
  async #connect(): Promise<HubConnection | null> {
    const session = await this.#session.open();
    if (session.kind === 'problem') return null;
    const { connection } = session;
    if (this.#opened?.connection !== connection) {
      for (const kept of [this.#questions, this.#leaderboards, this.#results]) kept.clear();
      const ready = readList(this.#listPath, connection.hubUrl).then((list) => void (this.#list = list));
      this.#opened = { connection, ready };
    }
    await this.#opened.ready;
    return connection;
  }

  /** Asks one thing, unless somebody has just asked it; whether it was answered meanwhile. */
  #once(key: string, ask: () => Promise<boolean>): Promise<boolean> {
    const asked = this.#questions.get(key);
    if (asked?.answer) return asked.answer;
    if (asked && Date.now() < asked.until) return Promise.resolve(false);
    const question: Question = { until: 0, answer: null };
    question.answer = ask().then((answered) => {
      question.until = Date.now() + (answered ? GOOD_FOR_MS : RETRY_AFTER_MS);
      question.answer = null;
      return answered;
    });
    this.#questions.set(key, question);
    return question.answer;
  }

  async #askList(connection: HubConnection): Promise<boolean> {
    const datasets = await this.#answer(connection, loadHub().officialBenchmarks(connection));
    // A Hub that knows none does not know the question.
    if (datasets === null || datasets.length === 0) return false;
    return this.#keep({ hubUrl: connection.hubUrl, at: Date.now(), datasets, benchmarks: {} });
  }

  async #askFile(connection: HubConnection, dataset: string): Promise<boolean> {
    if (this.#list === null || this.#list.benchmarks[dataset]) return false;
    const file = await this.#answer(connection, loadHub().benchmarkFile(connection, dataset));
    const read = file && loadCore().readBenchmarkFile(new TextDecoder().decode(file.content));
    if (!read) return false;
    const benchmarks = { ...this.#list.benchmarks, [dataset]: { ...read, revision: file.commit } };
    return this.#keep({ ...this.#list, benchmarks });
  }

  async #askLeaderboard(connection: HubConnection, dataset: string): Promise<boolean> {
    const rows = await this.#answer(connection, loadHub().leaderboard(connection, dataset));
    if (rows === null) return false;
    this.#leaderboards.set(
      dataset,
      rows.map(({ value }) => value),
    );
    return true;
  }

  async #askModel(connection: HubConnection, model: string): Promise<boolean> {
    const results = await this.#answer(connection, loadHub().evalResults(connection, model));
    if (results === null) return false;
    this.#results.set(model, results);
    return true;
  }

  /** An answer; null where there is none, or another account or Hub is used meanwhile. */
  async #answer<T>(connection: HubConnection, answer: Promise<HubResult<T>>): Promise<T | null> {
    const read = await answer;
    return read.ok && this.#opened?.connection === connection ? read.value : null;
  }

  async #keep(list: BenchmarkList): Promise<true> {
    this.#list = list;
    await (this.#writing = this.#writing.then(() => keepList(this.#listPath, list)));
    return true;
  }

  #registered(): RegisteredBenchmarks {
    const shipped = this.#shipped();
    if (this.#list === null) return shipped;
    const { at, datasets, benchmarks } = this.#list;
    return loadCore().parseRegistered({
      date: new Date(at).toISOString().slice(0, 10),
      benchmarks: datasets.map((dataset) => ({
        dataset,
        tasks: benchmarks[dataset]?.tasks ?? shipped.of(dataset)?.tasks ?? [],
      })),
    });
  }
}
