import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { ResultFile } from './results/runs/resultFile';

/** Opens a result file, lets `use` read of it what it needs, and closes it. Rejects where it cannot be read. */
export async function withResultFile<Value>(path: string, use: (file: ResultFile) => Promise<Value>): Promise<Value> {
  // A pipe would be waited for at its opening already.
  const found = await stat(path);
  if (!found.isFile() && !found.isDirectory()) throw new Error('it is no ordinary file; copy what it holds into one');
  const handle = await open(path);
  try {
    const { size } = await handle.stat();
    return await use({
      name: basename(path),
      size,
      read: async (offset, length) => {
        const buffer = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset);
        return buffer.subarray(0, bytesRead);
      },
    });
  } finally {
    await handle.close();
  }
}
