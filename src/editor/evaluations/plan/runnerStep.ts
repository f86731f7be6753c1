import type { Framework, GpuReport, RunModel, TaskCatalogue } from '../../../runs';
import type { Asker } from '../../asker';
import type { Chosen } from './choices';
import { again } from './again';
import { lastFirst } from './lastFirst';
import { type Runner, runnerName, runnerRows } from './runnerRows';

/** What the choice of a runner depends on beside the model and this machine. */
export interface RunnerFor {
  readonly catalogue: TaskCatalogue;
  readonly last: Chosen | undefined;
  readonly asker: Asker;
  /** The only one to choose from, if it is settled. */
  readonly framework: Framework | undefined;
}

/** Asks what the evaluation runs with; where there is one way only, it is taken. */
export async function chooseRunner(
  model: RunModel,
  gpus: GpuReport | null,
  { catalogue, last, asker, framework }: RunnerFor,
): Promise<Runner | undefined> {
  const rows = runnerRows(model, gpus, catalogue).filter(
    ({ value }) => framework === undefined || value.framework === framework,
  );
  const [only, another] = rows;
  if (another === undefined) return only?.value;
  const ordered = lastFirst(
    rows,
    (runner) => runner.problem === undefined && last !== undefined && runnerName(runner) === runnerName(last),
  );
  for (;;) {
    const chosen = await asker.pick(`Evaluate ${model.name}: with what?`, ordered);
    if (chosen?.problem === undefined) return chosen;
    if (!(await again(chosen.problem, asker))) return undefined;
  }
}
