import { createRequire } from 'node:module';
import { build } from 'esbuild';

const outfile = 'out/localHub.cjs';

/**
 * Starts the loopback Hub of the tests with the sample cards in it, in this process.
 * @returns {Promise<{ url: string, tokens: Record<'mona' | 'otto', string>, stop: () => Promise<void> }>}
 */
export async function startLocalHub() {
  await build({
    entryPoints: ['test/hub/server/sampleHub.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  const { startSampleHub, TOKENS } = createRequire(import.meta.url)(`../${outfile}`);
  const { url, stop } = await startSampleHub('samples');
  return { url, tokens: TOKENS, stop };
}
