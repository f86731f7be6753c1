import { asMap, isPlainMap, type PlainMap } from '../plainValues';
import { countOf, numberOf, textOf } from './json';
import { commitOf, dayOf, dtypeOf, known, type Measured, type RunRecord, type SampleCount } from './measured';

/** Numbers among a task's metrics that are none, in files up to 0.3, whose keys have no filter. */
const NO_METRICS = new Set(['sample_len', 'samples']);
/** The filter of metrics that have none. */
const NO_FILTER = 'none';

/** Whether a file is one of the LM Evaluation Harness: of 0.4, or of 0.3 and before. */
export function isLmEval(json: PlainMap): boolean {
  if (!isPlainMap(json['results'])) return false;
  if ('lm_eval_version' in json || ('configs' in json && 'n-shot' in json)) return true;
  return 'versions' in json && 'model_args' in asMap(json['config']);
}

/** Reads a result file of the LM Evaluation Harness. */
export function readLmEval(json: PlainMap, fileName: string): RunRecord {
  const config = asMap(json['config']);
  const args = modelArguments(config['model_args']);
  const seconds = numberOf(json['date']);
  return {
    kind: 'record',
    framework: 'lm-eval',
    ...known({
      version: textOf(json['lm_eval_version']),
      model: textOf(json['model_name']) ?? textOf(args['pretrained']),
      modelRevision: commitOf(textOf(config['model_sha']) ?? textOf(args['revision'])),
      date: dayOfSeconds(seconds) ?? dayOf(fileName),
    }),
    setup: [
      ...dtypeOf(textOf(config['model_dtype']) ?? textOf(args['dtype'])),
      ...(textOf(json['chat_template']) === undefined ? [] : ['chat template']),
    ],
    measured: measuredOf(json, numberOf(config['limit'])),
    warnings: [],
  };
}

/** The day of a time in seconds since 1970; undefined for none that a calendar has. */
function dayOfSeconds(seconds: number | undefined): string | undefined {
  const time = new Date((seconds ?? NaN) * 1000);
  return Number.isNaN(time.getTime()) ? undefined : dayOf(time.toISOString());
}

/** An object, or in older files a text such as `pretrained=org/model,dtype=float16`. */
function modelArguments(args: unknown): PlainMap {
  if (typeof args !== 'string') return asMap(args);
  return Object.fromEntries(
    args.split(',').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
  );
}

function measuredOf(json: PlainMap, limit: number | undefined): readonly Measured[] {
  const [results, groups] = [asMap(json['results']), asMap(json['groups'])];
  const subtasks = asMap(json['group_subtasks']);
  const parentsOf = (task: string) =>
    Object.keys(groups).filter((group) => group !== task && contains(subtasks[group], task));
  // A group that aggregates stands among the results, too.
  return Object.entries({ ...groups, ...results }).flatMap(([task, entry]) => {
    const metrics = asMap(entry);
    return Object.entries(metrics).flatMap(([key, value]): readonly Measured[] => {
      const number = numberOf(value);
      const { metric, filter } = metricKey(key);
      if (number === undefined || metric.endsWith('_stderr') || NO_METRICS.has(metric)) return [];
      const partOf = parentsOf(task).find((group) => numberOf(asMap(groups[group])[key]) !== undefined);
      const direction = asMap(asMap(json['higher_is_better'])[task])[metric];
      return [
        {
          task,
          dataset: datasetOf(asMap(asMap(json['configs'])[task])),
          metric,
          value: number,
          samples: samplesOf(json, task, key, limit),
          ...known({
            variant: filter === NO_FILTER ? undefined : filter,
            standardError: numberOf(metrics[`${metric}_stderr${filter === undefined ? '' : `,${filter}`}`]),
            higherIsBetter: typeof direction === 'boolean' ? direction : undefined,
            shots: countOf(asMap(json['n-shot'])[task]) ?? countOf(asMap(json['config'])['num_fewshot']),
            partOf,
          }),
        },
      ];
    });
  });
}

function contains(subtasks: unknown, task: string): boolean {
  return Array.isArray(subtasks) && subtasks.includes(task);
}

/** `exact_match,strict-match` is a metric and its filter; files up to 0.3 have the metric alone. */
function metricKey(key: string): { readonly metric: string; readonly filter?: string } {
  const comma = key.indexOf(',');
  return comma < 0 ? { metric: key } : { metric: key.slice(0, comma), filter: key.slice(comma + 1) };
}

function datasetOf(config: PlainMap) {
  return known({
    id: textOf(config['dataset_path']),
    config: textOf(config['dataset_name']),
    split: textOf(config['test_split']) ?? textOf(config['validation_split']) ?? textOf(config['training_split']),
    revision: textOf(asMap(config['dataset_kwargs'])['revision']),
  });
}

function samplesOf(json: PlainMap, task: string, key: string, limit: number | undefined): SampleCount {
  const counts = asMap(asMap(json['n-samples'])[task]);
  const ofGroup = asMap(asMap(asMap(json['groups'])[task])['sample_count'])[key];
  const [evaluated, total] = [countOf(counts['effective']) ?? countOf(ofGroup), countOf(counts['original'])];
  const partial = limit !== undefined || (evaluated !== undefined && total !== undefined && evaluated < total);
  // A limit below 1 is a share of the samples.
  return { ...known({ evaluated, total, limit: limit !== undefined && limit >= 1 ? limit : undefined }), partial };
}
