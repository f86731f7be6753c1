import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, isAbsolute } from 'node:path';
import { desktopIsAvailable, runInExtensionHost } from '../vscode/extensionHost.mjs';
import { canHost } from '../vscode/install.mjs';
import { packageExtension } from '../vscode/vsix.mjs';
import { runChecks } from './check.mjs';
import { runMocha, runMochaByFile, runMochaWithTokens, sum, withCounts } from './mocha.mjs';
import { runPytest } from './pytest.mjs';
import { refuseTokens } from './traces.mjs';
import { findUv } from './uv.mjs';

/**
 * How a suite went, or why it cannot run here: `required` says that it must run where everything is to run.
 * @typedef {import('./mocha.mjs').Counts | { skipped: string, required: boolean }} Outcome
 */

/**
 * Every suite by name, in the order they run in.
 * @type {Record<string, () => Outcome | Promise<Outcome>>}
 */
export const suites = {
  check: runChecks,
  unit: () => runMocha('unit'),
  cli: () => runMochaWithTokens('cli'),
  hub: () => runMochaWithTokens('hub'),
  scores: () => runMochaWithTokens('scores'),
  corpus: () =>
    existsSync('../shared/corpus/labels.jsonl')
      ? runMocha('corpus')
      : { skipped: 'the labelled cards are not beside this checkout', required: false },
  package: () => {
    packageOnce();
    return runMocha('package');
  },
  python: async () => {
    const uv = findUv();
    if (uv === undefined) return { skipped: 'neither uv nor pip was found', required: true };
    return sum(await runMocha('python', { MODEL_CARD_UV: uv }), await runPytest(uv));
  },
  'vscode-newest': () => runVsCode('newest'),
  'vscode-floor': () => runVsCode('floor'),
  page: () => {
    if (!canHost) return { skipped: 'the browser-hosted VS Code needs Linux on x64', required: true };
    packageOnce();
    return runMochaByFile('page');
  },
};

/** @param {import('../vscode/install.mjs').Version} version */
async function runVsCode(version) {
  if (!canHost && !(await desktopIsAvailable(version)))
    return { skipped: 'no VS Code can be had here', required: true };
  let status = 0;
  const outcome = await withCounts(async (counts) => {
    const output = `${counts}.txt`;
    try {
      const env = { MODEL_CARD_TEST_COUNTS: counts, MODEL_CARD_TEST_OUTPUT: output, ...realRuns() };
      status = await runInExtensionHost(version, env);
    } finally {
      if (existsSync(output)) console.log(readFileSync(output, 'utf8'));
      refuseTokens(dirname(counts));
    }
  });
  if (status !== 0 && outcome.failed === 0) throw new Error(`the extension host ended with status ${status}`);
  return outcome;
}

/** What a real evaluation needs in an extension host, whose home is empty: uv where the extension looks for it, and its downloads. */
function realRuns() {
  const uv = process.env['MODEL_CARD_TEST'] === 'all' ? findUv() : undefined;
  if (uv === undefined) return {};
  const folder = (/** @type {string} */ of) => execFileSync(uv, [of, 'dir'], { encoding: 'utf8' }).trim();
  return {
    MODEL_CARD_UV: uv,
    ...(isAbsolute(uv) && { UV_INSTALL_DIR: dirname(uv) }),
    ...{ UV_CACHE_DIR: folder('cache'), UV_PYTHON_INSTALL_DIR: folder('python') },
  };
}

let packaged = false;

function packageOnce() {
  if (!packaged) packageExtension();
  packaged = true;
}
