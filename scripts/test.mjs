// node scripts/test.mjs [--grep TEXT] [SUITE…]: runs the suites whose names begin so, or all, and counts over them.
// With MODEL_CARD_TEST=all a suite that must run and cannot counts as failed, not as skipped.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { suites } from './test/suites.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { grep: { type: 'string' } } });
if (values.grep !== undefined) process.env['MODEL_CARD_TEST_GREP'] = values.grep;
const everything = process.env['MODEL_CARD_TEST'] === 'all';

const chosen = Object.entries(suites).filter(
  ([name]) => positionals.length === 0 || positionals.some((wanted) => name.startsWith(wanted)),
);
if (chosen.length === 0) {
  console.error(`There is no such suite; choose among ${Object.keys(suites).join(', ')}.`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
if (build()) {
  for (const [name, run] of chosen) {
    const { passed, failed, skipped } = await outcomeOf(name, run);
    total.passed += passed;
    total.failed += failed;
    total.skipped += skipped;
  }
} else {
  total.failed = 1;
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed > 0 ? 1 : 0);

function build() {
  return [['esbuild.mjs'], ['esbuild.mjs', '--tests']].every(
    (args) => spawnSync(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0,
  );
}

/** @returns {Promise<import('./test/mocha.mjs').Counts>} */
async function outcomeOf(name, run) {
  console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
  const started = Date.now();
  try {
    const outcome = await run();
    if ('required' in outcome) {
      const failed = everything && outcome.required;
      console.log(`${failed ? 'failed' : 'skipped'} ${name}: ${outcome.skipped}`);
      return { passed: 0, failed: failed ? 1 : 0, skipped: failed ? 0 : 1 };
    }
    const { passed, failed, skipped } = outcome;
    const seconds = ((Date.now() - started) / 1000).toFixed(1);
    console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped in ${seconds} s`);
    if (passed + failed > 0) return outcome;
    console.log(`failed ${name}: no test ran`);
  } catch (error) {
    console.log(`failed ${name}: ${error instanceof Error ? error.message : error}`);
  }
  return { passed: 0, failed: 1, skipped: 0 };
}
