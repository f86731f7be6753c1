import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isObject, objectOf } from './json';
import type { Framework } from './request';

/** The tasks of one framework as it told them itself, in the form of the data file. */
export interface TaskList {
  /** When it was asked; ISO 8601. */
  readonly date: string;
  /** The package and its version, as in `inspect-evals 0.26.0`. */
  readonly source: string;
  readonly tasks: Readonly<Record<string, object>>;
}

/** The lists of the frameworks that were asked. */
export type TaskLists = Readonly<Partial<Record<Framework, TaskList>>>;

const FRAMEWORKS: readonly Framework[] = ['lighteval', 'inspect'];

/** What a script prints with `--list-tasks`, which stands in its last line; null where that is no list of tasks. */
export function parseTaskList(output: string, date: string): TaskList | null {
  return taskListOf({ ...objectOf(parsed(output.trim().split('\n').at(-1) ?? '')), date });
}

/** The lists that were kept in a folder; one that cannot be read is as if nobody had asked. */
export function readTaskLists(folder: string): TaskLists {
  const lists = FRAMEWORKS.map((framework) => [framework, readTaskList(pathOf(folder, framework))] as const);
  return Object.fromEntries(lists.filter(([, list]) => list !== null));
}

/** Keeps a list in a folder in place of the one before; rejects where it cannot be written. */
export async function keepTaskList(folder: string, framework: Framework, list: TaskList): Promise<void> {
  const path = pathOf(folder, framework);
  await mkdir(folder, { recursive: true });
  // Another window may read it at this moment.
  await writeFile(`${path}.new`, JSON.stringify(list));
  await rename(`${path}.new`, path);
}

function readTaskList(path: string): TaskList | null {
  try {
    return taskListOf(parsed(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function taskListOf(json: unknown): TaskList | null {
  const { date, source, tasks } = objectOf(json);
  if (typeof date !== 'string' || typeof source !== 'string') return null;
  const entries = Object.entries(objectOf(tasks));
  const areTasks = entries.every(([name, facts]) => /^[^\s|,]+$/.test(name) && isObject(facts));
  return entries.length > 0 && areTasks
    ? { date, source, tasks: Object.fromEntries(entries) as TaskList['tasks'] }
    : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function pathOf(folder: string, framework: Framework): string {
  return join(folder, `${framework}-tasks.json`);
}
