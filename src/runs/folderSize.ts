import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ModelSize } from './memory';

/** The size of a model in a folder of this machine; null where the folder holds no `config.json` that is JSON. */
export async function folderSize(folder: string): Promise<ModelSize | null> {
  try {
    const config: unknown = JSON.parse(await readFile(join(folder, 'config.json'), 'utf8'));
    const weights = (await readdir(folder)).filter((name) => /\.safetensors$/.test(name));
    const sizes = await Promise.all(weights.map(async (name) => (await stat(join(folder, name))).size));
    return { config, parameters: {}, weightBytes: sizes.length > 0 ? sizes.reduce((sum, size) => sum + size) : null };
  } catch {
    return null;
  }
}
