import * as vscode from 'vscode';
import { withResultFile } from '../../openResultFile';
import type { Benchmarks } from '../../results/benchmarks';
import type * as ResultFiles from '../../results/runs/readRun';
import { problem, type ResultFileProblem, tooLarge } from '../../results/runs/resultFile';

/** A larger file is read only where it can be read piece by piece. */
const MOST_WHOLE_BYTES = 32 * 1024 * 1024;

/** Reads a result file: of a file on disk only the parts that tell its results. */
export async function readResultFile(
  uri: vscode.Uri,
  benchmarks: Benchmarks,
): Promise<ResultFiles.Run | ResultFileProblem> {
  const { readRun } = loadResultFiles();
  try {
    return uri.scheme === 'file'
      ? await withResultFile(uri.fsPath, (file) => readRun(file, benchmarks))
      : await readWhole(uri, benchmarks);
  } catch {
    return problem(`${fileName(uri)} cannot be read; look whether it is still there and may be read.`);
  }
}

/** A file's name without its folders. */
export function fileName({ path }: vscode.Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

async function readWhole(uri: vscode.Uri, benchmarks: Benchmarks): Promise<ResultFiles.Run | ResultFileProblem> {
  const { size } = await vscode.workspace.fs.stat(uri);
  const name = fileName(uri);
  if (size > MOST_WHOLE_BYTES) return tooLarge(name);
  const bytes = await vscode.workspace.fs.readFile(uri);
  const read = (offset: number, length: number) => Promise.resolve(bytes.subarray(offset, offset + length));
  return loadResultFiles().readRun({ name, size: bytes.length, read }, benchmarks);
}

/** The readers, the same bundle that the command line has. */
function loadResultFiles(): typeof ResultFiles {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle beside this one
  return require('./result-files.js') as typeof ResultFiles;
}
