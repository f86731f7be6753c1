// node scripts/test/runMocha.mjs COUNTS FILE…: runs test bundles and writes how many passed, failed and were skipped.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

const [counts, ...files] = process.argv.slice(2);
const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, forbidOnly: true });
const grep = process.env['MODEL_CARD_TEST_GREP'];
if (grep !== undefined) mocha.grep(grep);
for (const file of files) mocha.addFile(file);
const runner = mocha.run((failures) => {
  const { passes: passed, failures: failed, pending: skipped } = runner.stats;
  writeFileSync(counts, JSON.stringify({ passed, failed, skipped }));
  process.exit(failures > 0 ? 1 : 0);
});
