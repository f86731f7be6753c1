import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the frameworks themselves say of their tasks; it lies beside the checkout, where the facts are gathered. */
const SAMPLES = '../shared/facts/samples';
const LIGHTEVAL = join(SAMPLES, 'lighteval_0.13.0_tasks.json');
const INSPECT = join(SAMPLES, 'inspect_evals_0.26.0_tasks.json');

/** The tasks of both frameworks by their names; undefined where the dumps are not here. What is unknown is left out. */
export function evaluationTasks() {
  if (!existsSync(LIGHTEVAL) || !existsSync(INSPECT)) return undefined;
  return {
    source: 'lighteval 0.13.0; inspect_evals 0.26.0',
    lighteval: sorted(Object.entries(read(LIGHTEVAL)).map(([name, task]) => [name, lightevalTask(task)])),
    inspect: sorted(read(INSPECT).map((task) => [task.task.replace('inspect_evals/', ''), inspectTask(task)])),
    aliases: { lighteval: aliasesIn('lighteval_tasks', 'LIGHTEVAL'), inspect: aliasesIn('inspect_tasks', 'INSPECT') },
  };
}

function lightevalTask({ repo, subset, splits, metrics }) {
  return {
    datasets: [repo],
    ...(subset && subset !== 'default' && { config: subset }),
    ...(splits.length === 1 && { split: splits[0] }),
    metrics: [...new Set(metrics.flat().map(metricName))],
  };
}

function inspectTask({ title, samples, datasets, sandbox, extra }) {
  return {
    title,
    ...(samples > 0 && { samples }),
    ...(datasets && { datasets }),
    ...(sandbox && { sandbox: true }),
    ...(extra && { extra }),
  };
}

/** Without the functions that a metric normalises its texts with, whose names stand in its key. */
function metricName(key) {
  return key.split(/[:&](?:strip_strings|normalize_)/)[0];
}

/** The other names that the scripts know tasks by. */
function aliasesIn(module, framework) {
  const code = readFileSync(`python/common/${module}.py`, 'utf8');
  const [, table] = new RegExp(`^${framework}_ALIASES = \\{\n([^}]*)\\}`, 'm').exec(code) ?? [];
  return Object.fromEntries([...table.matchAll(/"(.+)": "(.+)"/g)].map(([, alias, name]) => [alias, name]));
}

function sorted(entries) {
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
