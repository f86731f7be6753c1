import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HubConnection, HubResult, JobReference } from '../../hub/index';
import { loadHub } from '../hubClient';
import { countResults, lastWords } from './runFolder';
import { loadRuns } from './runsClient';

/** What the log of a job that is over told. */
export interface JobResults {
  /** The path of the file that its results were written to; null where it printed none. */
  readonly results: string | null;
  readonly resultCount: number;
  /** How the script says that it ended, where it did not end well. */
  readonly lastWords: string | null;
}

/** Reads the whole log of a job that is over, and writes the results in it to a folder before anything else is done. */
export async function collectResults(
  connection: HubConnection,
  job: JobReference,
  folder: string,
  signal: AbortSignal,
): Promise<HubResult<JobResults>> {
  const found = new (loadRuns().ResultLines)();
  let words: string | null = null;
  const entry = (text: string): void => {
    found.add(text);
    words = lastWords(text) ?? words;
  };
  const followed = await loadHub().followLog(connection, job, { entry }, signal);
  if (!followed.ok) return followed;
  const { json } = found;
  const resultCount = json === null ? null : countResults(json);
  if (json === null || resultCount === null) {
    return { ok: true, value: { results: null, resultCount: 0, lastWords: words } };
  }
  await mkdir(folder, { recursive: true });
  const results = join(folder, 'results.json');
  await writeFile(results, json);
  return { ok: true, value: { results, resultCount, lastWords: words } };
}
