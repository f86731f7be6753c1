import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Exit, failure, type Failure } from './exit';

/**
 * Replaces a card by `text` in one step: whoever reads it meanwhile sees the old or the new one, never half of it.
 * Mode and symbolic links stay. Null where it went well.
 */
export function writeCard(file: string, text: string): Failure | null {
  let temporary: string | null = null;
  try {
    const target = realpathSync(file);
    const { mode } = statSync(target);
    const beside = join(dirname(target), `.${basename(target)}.${String(process.pid)}.tmp`);
    writeFileSync(beside, text, { flag: 'wx', flush: true });
    temporary = beside;
    chmodSync(beside, mode);
    renameSync(beside, target);
    return null;
  } catch (error) {
    if (temporary !== null) rmSync(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    return failure(Exit.unreadable, `${file} cannot be written: ${reason}.`);
  }
}
