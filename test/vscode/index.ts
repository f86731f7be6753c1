import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/**
 * The entry that the extension host calls: runs every test file beside it with mocha.
 * What mocha prints goes to the file `MODEL_CARD_TEST_OUTPUT`, the counts to `MODEL_CARD_TEST_COUNTS`.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true });
  const grep = process.env['MODEL_CARD_TEST_GREP'];
  if (grep !== undefined) mocha.grep(grep);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }
  const { passes: passed, failures: failed, pending: skipped } = await statsOf(mocha);
  const counts = process.env['MODEL_CARD_TEST_COUNTS'];
  if (counts !== undefined) writeFileSync(counts, JSON.stringify({ passed, failed, skipped }));
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}

/** Runs the tests; a file that cannot be loaded rejects, with the reason printed. */
function statsOf(mocha: Mocha): Promise<Mocha.Stats> {
  return new Promise((resolve, reject) => {
    try {
      const runner = mocha.run(() =>
        runner.stats ? resolve(runner.stats) : reject(new Error('Nothing was counted.')),
      );
    } catch (error) {
      print(error);
      throw error;
    }
  });
}

function print(...parts: readonly unknown[]): void {
  const output = process.env['MODEL_CARD_TEST_OUTPUT'];
  if (output === undefined) console.log(...parts);
  else appendFileSync(output, `${format(...parts)}\n`);
}
