import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const checks = {
  'types of the product and its tests': ['tsc', '-p', '.'],
  'types of the page': ['tsc', '-p', 'webview'],
  'types of the page tests': ['tsc', '-p', 'test/page'],
  'types of the scripts': ['tsc', '-p', 'scripts'],
  'lint rules': ['eslint', '--max-warnings', '0', '.'],
  format: ['prettier', '--check', '--log-level', 'warn', '.'],
};

/**
 * Runs the type checker, the linter and the formatter; each counts as one test.
 * @returns {import('./mocha.mjs').Counts}
 */
export function runChecks() {
  const failed = Object.entries(checks).filter(([name, [program, ...args]]) => {
    const { status } = spawnSync(join('node_modules/.bin', program), args, { stdio: ['ignore', 'inherit', 'inherit'] });
    console.log(`  ${status === 0 ? '✔' : '✘'} ${name}`);
    return status !== 0;
  });
  return { passed: Object.keys(checks).length - failed.length, failed: failed.length, skipped: 0 };
}
