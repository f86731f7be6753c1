import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubConnection, JobReference } from '../../hub/index';
import { loadHub } from '../hubClient';
import { countResults, lastWords } from './runFolder';
import { loadRuns } from './runsClient';

/** What the log of a job that is over told. */
export interface JobResults {
  readonly kind: 'results';
  /** The path of the file that its results were written to; null where it printed none. */
  readonly results: string | null;
  readonly resultCount: number;
  /** How the script says that it ended, where it did not end well. */
  readonly lastWords: string | null;
}

/** Why the log could not be read or its results not be kept, in a sentence; `gone` is a log that nobody can read any more. */
export interface JobResultsProblem {
  readonly kind: 'problem' | 'gone';
  readonly message: string;
}

/** A job that was deleted has no log, nor has one whose container never was. */
const WITHOUT_LOG = ['not-found', 'refused'];

/** Reads the whole log of a job that is over, and writes the results in it to a folder before anything else is done. */
export async function collectResults(
  connection: HubConnection,
  job: JobReference,
  folder: string,
  signal: AbortSignal,
): Promise<JobResults | JobResultsProblem> {
  const found = new (loadRuns().ResultLines)();
  let words: string | null = null;
  const entry = (text: string): void => {
    found.add(text);
    words = lastWords(text) ?? words;
  };
  const followed = await loadHub().followLog(connection, job, { entry }, signal);
  if (!followed.ok) {
    const { kind, message } = followed.failure;
    return { kind: WITHOUT_LOG.includes(kind) ? 'gone' : 'problem', message };
  }
  const { json } = found;
  const resultCount = json === null ? null : countResults(json);
  if (json === null || resultCount === null)
    return { kind: 'results', results: null, resultCount: 0, lastWords: words };
  const results = join(folder, 'results.json');
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(results, json);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      kind: 'problem',
      message: `The results of a job cannot be kept (${reason}); make room there, then refresh.`,
    };
  }
  return { kind: 'results', results, resultCount, lastWords: words };
}
