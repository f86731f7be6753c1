import { asList, asMap, type PlainMap } from '../plainValues';

/** The tasks of a file by the suite and the shots that they share, each with its configuration. */
export type Suites = ReadonlyMap<string, readonly (readonly [task: string, config: unknown])[]>;

/** Sorts the tasks of a file's `config_tasks` by their suites. */
export function suitesOf(configs: PlainMap): Suites {
  const suites = new Map<string, (readonly [string, unknown])[]>();
  for (const part of Object.entries(configs)) {
    const [task] = part;
    const [colon, bar] = [task.indexOf(':'), task.lastIndexOf('|')];
    if (colon < 0 || bar < 0) continue;
    const suite = suiteKey(task.slice(0, colon), task.slice(bar + 1));
    const parts = suites.get(suite) ?? [];
    suites.set(suite, parts);
    parts.push(part);
  }
  return suites;
}

/**
 * Whether a value is the zero that lighteval fills in where the tasks of one suite differ in their metrics, or an average
 * that counts such zeros. `key` is that of the results.
 */
export function isFiller(key: string, metric: string, suites: Suites): boolean {
  const [task = '', shots = ''] = key.split('|');
  const parts = suites.get(suiteKey(task.split(':')[0] ?? '', shots)) ?? [];
  const computed = parts.filter(([, config]) => computes(config, metric)).map(([part]) => part);
  return computed.length > 0 && computed.length < parts.length && !computed.includes(key);
}

function suiteKey(suite: string, shots: string): string {
  return JSON.stringify([suite, shots]);
}

/** Whether more of a metric is better; undefined where the task's configuration does not say. */
export function directionOf(config: PlainMap, metric: string): boolean | undefined {
  const described = metricsOf(config).find(({ names }) => names.includes(metric));
  const stated = described?.higherIsBetter;
  const direction = typeof stated === 'boolean' ? stated : asMap(stated)[metric];
  return typeof direction === 'boolean' ? direction : undefined;
}

function computes(config: unknown, metric: string): boolean {
  return metricsOf(asMap(config)).some(({ names }) => names.includes(metric));
}

/** The metrics of a task; some are several under one description, each with its own direction. */
function metricsOf(config: PlainMap) {
  return asList(config['metrics'])
    .map(asMap)
    .map(({ metric_name: name, higher_is_better: higherIsBetter }) => ({
      names: Array.isArray(name) ? asList(name) : [name],
      higherIsBetter,
    }));
}
