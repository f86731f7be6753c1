import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How every token begins that the tests sign in with. */
export const TEST_TOKEN = 'hf_loopback_';

/**
 * The files below a folder that hold a text, by their paths there.
 * @param {string} folder
 * @param {string} text
 */
export function filesWith(folder, text) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(text));
}

/**
 * Fails where a run left a token behind: in logs, settings, storage, caches or anything else that it wrote.
 * @param {string} folder
 */
export function refuseTokens(folder) {
  const files = filesWith(folder, TEST_TOKEN);
  if (files.length > 0) throw new Error(`it left a token in ${files.join(', ')}`);
}
