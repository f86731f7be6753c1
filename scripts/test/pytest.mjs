import { spawnSync } from 'node:child_process';
import { withCounts } from './mocha.mjs';

/** What the tests themselves import; the scripts bring their own packages. As of a fixed day, like the scripts. */
const PACKAGES = ['pytest==9.0.2', 'jsonschema==4.25.1', 'huggingface-hub==1.33.0'];

/**
 * Runs the tests of the evaluation scripts, which conftest.py counts.
 * @param {string} uv
 */
export function runPytest(uv) {
  return withCounts((counts) => {
    const packages = PACKAGES.flatMap((name) => ['--with', name]);
    const python = ['run', '--no-project', '--exclude-newer', '2026-11-20T00:00:00Z', ...packages, 'python', '-B'];
    const pytest = ['-m', 'pytest', '-rs', '-v', '--durations=8', '-p', 'no:cacheprovider', 'test/python/scripts'];
    const { error } = spawnSync(uv, [...python, ...pytest], {
      env: { ...process.env, MODEL_CARD_UV: uv, MODEL_CARD_TEST_COUNTS: counts },
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    if (error) throw error;
  });
}
