import type * as vscode from 'vscode';
import type { Framework, TaskCatalogue } from '../../../runs';
import type { Asker, Option } from '../../asker';
import { loadRuns } from '../runsClient';
import { again } from './again';
import { chooseTaskFile } from './taskFile';
import { taskRows } from './taskRows';

/** What tasks are chosen for. */
export interface TasksFor {
  readonly model: string;
  readonly framework: Framework;
  readonly catalogue: () => TaskCatalogue;
  /** Asks the framework for its tasks, after which the catalogue has them. */
  readonly refresh: () => Promise<void>;
  /** Those that ran lately. */
  readonly recent: readonly string[];
  /** Files are looked for beside it. */
  readonly card: vscode.Uri;
  readonly asker: Asker;
}

/** Tasks, and the file that defines those of one's own. */
export interface ChosenTasks {
  readonly tasks: readonly string[];
  readonly customTasks?: string;
}

const NAMED = Symbol('tasks that are named');
const OWN = Symbol('tasks of a file');
const REFRESH = Symbol('the list anew');

/** Asks which tasks to evaluate; several may be chosen. */
export async function chooseTasks(wanted: TasksFor): Promise<ChosenTasks | undefined> {
  const { model, framework, asker } = wanted;
  for (let ticked: readonly (string | symbol)[] = []; ;) {
    const rows = rowsOf(wanted).map((row) => ({ ...row, picked: ticked.includes(row.value) }));
    const picked = await asker.pickMany(`Evaluate ${model}: which tasks of ${framework}?`, rows);
    if (picked === undefined) return undefined;
    // Whoever comes back to the list finds it as it was left.
    ticked = picked.filter((one) => one !== REFRESH);
    if (picked.includes(REFRESH)) {
      await wanted.refresh();
      continue;
    }
    const customTasks = picked.includes(OWN) ? await chooseTaskFile(wanted) : undefined;
    if (picked.includes(OWN) && customTasks === undefined) continue;
    const mustName = picked.includes(NAMED) || picked.includes(OWN);
    const named = mustName ? await nameTasks(wanted, customTasks) : [];
    if (named === undefined) continue;
    const tasks = [...picked.filter((one) => typeof one === 'string'), ...named];
    if (tasks.length > 0) return { tasks, ...(customTasks !== undefined && { customTasks }) };
    if (!(await again('No task is chosen, so nothing can be evaluated.', asker))) return undefined;
  }
}

function rowsOf({ framework, catalogue, recent }: TasksFor): readonly Option<string | symbol>[] {
  const known = catalogue();
  return [
    { label: 'Name Tasks…', description: 'as task or task|shots, such as gsm8k|5', value: NAMED },
    { label: 'Tasks of a File…', description: 'a Python file that defines them', value: OWN },
    {
      label: 'Refresh the List of Tasks…',
      description: `of ${known.dates[framework].slice(0, 10)}; asks ${framework} itself, by uv`,
      value: REFRESH,
    },
    ...taskRows(framework, known, recent),
  ];
}

async function nameTasks(
  { model, framework, catalogue, asker }: TasksFor,
  customTasks: string | undefined,
): Promise<readonly string[] | undefined> {
  const { taskProblems, tasksIn } = loadRuns();
  const options = { 'custom-tasks': customTasks, 'allow-local-code-execution': true };
  const known = catalogue();
  const typed = await asker.type({
    title: `Evaluate ${model}`,
    prompt: 'Tasks, separated by commas',
    check: (text) => taskProblems({ framework, tasks: tasksIn(text), options }, known)[0] ?? null,
  });
  return typed === undefined ? undefined : tasksIn(typed);
}
