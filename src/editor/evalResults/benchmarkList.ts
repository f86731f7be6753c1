import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { asMap, isPlainMap } from '../../results/plainValues';

/** What the `eval.yaml` of a benchmark's dataset says, and the commit that says so. */
export interface KnownBenchmark {
  readonly tasks: readonly string[];
  readonly framework?: string;
  readonly revision: string;
}

/** A Hub's list of benchmarks as it was read, and what was read of each since. */
export interface BenchmarkList {
  readonly hubUrl: string;
  /** When the list was read, in milliseconds since 1970. */
  readonly at: number;
  readonly datasets: readonly string[];
  readonly benchmarks: Readonly<Record<string, KnownBenchmark>>;
}

/** The list that was kept in a file for a Hub; null where there is none. */
export async function readList(path: string, hubUrl: string): Promise<BenchmarkList | null> {
  try {
    const kept: unknown = JSON.parse(await readFile(path, 'utf8'));
    return isList(kept) && kept.hubUrl === hubUrl ? kept : null;
  } catch {
    return null;
  }
}

/** Keeps a list; where that is not possible, it is read from the Hub again. */
export async function keepList(path: string, list: BenchmarkList): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, JSON.stringify(list));
  } catch {
    // As said above.
  }
}

/** What an earlier version of the program has written may have another shape. */
function isList(value: unknown): value is BenchmarkList {
  const { hubUrl, at, datasets, benchmarks } = asMap(value);
  return (
    typeof hubUrl === 'string' &&
    typeof at === 'number' &&
    isTexts(datasets) &&
    isPlainMap(benchmarks) &&
    Object.values(benchmarks).every((one) => {
      const { tasks, revision } = asMap(one);
      return isTexts(tasks) && typeof revision === 'string';
    })
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
