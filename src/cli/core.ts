import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as Core from '../core';
import type * as Metadata from '../metadata';
import type { HubTerms } from '../metadata';
import type { Benchmarks } from '../results/benchmarks';
import type { RegisteredBenchmarks } from '../results/evalResults/registered';

/** The card core, a bundle of its own beside this one: help and bad use need none of it. */
export function loadCore(): typeof Core {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./card.js') as typeof Core;
}

/** The checks, another bundle beside this one. */
export function loadMetadata(): typeof Metadata {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./metadata.js') as typeof Metadata;
}

/** The benchmarks of the data file that comes with the program. */
export function loadBenchmarks(): Benchmarks {
  return loadCore().parseBenchmarks(readData('benchmarks'));
}

/** The datasets with a leaderboard, of the data file that comes with the program. */
export function loadRegistered(): RegisteredBenchmarks {
  return loadCore().parseRegistered(readData('registered-benchmarks'));
}

/** The licences, tasks and languages of the data files that come with the program. */
export function loadTerms(): HubTerms {
  return loadMetadata().readTerms(readData);
}

/** A data file that comes with the program. */
export function readData(name: string): unknown {
  return JSON.parse(readFileSync(join(__dirname, '..', 'media', 'data', `${name}.json`), 'utf8'));
}
