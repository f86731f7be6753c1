import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { asMap, isPlainMap } from '../results/plainValues';
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
  return taskListOf({ ...asMap(parsed(output.trim().split('\n').at(-1) ?? '')), date });
}

/** The lists that were kept in a folder; one that cannot be read is as if nobody had asked. */
export function readTaskLists(folder: string): TaskLists {
  const lists = FRAMEWORKS.map((framework) => [framework, readTaskList(pathOf(folder, framework))] as const);
  return Object.fromEntries(lists.filter(([, list]) => list !== null));
}

/** Keeps a list in a folder in place of the one before; a sentence about why it cannot, null where it went well. */
export async function keepTaskList(folder: string, framework: Framework, list: TaskList): Promise<string | null> {
  const path = pathOf(folder, framework);
  // Another window may read or write it at this moment.
  const written = `${path}.${String(process.pid)}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(written, JSON.stringify(list));
    await rename(written, path);
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The list of tasks cannot be kept (${reason}), so the one from before stays; make room there, then try again.`;
  }
}

function readTaskList(path: string): TaskList | null {
  try {
    return taskListOf(parsed(readFileSync(path, 'utf8')));
  } catch {
    return null;
  }
}

function taskListOf(json: unknown): TaskList | null {
  const { date, source, tasks } = asMap(json);
  if (typeof date !== 'string' || typeof source !== 'string') return null;
  const entries = Object.entries(asMap(tasks));
  const areTasks = entries.every(([name, facts]) => /^[^\s|,]+$/.test(name) && isPlainMap(facts) && areFacts(facts));
  return entries.length > 0 && areTasks
    ? { date, source, tasks: Object.fromEntries(entries) as TaskList['tasks'] }
    : null;
}

/** What a `Task` may hold; anything else is a list of something else, or one that was damaged. */
const FACTS: Readonly<Record<string, (value: unknown) => boolean>> = {
  title: isText,
  samples: Number.isSafeInteger,
  datasets: areTexts,
  config: isText,
  split: isText,
  metrics: areTexts,
  sandbox: (value) => typeof value === 'boolean',
  // It becomes a part of an argument of uv.
  extra: (value) => isText(value) && /^[\w.-]+$/.test(value),
};

function areFacts(facts: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(facts).every(([name, value]) => FACTS[name]?.(value) ?? true);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function areTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every(isText);
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
