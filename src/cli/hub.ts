import { homedir } from 'node:os';
import { resolve } from 'node:path';
import type * as Hub from '../hub';
import { Exit, failure, type Failure } from './exit';
import { readIfThere } from './readIfThere';

/** The Hub over HTTP, a bundle of its own beside this one: cards that lie here need none of it. */
export function loadHub(): typeof Hub {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require('./hub.js') as typeof Hub;
}

/** A way to the Hub, and the token that it goes with. */
export interface HubAccess {
  readonly connection: Hub.HubConnection;
  readonly token: Hub.HubToken | null;
}

/** A way to the Hub of `HF_ENDPOINT`, with the token of the environment, a `.env` here or the Hub's own tools. */
export async function connectToHub(
  options: Pick<Hub.ConnectionOptions, 'fetch'> = {},
): Promise<Hub.HubConnection | Failure> {
  const access = await findAccess(options);
  return 'kind' in access ? access : access.connection;
}

/** The same with the token itself, for a program that is started with it. */
export async function findAccess(options: Pick<Hub.ConnectionOptions, 'fetch'> = {}): Promise<HubAccess | Failure> {
  const { env } = process;
  const { findToken, HubConnection, hubUrlOf } = loadHub();
  const found = await findToken({ env, homeFolder: homedir(), dotEnv: resolve('.env'), readFile: readIfThere });
  if (found.kind === 'unusable') return failure(Exit.unreadable, found.message);
  const hubUrl = hubUrlOf(env);
  if (hubUrl === null) return failure(Exit.unreadable, 'HF_ENDPOINT is no web address; mend or unset it.');
  const token = found.kind === 'token' ? found.token : null;
  return { connection: new HubConnection({ hubUrl, token, ...options }), token };
}

/** What the Hub could not do, for standard error. */
export function hubFailure({ kind, message }: Hub.HubFailure): Failure {
  const help = '  A token is read from HF_TOKEN, a .env file here, or what "hf auth login" keeps.';
  return failure(Exit.unreadable, message, kind === 'not-signed-in' ? [help] : []);
}
