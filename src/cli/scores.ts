import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import type * as Scores from '../scores';
import { Exit, failure, type Failure } from './exit';
import { readIfThere } from './readIfThere';

/** The client of Artificial Analysis, a bundle of its own beside this one. */
export function loadScores(): typeof Scores {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./scores.js') as typeof Scores;
}

/** The models of Artificial Analysis, kept for a day; the key is that of the environment or of a `.env` here. */
export async function readModels(fresh: boolean): Promise<Scores.AgedList | Failure> {
  const { env } = process;
  const { baseUrlOf, cachedList, findKey, listFile, scoresFailure, ScoresClient } = loadScores();
  const baseUrl = baseUrlOf(env);
  const key = await findKey({ env, dotEnv: resolve('.env'), readFile: readIfThere });
  if (baseUrl === null || key === null) {
    return failure(Exit.unreadable, scoresFailure({ kind: key === null ? 'no-key' : 'no-address' }).message);
  }
  const read = await cachedList(new ScoresClient({ key, baseUrl }), listFile(cachePath(env)), { fresh });
  return read.ok ? read.value : failure(Exit.unreadable, read.failure.message);
}

/** Where programs of this system keep what they can read again. */
function cachePath(env: NodeJS.ProcessEnv): string {
  const set = [env['XDG_CACHE_HOME'], env['LOCALAPPDATA']].find((folder) => folder !== undefined && folder !== '');
  return join(set ?? join(homedir(), '.cache'), 'model-card', 'artificial-analysis.json');
}
