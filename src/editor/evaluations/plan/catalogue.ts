import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskCatalogue } from '../../../runs';
import { loadRuns } from '../runsClient';

/** The tasks of both frameworks, of the data file that comes with the product. */
export function readCatalogue(dataFolder: string): TaskCatalogue {
  return loadRuns().parseCatalogue(JSON.parse(readFileSync(join(dataFolder, 'evaluation-tasks.json'), 'utf8')));
}
