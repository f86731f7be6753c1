import { join } from 'node:path';
import type * as Runs from '../runs';
import { readData } from './core';

/** Running evaluations, a bundle of its own beside this one. */
export function loadRuns(): typeof Runs {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./runs.js') as typeof Runs;
}

/** The tasks of the data file that comes with the program. */
export function loadTasks(): Runs.TaskCatalogue {
  return loadRuns().parseCatalogue(readData('evaluation-tasks'));
}

/** The path of an evaluation script, which comes with the program. */
export function scriptPath(name: string): string {
  return join(__dirname, 'python', name);
}
