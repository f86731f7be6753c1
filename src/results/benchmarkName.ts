import type { Benchmark, Benchmarks } from './benchmarks';
import { knownMetricType } from './metrics';
import { withoutShots } from './shots';

/** A benchmark's name taken apart: `MMMU (val, CoT)` is MMMU on the validation split, in the variant `CoT`. */
export interface BenchmarkName {
  /** The known benchmark that is named, if it is one. */
  readonly benchmark?: Benchmark;
  /** The name without shots, and without metric, split and qualifiers where they were recognised. */
  readonly base: string;
  readonly metric?: string;
  readonly split?: string;
  /** What else the name says in parentheses. */
  readonly qualifiers: readonly string[];
}

/** A retrieval suite's tag before the name of one of its tasks. */
const SUITE_TAG = /^C?MTEB\s+/;
/** How the suite's tasks are spelled, so that one that is not known can be told from other words. */
const CAMEL_CASE = /^[A-Z][a-z]+\d*[A-Z]/;
const TRAILING_PARENTHESES = /^([^]*?\S)\s*[([（【]([^()[\]（）【】]*)[)\]）】]$/;
const TRAILING_WORD = /^([^]*\S)[\s_-]+(\S+)$/;

const SPLITS: Readonly<Record<string, string>> = {
  test: 'test',
  val: 'validation',
  validation: 'validation',
  valid: 'validation',
  dev: 'validation',
  train: 'train',
};

/** The name of a split in the Hub's terms (`validation` for `val` and `dev`), if the word is one. */
export function splitName(word: string): string | undefined {
  return SPLITS[word.trim().toLowerCase()];
}

/** `NFCorpus` of `MTEB NFCorpus`; other names that begin with the suite's stay whole. */
function withoutSuite(name: string, benchmarks: Benchmarks): string {
  const task = name.replace(SUITE_TAG, '');
  if (task === name || benchmarks.named(name) !== undefined) return name;
  const isTask = CAMEL_CASE.test(task) || benchmarks.named(task.replace(/\s*[([（【].*$/, '')) !== undefined;
  return isTask ? task : name;
}

/** Takes a benchmark's name apart; a known benchmark's own name is never cut. */
export function readBenchmarkName(name: string, benchmarks: Benchmarks): BenchmarkName {
  let base = withoutSuite(withoutShots(name.trim()), benchmarks);
  let metric: string | undefined;
  let split: string | undefined;
  const qualifiers: string[] = [];
  let benchmark = benchmarks.named(base);

  while (!benchmark) {
    const inside = TRAILING_PARENTHESES.exec(base);
    if (inside?.[1] === undefined) break;
    for (const part of (inside[2] ?? '').split(/[,;，；、]/)) {
      const word = part.trim();
      if (word.length > 1 && knownMetricType(word) !== undefined) metric ??= word;
      else if (splitName(word) !== undefined) split ??= splitName(word);
      else if (word !== '') qualifiers.unshift(word);
    }
    base = inside[1];
    benchmark = benchmarks.named(base);
  }

  // A last word without parentheses: a metric's in any name, a split's only after a known benchmark.
  const last = benchmark ? null : TRAILING_WORD.exec(base);
  const [head, word] = [last?.[1], last?.[2] ?? ''];
  if (head !== undefined && word.length > 1) {
    if (metric === undefined && knownMetricType(word) !== undefined) {
      metric = word;
      base = head;
    } else if (split === undefined && splitName(word) !== undefined && benchmarks.named(head)) {
      split = splitName(word);
      base = head;
    }
    benchmark = benchmarks.named(base);
  }

  return {
    base,
    qualifiers,
    ...(benchmark && { benchmark }),
    ...(metric !== undefined && { metric }),
    ...(split !== undefined && { split }),
  };
}
