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

/** The folder of the evaluation scripts, which come with the program. */
export const SCRIPTS = join(__dirname, 'python');
