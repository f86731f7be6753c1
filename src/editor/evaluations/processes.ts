import { readFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import type { RunRecord } from './runRecord';

const LOOK_EVERY_MS = 300;

/** An editor that is there sees the end of a run much sooner after its start than this. */
const SETTLED_WITHIN_MS = 60_000;

/** Whether a process is there; on Linux `word` must be in its command line too, since ids are given anew. */
export async function isAlive(id: number, word: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${String(id)}/cmdline`, 'utf8').catch(() => '');
    return words.includes(word);
  }
  return exists(id);
}

/** Whether there is a process with an id, whichever that is. */
export function exists(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether the editor that looked after a run is gone; its process id may be another's since then. */
export async function isAbandoned({ id, owner, createdAt, startedAt, process: pid }: RunRecord): Promise<boolean> {
  if (!exists(owner) || createdAt < Date.now() - uptime() * 1000) return true;
  const isOld = startedAt !== undefined && Date.now() - startedAt > SETTLED_WITHIN_MS;
  return isOld && pid !== undefined && !(await isAlive(pid, id));
}

/** Waits until a process is no longer there, or until `signal` is aborted. */
export async function whenGone(id: number, word: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await isAlive(id, word))) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
