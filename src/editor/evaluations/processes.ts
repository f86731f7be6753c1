import { readFile } from 'node:fs/promises';

const LOOK_EVERY_MS = 300;

/** Whether a process is there; on Linux `word` must be in its command line too, since ids are given anew. */
export async function isAlive(id: number, word: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const words = await readFile(`/proc/${String(id)}/cmdline`, 'utf8').catch(() => '');
    return words.includes(word);
  }
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits until a process is no longer there, or until `signal` is aborted. */
export async function whenGone(id: number, word: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && (await isAlive(id, word))) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
