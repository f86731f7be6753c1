import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Core from '../core';
import type { Benchmarks } from '../results/benchmarks';

/** The card core, a bundle of its own beside this one: help and bad use need none of it. */
export function loadCore(): typeof Core {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./card.js') as typeof Core;
}

/** The benchmarks of the data file that comes with the program. */
export function loadBenchmarks(): Benchmarks {
  const path = join(__dirname, '..', 'media', 'data', 'benchmarks.json');
  return loadCore().parseBenchmarks(JSON.parse(readFileSync(path, 'utf8')));
}
