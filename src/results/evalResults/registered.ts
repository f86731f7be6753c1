/** A dataset of the Hub that has a leaderboard. */
export interface RegisteredBenchmark {
  readonly dataset: string;
  /** The task ids that it is known or said to have; the dataset's own `eval.yaml` decides. */
  readonly tasks: readonly string[];
}

/** The datasets that have a leaderboard, as they were known on a day. */
export class RegisteredBenchmarks {
  readonly #byDataset: ReadonlyMap<string, RegisteredBenchmark>;

  constructor(
    /** ISO 8601. */
    readonly date: string,
    benchmarks: readonly RegisteredBenchmark[],
  ) {
    this.#byDataset = new Map(benchmarks.map((one) => [one.dataset.toLowerCase(), one]));
  }

  of(dataset: string): RegisteredBenchmark | undefined {
    return this.#byDataset.get(dataset.toLowerCase());
  }
}

/** Reads the data file; what is no benchmark in it is left out. */
export function parseRegistered(json: unknown): RegisteredBenchmarks {
  const { date, benchmarks } = (typeof json === 'object' && json !== null ? json : {}) as Record<string, unknown>;
  const list = Array.isArray(benchmarks) ? benchmarks.filter(isRegistered) : [];
  return new RegisteredBenchmarks(typeof date === 'string' ? date : '', list);
}

function isRegistered(value: unknown): value is RegisteredBenchmark {
  if (typeof value !== 'object' || value === null) return false;
  const { dataset, tasks } = value as Readonly<Record<string, unknown>>;
  return typeof dataset === 'string' && Array.isArray(tasks) && tasks.every((task) => typeof task === 'string');
}
