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
  readonly catalogue: TaskCatalogue;
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

/** Asks which tasks to evaluate; several may be chosen. */
export async function chooseTasks(wanted: TasksFor): Promise<ChosenTasks | undefined> {
  const { model, framework, catalogue, recent, asker } = wanted;
  const rows: Option<string | symbol>[] = [
    { label: 'Name Tasks…', description: 'as task or task|shots, such as gsm8k|5', value: NAMED },
    { label: 'Tasks of a File…', description: 'a Python file that defines them', value: OWN },
    ...taskRows(framework, catalogue, recent),
  ];
  for (;;) {
    const picked = await asker.pickMany(`Evaluate ${model}: which tasks of ${framework}?`, rows);
    if (picked === undefined) return undefined;
    const customTasks = picked.includes(OWN) ? await chooseTaskFile(wanted) : undefined;
    const mustName = picked.includes(NAMED) || picked.includes(OWN);
    const named = mustName ? await nameTasks(wanted, customTasks) : [];
    const tasks = [...picked.filter((one) => typeof one === 'string'), ...named];
    if (tasks.length > 0) return { tasks, ...(customTasks !== undefined && { customTasks }) };
    if (!(await again('No task is chosen, so nothing can be evaluated.', asker))) return undefined;
  }
}

async function nameTasks(
  { model, framework, catalogue, asker }: TasksFor,
  customTasks: string | undefined,
): Promise<readonly string[]> {
  const { taskProblems, tasksIn } = loadRuns();
  const options = { 'custom-tasks': customTasks, 'allow-local-code-execution': true };
  const typed = await asker.type({
    title: `Evaluate ${model}`,
    prompt: 'Tasks, separated by commas',
    check: (text) => taskProblems({ framework, tasks: tasksIn(text), options }, catalogue)[0] ?? null,
  });
  return typed === undefined ? [] : tasksIn(typed);
}
