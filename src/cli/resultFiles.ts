import type * as ResultFiles from '../results/runs/readRun';
import { loadBenchmarks } from './core';
import { Exit, failure, type Failure } from './exit';
import { withResultFile } from '../openResultFile';
import { readFailure } from './readCard';

/** The readers of result files, a bundle of its own beside this one. */
function loadResultFiles(): typeof ResultFiles {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./result-files.js') as typeof ResultFiles;
}

/** Reads the result file of a run. */
export async function readRunFile(path: string): Promise<ResultFiles.Run | Failure> {
  const { readRun } = loadResultFiles();
  try {
    const run = await withResultFile(path, (file) => readRun(file, loadBenchmarks()));
    return run.kind === 'problem' ? failure(Exit.unreadable, run.message) : run;
  } catch (error) {
    return readFailure(path, error);
  }
}
