import { chmodSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Exit, failure, type Failure } from './exit';

/**
 * Replaces a card that holds `before` by `after` in one step: whoever reads it meanwhile sees the old or the new one,
 * never half of it, and what another program wrote meanwhile is not lost. Mode and symbolic links stay. Null where it
 * went well.
 */
export function writeCard(file: string, before: string, after: string): Failure | null {
  let temporary: string | null = null;
  try {
    const target = realpathSync(file);
    const stats = statSync(target);
    if (!stats.isFile()) return failed(file, 'it is no ordinary file; leave out --write and add the YAML by hand');
    const beside = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
    writeFileSync(beside, after, { flag: 'wx', flush: true });
    temporary = beside;
    chmodSync(beside, stats.mode);
    if (!readFileSync(target).equals(Buffer.from(before))) {
      return failed(file, 'another program has changed it meanwhile; run the command again');
    }
    renameSync(beside, target);
    temporary = null;
    return null;
  } catch (error) {
    return unwritable(file, error);
  } finally {
    if (temporary !== null) rmSync(temporary, { force: true });
  }
}

/** Why a file cannot be written, from the error of the try. */
export function unwritable(file: string, error: unknown): Failure {
  return failed(file, reasonOf(error));
}

/** Whether a card is an ordinary file, not a pipe such as /dev/stdin. */
export function isReplaceable(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write to its folder';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : String(error);
}

function failed(file: string, reason: string): Failure {
  return failure(Exit.unreadable, `${file} cannot be written: ${reason}.`);
}
