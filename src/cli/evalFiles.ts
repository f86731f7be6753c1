import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { EvalFileChange, EvalFileText } from '../results/evalResults/merge';
import type { Failure } from './exit';
import { readCard } from './readCard';
import { unwritable, writeCard } from './writeCard';

const FOLDER = '.eval_results';

/** The files of `.eval_results/` beside a card. */
export function readEvalFiles(card: string): readonly EvalFileText[] | Failure {
  const files: EvalFileText[] = [];
  for (const name of namesIn(join(dirname(card), FOLDER))) {
    const path = `${FOLDER}/${name}`;
    const read = readCard(join(dirname(card), path));
    if (read.kind === 'failure') return read;
    files.push({ path, text: read.text });
  }
  return files;
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
  } catch {
    // There is none yet.
    return [];
  }
}

/** Writes what becomes of one file beside a card; null where it went well. */
export function writeEvalFile(card: string, { path, before, text }: EvalFileChange): Failure | null {
  const file = join(dirname(card), path);
  if (before !== null) return writeCard(file, before, text);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx', flush: true });
    return null;
  } catch (error) {
    return unwritable(file, error);
  }
}
