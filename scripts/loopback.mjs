import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/**
 * Starts the loopback Hub of the tests with the sample cards in it, in this process.
 * @returns {Promise<{ url: string, tokens: Record<'mona' | 'otto', string>, stop: () => Promise<void> }>}
 */
export async function startLocalHub() {
  const { startSampleHub, TOKENS } = await load('test/hub/server/sampleHub.ts');
  const { url, stop } = await startSampleHub('samples');
  return { url, tokens: TOKENS, stop };
}

/**
 * Starts the tests' stand-in for Artificial Analysis, in this process.
 * @returns {Promise<{ url: string, key: string, stop: () => Promise<void> }>}
 */
export async function startLocalScores() {
  const { startScores, KEYS } = await load('test/scores/server/start.ts');
  const { url, stop } = await startScores();
  return { url, key: KEYS.pro, stop };
}

/** A server of the tests as a module of this process. */
async function load(entry) {
  const outfile = `out/${basename(entry, '.ts')}.cjs`;
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  return require(`../${outfile}`);
}
