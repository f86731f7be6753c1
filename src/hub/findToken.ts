import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describeSource, HubToken, type TokenSource } from './token';

/** Where tokens may lie. */
export interface TokenPlaces {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly homeFolder: string;
  /** A `.env` file that may be read, as the one of a folder that the person trusts. */
  readonly dotEnv?: string;
  /** The text of a file, or null where there is none that can be read. */
  readonly readFile: (path: string) => Promise<string | null>;
}

/** What looking for a token gave. */
export type FoundToken =
  | { readonly kind: 'token'; readonly token: HubToken }
  | { readonly kind: 'none' }
  | { readonly kind: 'unusable'; readonly message: string };

/** A token that the Hub's own tools keep, and the name they keep it by. */
export interface StoredToken {
  readonly name: string;
  readonly token: HubToken;
}

const HUB = 'https://huggingface.co';

/** The only names that are read from a `.env` file. */
const FROM_DOT_ENV = ['HF_TOKEN', 'AA_API_KEY'] as const;

/** The address of the Hub that the environment names, without a slash at its end; null where that is no address. */
export function hubUrlOf(env: TokenPlaces['env']): string | null {
  const url = (env['HF_ENDPOINT'] ?? '').trim().replace(/\/+$/, '') || HUB;
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}

/**
 * The token that the environment, a `.env` file or the Hub's own tools hold, in that order. It belongs to the Hub that
 * the environment names, and to no other.
 */
export async function findToken(places: TokenPlaces): Promise<FoundToken> {
  const { env, dotEnv, readFile } = places;
  for (const variable of ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN']) {
    const secret = env[variable]?.trim() ?? '';
    if (secret !== '') return tokenOf(secret, env, { kind: 'environment', variable });
  }
  const secret = dotEnv === undefined ? undefined : (await readDotEnv(dotEnv, readFile)).HF_TOKEN;
  if (secret !== undefined && dotEnv !== undefined) return tokenOf(secret, env, { kind: 'file', path: dotEnv });
  const path = tokenPath(places);
  const kept = (await readFile(path))?.trim() ?? '';
  return kept === '' ? { kind: 'none' } : tokenOf(kept, env, { kind: 'file', path });
}

/** The accounts that the Hub's own tools keep, by the names given to them (`hf auth list`). */
export async function storedTokens(places: TokenPlaces): Promise<readonly StoredToken[]> {
  const path = join(tokenPath(places), '..', 'stored_tokens');
  const text = (await places.readFile(path)) ?? '';
  let name: string | null = null;
  const stored: StoredToken[] = [];
  for (const line of text.split(/\r?\n/)) {
    const section = /^\[(.+)\]\s*$/.exec(line)?.[1];
    if (section !== undefined) name = section;
    const secret = /^hf_token\s*[=:]\s*(.*)$/i.exec(line)?.[1]?.trim();
    if (name === null || secret === undefined) continue;
    const found = tokenOf(secret, places.env, { kind: 'file', path });
    if (found.kind === 'token') stored.push({ name, token: found.token });
  }
  return stored;
}

/** What a `.env` file says of the names that are ours; any other line of it is passed over. */
export async function readDotEnv(
  path: string,
  readFile: TokenPlaces['readFile'],
): Promise<Partial<Record<(typeof FROM_DOT_ENV)[number], string>>> {
  const values = parseEnv((await readFile(path)) ?? '');
  const found: Partial<Record<(typeof FROM_DOT_ENV)[number], string>> = {};
  for (const name of FROM_DOT_ENV) {
    const value = values[name]?.trim() ?? '';
    if (value !== '') found[name] = value;
  }
  return found;
}

/** The file that `hf auth login` writes (huggingface_hub's `constants.py`). */
function tokenPath({ env, homeFolder }: TokenPlaces): string {
  const path = (name: string): string | undefined => {
    const value = env[name]?.trim() ?? '';
    return value === '' ? undefined : value.replace(/^~(?=$|[\\/])/, homeFolder);
  };
  const cache = path('XDG_CACHE_HOME') ?? join(homeFolder, '.cache');
  return path('HF_TOKEN_PATH') ?? join(path('HF_HOME') ?? join(cache, 'huggingface'), 'token');
}

/** A text that cannot stand in a header would come back in the error about it, so it never gets there. */
function tokenOf(secret: string, env: TokenPlaces['env'], source: TokenSource): FoundToken {
  const hubUrl = hubUrlOf(env);
  if (hubUrl === null) {
    return {
      kind: 'unusable',
      message: 'HF_ENDPOINT is no web address; set it to one such as https://huggingface.co.',
    };
  }
  if (!/^[\x21-\x7e]+$/.test(secret)) {
    const message = `The token ${describeSource(source)} holds characters that no token has; copy it again from ${hubUrl}/settings/tokens.`;
    return { kind: 'unusable', message };
  }
  return { kind: 'token', token: new HubToken(secret, hubUrl, source) };
}
