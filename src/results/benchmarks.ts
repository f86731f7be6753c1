/** What is known of a benchmark that people report. */
export interface Benchmark {
  /** The pretty name. */
  readonly name: string;
  /** The name counts only as it is spelled: `MATH` is a benchmark, `Math` mostly a heading. */
  readonly exactName?: boolean;
  /** Its dataset holds other languages too; elsewhere `MMLU (fr)` is somebody's translation. */
  readonly multilingual?: boolean;
  /** The dataset on the Hub; absent where there is none, or more than one that people use. */
  readonly dataset?: string;
  /** Configuration and split that are evaluated, where that is certain. */
  readonly config?: string;
  readonly split?: string;
  /** The metric that is meant where none is stated. */
  readonly metric?: string;
  readonly aliases?: readonly string[];
  /** Other ids and configurations under which the same benchmark is filed. */
  readonly otherDatasets?: readonly string[];
  readonly otherConfigs?: readonly string[];
}

/**
 * The form of a name in which spelling variants are one: lower case, letters and digits only, `+` and the `#` of
 * `C#` as words. `GSM-8K`, `gsm8k` and `GSM 8k` are the same benchmark. A name of signs alone stays as it is.
 */
export function nameKey(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('+', 'plus')
    .replace(/(?<=\p{L})#/gu, 'sharp');
  return folded.replace(/[^\p{L}\p{M}\p{N}]+/gu, '') || folded.trim();
}

/** The benchmarks of the data file, found by any of their names or by a dataset id. */
export class Benchmarks {
  readonly #byExactName = new Map<string, Benchmark>();
  readonly #byName = new Map<string, Benchmark>();
  readonly #byDataset = new Map<string, Benchmark[]>();

  constructor(benchmarks: readonly Benchmark[]) {
    for (const benchmark of benchmarks) {
      const { name, exactName, aliases = [] } = benchmark;
      if (exactName) this.#byExactName.set(name, benchmark);
      for (const variant of exactName ? aliases : [name, ...aliases]) this.#byName.set(nameKey(variant), benchmark);
    }
    for (const benchmark of benchmarks) {
      for (const id of [benchmark.dataset, ...(benchmark.otherDatasets ?? [])]) {
        if (id !== undefined) this.#file(id, benchmark);
      }
    }
  }

  /** The benchmark that goes by this name. */
  named(name: string): Benchmark | undefined {
    return this.#byExactName.get(name) ?? this.#byName.get(nameKey(name));
  }

  /** The benchmark that a dataset and configuration stand for, where they stand for just one. */
  of(dataset: string, config?: string): Benchmark | undefined {
    const filed = this.#byDataset.get(dataset.toLowerCase()) ?? [];
    if (filed.length <= 1) return filed[0] ?? this.named(dataset);
    const exact =
      config === undefined ? undefined : filed.find((benchmark) => configOf(benchmark, config) !== undefined);
    const whole = filed.filter((benchmark) => (benchmark.config ?? 'all') === 'all');
    return exact ?? (whole.length === 1 ? whole[0] : undefined);
  }

  /** Files a benchmark under an id, with and without its owner: older cards name datasets without one. */
  #file(id: string, benchmark: Benchmark): void {
    const full = id.toLowerCase();
    for (const key of new Set([full, full.slice(full.indexOf('/') + 1)])) {
      const filed = this.#byDataset.get(key);
      if (filed === undefined) this.#byDataset.set(key, [benchmark]);
      else if (!filed.includes(benchmark)) filed.push(benchmark);
    }
  }
}

/** The configuration of a benchmark that a word means, in the dataset's spelling. */
export function configOf({ config, otherConfigs = [] }: Benchmark, word: string): string | undefined {
  return [config ?? '', ...otherConfigs].find((one) => nameKey(one) === nameKey(word));
}

/** Reads the data file; what is no benchmark in it is left out. */
export function parseBenchmarks(json: unknown): Benchmarks {
  const list = typeof json === 'object' && json !== null && 'benchmarks' in json ? json.benchmarks : null;
  return new Benchmarks(Array.isArray(list) ? list.filter(isBenchmark) : []);
}

function isBenchmark(value: unknown): value is Benchmark {
  if (typeof value !== 'object' || value === null) return false;
  const record = value as Readonly<Record<string, unknown>>;
  return (
    typeof record['name'] === 'string' &&
    ['dataset', 'config', 'split', 'metric'].every((key) => ['string', 'undefined'].includes(typeof record[key])) &&
    ['aliases', 'otherDatasets', 'otherConfigs'].every((key) => isTextList(record[key] ?? []))
  );
}

function isTextList(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
