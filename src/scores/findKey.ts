import { readDotEnv, type TokenPlaces } from '../hub/findToken';
import { ApiKey } from './key';

const BASE_URL = 'https://artificialanalysis.ai/api/v2';

/** The key that the environment holds, or else a `.env` file that may be read. */
export async function findKey({
  env,
  dotEnv,
  readFile,
}: Pick<TokenPlaces, 'env' | 'dotEnv' | 'readFile'>): Promise<ApiKey | null> {
  const set = env['AA_API_KEY']?.trim() ?? '';
  if (set !== '') return new ApiKey(set, 'from AA_API_KEY');
  const kept = dotEnv === undefined ? undefined : (await readDotEnv(dotEnv, readFile)).AA_API_KEY;
  return kept === undefined || dotEnv === undefined ? null : new ApiKey(kept, `in ${dotEnv}`);
}

/** The address of the API that the environment names, as a server on this machine; null where that is no address. */
export function baseUrlOf(env: TokenPlaces['env']): string | null {
  const url = env['AA_BASE_URL']?.trim() ?? '';
  if (url === '') return BASE_URL;
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}
