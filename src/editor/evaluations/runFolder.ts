import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvaluationParts } from './evaluationParts';
import type { RunRecord } from './runRecord';

/** What a run left in its folder. */
export interface Traces {
  /** The path of its result file. */
  readonly results: string | null;
  readonly resultCount: number;
  /** The path of its log. */
  readonly log: string | null;
  /** How the script says that it ended, where it did not end well. */
  readonly lastWords: string | null;
}

const NOTHING: Traces = { results: null, resultCount: 0, log: null, lastWords: null };

/** The folder of a run, or of the job of another program, in which its results are put. */
export function folderOf({ runsFolder }: Pick<EvaluationParts, 'runsFolder'>, id: string): string {
  return join(runsFolder, id);
}

/** The folder that a script makes for its run begins with the time of its start. */
const BY_SCRIPT = /^\d{4}-\d\d-\d\dT/;

/** The end of a log in which its last words are. */
const TAIL = 16 * 1024;

/** Looks what a run left in the folder that was made for it; its script makes one of its own inside. */
export async function readTraces(folder: string): Promise<Traces> {
  const inner = (await readdir(folder).catch(() => [])).find((name) => BY_SCRIPT.test(name));
  if (inner === undefined) return NOTHING;
  const log = join(folder, inner, 'evaluation.log');
  const tail = await readTail(log);
  const words = tail === null ? null : lastWords(tail);
  return { ...(await readResults(join(folder, inner))), log: tail === null ? null : log, lastWords: words };
}

/** How a run ended, by its exit status as far as that is known, and by what it left. */
export function endOf(
  { results, resultCount, lastWords: words }: Traces,
  status: number | undefined,
  wasCancelled: boolean,
): Partial<RunRecord> {
  const found = results === null ? {} : { results, resultCount };
  if (wasCancelled && status !== 0) return { ...found, state: 'cancelled', reason: undefined };
  if (results !== null && words === null && (status ?? 0) === 0)
    return { ...found, state: 'finished', reason: undefined };
  if (words !== null && !words.startsWith('Cancelled')) {
    return { ...found, state: 'failed', reason: reasonIn(words) };
  }
  if (status === undefined || words !== null) {
    return {
      ...found,
      state: 'interrupted',
      reason: 'The editor or the terminal was closed before it was over; run it again.',
    };
  }
  const what = status === 0 ? 'It left no results' : status === 2 ? 'It was not started' : 'It failed';
  return { ...found, state: 'failed', reason: `${what}; its terminal says why.` };
}

/** The last line of a log with which a script says that it did not end well; the line after it is only quoted. */
export function lastWords(log: string): string | null {
  return (
    log
      .split('\n')
      .findLast((line) => /^(?:Failed|Not started|Cancelled): /.test(line))
      ?.trim() ?? null
  );
}

/** The reason that last words give, without the word they begin with. */
export function reasonIn(words: string): string {
  return words.replace(/^[A-Z][a-z ]+: /, '');
}

/** How many results stand in our own JSON; null where it is none. */
export function countResults(json: string): number | null {
  try {
    const { results } = JSON.parse(json) as { readonly results?: unknown };
    return Array.isArray(results) ? results.length : null;
  } catch {
    return null;
  }
}

async function readResults(folder: string): Promise<Pick<Traces, 'results' | 'resultCount'>> {
  const path = join(folder, 'results.json');
  const resultCount = await readFile(path, 'utf8').then(countResults, () => null);
  return resultCount === null ? { results: null, resultCount: 0 } : { results: path, resultCount };
}

async function readTail(path: string): Promise<string | null> {
  try {
    const { size } = await stat(path);
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(TAIL), position: Math.max(0, size - TAIL) });
      return buffer.toString('utf8', 0, bytesRead);
    } finally {
      await file.close();
    }
  } catch {
    return null;
  }
}
