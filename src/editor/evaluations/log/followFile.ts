import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

const LOOK_EVERY_MS = 500;

/** A log file that may not be there yet. */
export interface GrowingFile {
  readonly find: () => Promise<string | null>;
  /** Whether nothing will be added any more. */
  readonly isComplete: () => boolean;
}

/** Reads a file that grows to its end, and hands on what is new, until it is complete or `signal` is aborted. */
export async function followFile(
  { find, isComplete }: GrowingFile,
  add: (text: string) => void,
  signal: AbortSignal,
): Promise<void> {
  const decoder = new StringDecoder('utf8');
  let at = 0;
  while (!signal.aborted) {
    const isLast = isComplete();
    const path = await find();
    for await (const bytes of path === null ? [] : readFrom(path, at)) {
      at += bytes.length;
      add(decoder.write(bytes));
    }
    if (isLast) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

async function* readFrom(path: string, start: number): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    for (let at = start; ;) {
      const { bytesRead, buffer } = await file.read({ buffer: Buffer.alloc(64 * 1024), position: at });
      if (bytesRead === 0) return;
      at += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
