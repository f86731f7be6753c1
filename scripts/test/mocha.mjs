import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs the bundled test files of a folder of test/ in a Node of their own.
 * @param {string} folder
 * @param {Record<string, string>} env
 */
export function runMocha(folder, env = {}) {
  return withCounts((counts) => {
    const files = readdirSync(join('test', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.test.ts'))
      .map((file) => join('out/test', folder, file.replace(/\.ts$/, '.js')))
      .sort();
    const runner = join(import.meta.dirname, 'runMocha.mjs');
    const { error } = spawnSync(process.execPath, ['--enable-source-maps', runner, counts, ...files], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (error) throw error;
  });
}

/**
 * The counts that a suite leaves in the file it is given; a suite that leaves none has crashed.
 * @param {(file: string) => unknown} run
 * @returns {Promise<Counts>}
 */
export async function withCounts(run) {
  const folder = mkdtempSync(join(tmpdir(), 'model-card-counts-'));
  try {
    const file = join(folder, 'counts.json');
    await run(file);
    if (!existsSync(file)) throw new Error('it crashed before it could count its tests');
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
