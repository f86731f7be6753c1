import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TaskCatalogue } from '../../../runs';
import type { EvaluationParts } from '../evaluationParts';
import { loadRuns } from '../runsClient';

/** The tasks of both frameworks, of the data file that comes with the product or of the frameworks' own newer lists. */
export function readCatalogue({
  dataFolder,
  taskListFolder,
}: Pick<EvaluationParts, 'dataFolder' | 'taskListFolder'>): TaskCatalogue {
  const { parseCatalogue, readTaskLists } = loadRuns();
  const shipped: unknown = JSON.parse(readFileSync(join(dataFolder, 'evaluation-tasks.json'), 'utf8'));
  return parseCatalogue(shipped, readTaskLists(taskListFolder));
}
