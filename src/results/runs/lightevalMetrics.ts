import { asList, asMap, type PlainMap } from '../plainValues';

/**
 * Whether a value is the zero that lighteval fills in where the tasks of one suite differ in their metrics, or an average
 * that counts such zeros. `key` is that of the results, `configs` the file's `config_tasks`.
 */
export function isFiller(key: string, metric: string, configs: PlainMap): boolean {
  const [task = '', shots] = key.split('|');
  const suite = task.split(':')[0] ?? '';
  const parts = Object.entries(configs).filter(
    ([part]) => part.startsWith(`${suite}:`) && part.endsWith(`|${shots ?? ''}`),
  );
  const computed = parts.filter(([, config]) => computes(config, metric)).map(([part]) => part);
  return computed.length > 0 && computed.length < parts.length && !computed.includes(key);
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
