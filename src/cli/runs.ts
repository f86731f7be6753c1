import { join } from 'node:path';
import type * as Runs from '../runs';
import { readData } from './core';

/** Running evaluations, a bundle of its own beside this one. */
export function loadRuns(): typeof Runs {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./runs.js') as typeof Runs;
}

/** The tasks of the data file that comes with the program, and of the editor's newer lists where it starts the program. */
export function loadTasks(): Runs.TaskCatalogue {
  const { parseCatalogue, readTaskLists } = loadRuns();
  const folder = process.env['MODEL_CARD_TASK_LISTS'];
  return parseCatalogue(readData('evaluation-tasks'), folder === undefined ? {} : readTaskLists(folder));
}

/** The folder of the evaluation scripts, which come with the program. */
export const SCRIPTS = join(__dirname, 'python');
