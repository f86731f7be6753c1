// node scripts/data/generate.mjs [--check]: writes the data files and schemas that are made from packages and from our own
// descriptions; with --check it writes nothing and fails where a committed file is not what would be written.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import licenseList from '../../media/data/licenses.json' with { type: 'json' };
import metricList from '../../media/data/metrics.json' with { type: 'json' };
import { evaluationTasks } from './evaluationTasks.mjs';
import { formatJson } from './json.mjs';
import { languages, libraries, tasks } from './lists.mjs';
import { evalResults } from './schemas/evalResults.mjs';
import { modelCard } from './schemas/modelCard.mjs';

const check = process.argv.includes('--check');
const today = new Date().toISOString().slice(0, 10);

const evaluations = evaluationTasks();
const made = { tasks: tasks(), libraries: libraries(), languages: languages() };
const lists = {
  ...made.tasks,
  ...made.libraries,
  ...made.languages,
  licenses: licenseList.licenses,
  metrics: metricList.metrics,
};
const sources = [...new Set(Object.values(made).map(({ source }) => source))].join('; ');

/** What each file holds if it is dated so. */
const files = {
  'media/data/tasks.json': (date) => ({ date, ...made.tasks }),
  'media/data/libraries.json': (date) => ({ date, ...made.libraries }),
  'media/data/languages.json': (date) => ({ date, ...made.languages }),
  ...(evaluations && { 'media/data/evaluation-tasks.json': (date) => ({ date, ...evaluations }) }),
  'media/schemas/model-card.schema.json': (date) => ({ $comment: `${date}, with ${sources}`, ...modelCard(lists) }),
  'media/schemas/eval-results.schema.json': (date) => ({ $comment: date, ...evalResults() }),
};

for (const [path, contentOn] of Object.entries(files)) {
  const textOn = (date) => `${formatJson(contentOn(date))}\n`;
  const committed = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // A file keeps its date for as long as its content stays the same.
  if (committed === textOn(/\d{4}-\d{2}-\d{2}/.exec(committed)?.[0])) continue;
  if (check) process.exitCode = 1;
  else writeFileSync(path, textOn(today));
  console.log(`${path} ${check ? 'is stale: run npm run data.' : 'was written.'}`);
}
