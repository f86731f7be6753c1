import { readFileSync, rmSync, writeFileSync } from 'node:fs';

/** A file that another process has, or seems to have. */
export interface Held {
  readonly kind: 'held';
  /** The file that says so; who knows better removes it. */
  readonly file: string;
}

/** A file that this process has until it is released. */
export interface Lock {
  readonly kind: 'lock';
  readonly release: () => void;
}

/**
 * Keeps other processes from a file. What a process that is no more left behind counts for nothing; taking it over is
 * locked in the same way, since what one process sees there may by then be the lock of another that was quicker.
 */
export function lock(path: string): Lock | Held {
  const file = `${path}.lock`;
  if (create(file)) return released(file);
  if (!isLeft(file)) return { kind: 'held', file };
  const taking = lock(file);
  if (taking.kind === 'held') return taking;
  try {
    if (isLeft(file)) rmSync(file, { force: true });
    return create(file) ? released(file) : { kind: 'held', file };
  } finally {
    taking.release();
  }
}

function released(file: string): Lock {
  return {
    kind: 'lock',
    release: () => {
      rmSync(file, { force: true });
    },
  };
}

function create(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Whether its process is no more. A lock without a number is being written at this moment. */
function isLeft(file: string): boolean {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    return holder > 0 && !isAlive(holder);
  } catch (error) {
    // It was released meanwhile.
    if (hasCode(error, 'ENOENT')) return true;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be asked, but it is there.
    return hasCode(error, 'EPERM');
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
