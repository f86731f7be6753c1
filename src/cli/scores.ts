import { mkdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
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
  const { baseUrlOf, cachedList, findKey, scoresFailure, ScoresClient } = loadScores();
  const baseUrl = baseUrlOf(env);
  if (baseUrl === null) return failure(Exit.unreadable, 'AA_BASE_URL is no web address; mend or unset it.');
  const key = await findKey({ env, dotEnv: resolve('.env'), readFile: readIfThere });
  if (key === null) return failure(Exit.unreadable, scoresFailure({ kind: 'no-key' }).message);
  const read = await cachedList(new ScoresClient({ key, baseUrl }), cacheFile(env), { fresh });
  return read.ok ? read.value : failure(Exit.unreadable, read.failure.message);
}

/** The file that the list is kept in, where programs of this system keep what they can read again. */
function cacheFile(env: NodeJS.ProcessEnv): Scores.ListStore {
  const set = [env['XDG_CACHE_HOME'], env['LOCALAPPDATA']].find((folder) => folder !== undefined && folder !== '');
  const caches = set ?? join(homedir(), '.cache');
  const path = join(caches, 'model-card', 'artificial-analysis.json');
  return {
    read: () => readIfThere(path),
    write: async (text) => {
      try {
        await mkdir(dirname(path), { recursive: true });
        await writeFile(path, text);
      } catch {
        // Without a cache the list is read each time.
      }
    },
  };
}
