import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { ListStore } from './cachedList';

/** Keeps the list in a file; where that is not possible, it is read each time. */
export function listFile(path: string): ListStore {
  return {
    read: async () => {
      try {
        return await readFile(path, 'utf8');
      } catch {
        return null;
      }
    },
    write: async (text) => {
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      } catch {
        // As said above.
      }
    },
  };
}
