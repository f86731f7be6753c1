import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeScratch } from '../vscode/scratch.mjs';
import { refuseTokens } from './traces.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Runs the bundled test files of a folder of test/ in a Node of their own.
 * @param {string} folder
 * @param {Record<string, string>} env
 */
export function runMocha(folder, env = {}) {
  return runFiles(testFiles(folder), env);
}

/**
 * Runs each test file by itself, and one with a failure once more from its start, since browser, server and extension host
 * share the machine with whatever else runs there. A second try is never hidden.
 * @param {string} folder
 */
export async function runMochaByFile(folder) {
  const outcomes = [];
  for (const file of testFiles(folder)) {
    const first = await runFiles([file]);
    if (first.failed > 0) console.log(`tried again: ${file}`);
    outcomes.push(first.failed > 0 ? await runFiles([file]) : first);
  }
  return sum(...outcomes);
}

/**
 * @param {readonly Counts[]} outcomes
 * @returns {Counts}
 */
export function sum(...outcomes) {
  const of = (name) => outcomes.reduce((total, outcome) => total + outcome[name], 0);
  return { passed: of('passed'), failed: of('failed'), skipped: of('skipped') };
}

function runFiles(files, env = {}) {
  return withCounts((counts) => {
    const { error } = spawnSync(process.execPath, mochaArguments(files, counts), {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (error) throw error;
  });
}

/**
 * The same with a home and temporary files of its own, for a suite that signs in: it fails where a token is printed, or
 * left in any file.
 * @param {string} folder
 */
export async function runMochaWithTokens(folder) {
  const scratch = makeScratch();
  try {
    const counts = await withCounts(async (counts) => {
      const mocha = spawn(process.execPath, mochaArguments(testFiles(folder), counts), {
        env: scratch.env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const log = createWriteStream(join(scratch.folder('output'), 'log.txt'));
      mocha.stdout.pipe(process.stdout);
      mocha.stderr.pipe(process.stderr);
      for (const output of [mocha.stdout, mocha.stderr]) output.pipe(log, { end: false });
      await once(mocha, 'close');
      log.end();
      await once(log, 'close');
    });
    refuseTokens(scratch.root);
    return counts;
  } finally {
    scratch.remove();
  }
}

function testFiles(folder) {
  return readdirSync(join('test', folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => join('out/test', folder, file.replace(/\.ts$/, '.js')))
    .sort();
}

function mochaArguments(files, counts) {
  return ['--enable-source-maps', join(import.meta.dirname, 'runMocha.mjs'), counts, ...files];
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
