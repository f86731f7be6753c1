import { appendFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';

/**
 * The entry that the extension host calls: runs every test file beside it with mocha.
 * What mocha prints goes to the file `MODEL_CARD_TEST_OUTPUT`, the counts to `MODEL_CARD_TEST_COUNTS`.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true });
  const grep = process.env['MODEL_CARD_TEST_GREP'];
  if (grep !== undefined) mocha.grep(grep);
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.js')) mocha.addFile(join(__dirname, file));
  }

  const output = process.env['MODEL_CARD_TEST_OUTPUT'];
  if (output !== undefined) {
    Mocha.reporters.Base.consoleLog = (...parts: unknown[]) => appendFileSync(output, `${format(...parts)}\n`);
  }
  const runner = await new Promise<Mocha.Runner>((resolve) => {
    const started = mocha.run(() => resolve(started));
  });

  const { passes: passed, failures: failed, pending: skipped } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
  const counts = process.env['MODEL_CARD_TEST_COUNTS'];
  if (counts !== undefined) writeFileSync(counts, JSON.stringify({ passed, failed, skipped }));
  if (failed > 0) throw new Error(`${failed} tests failed.`);
}
