import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type RunRequest, scriptOf } from '../request';
import type { ShippedFile } from './spec';

/** The files that the job of a run takes with it, of which `scripts` is the folder; rejects where one cannot be read. */
export async function shippedFiles(
  run: RunRequest,
  scripts: string,
): Promise<{ readonly script: ShippedFile; readonly customTasks?: ShippedFile }> {
  const script = await read(join(scripts, scriptOf(run) ?? ''));
  const tasks = run.options['custom-tasks'];
  return tasks === undefined ? { script } : { script, customTasks: await read(tasks) };
}

async function read(path: string): Promise<ShippedFile> {
  return { name: basename(path), text: await readFile(path, 'utf8') };
}
