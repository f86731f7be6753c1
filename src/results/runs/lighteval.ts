import { asList, asMap, type PlainMap } from '../plainValues';
import { AVERAGE, withAverages } from './averages';
import { directionOf, isFiller } from './lightevalMetrics';
import { countOf, numberOf, textOf } from './json';
import { commitOf, dayOf, dtypeOf, known, type Measured, type RunRecord, type SampleCount } from './measured';

/** What a key of the results says: `gsm8k|5`, or `leaderboard|gsm8k|5|0` up to version 0.11. */
interface TaskKey {
  readonly task: string;
  readonly shots: number | undefined;
  /** Keys under which the task's configuration may stand. */
  readonly names: readonly string[];
}

const STANDARD_ERROR = '_stderr';

/** Whether a file is one of lighteval's, old or new. */
export function isLighteval(json: PlainMap): boolean {
  return 'config_general' in json && 'results' in json;
}

/** Reads a result file of lighteval. It states no version, and the day only in its name. */
export function readLighteval(json: PlainMap, fileName: string): RunRecord {
  const general = asMap(json['config_general']);
  const model = asMap(general['model_config']);
  const sha = commitOf(textOf(general['lighteval_sha']));
  return {
    kind: 'record',
    framework: 'lighteval',
    ...known({
      version: sha?.slice(0, 7),
      model: textOf(general['model_name']) ?? textOf(model['model_name']),
      modelRevision: commitOf(textOf(general['model_sha']) ?? textOf(model['revision'])),
      date: dayOf(fileName),
    }),
    setup: dtypeOf(textOf(model['dtype']) ?? textOf(general['model_dtype'])),
    measured: withAverages(measuredOf(json, countOf(general['max_samples']))),
    warnings: [],
  };
}

function measuredOf(json: PlainMap, limit: number | undefined): readonly Measured[] {
  const configs = asMap(json['config_tasks']);
  return Object.entries(asMap(json['results'])).flatMap(([key, values]) => {
    if (key === 'all') return [];
    const { task, shots, names } = taskKey(key);
    const metrics = asMap(values);
    const config = asMap(names.map((name) => configs[name]).find((one) => one !== undefined));
    return Object.entries(metrics).flatMap(([metric, value]): readonly Measured[] => {
      const number = numberOf(value);
      if (metric.endsWith(STANDARD_ERROR) || number === undefined || isFiller(key, metric, configs)) return [];
      return [
        {
          task,
          dataset: datasetOf(config),
          metric,
          value: number,
          samples: samplesOf(config, limit),
          ...known({
            // For averages lighteval gives the mean of the parts' errors, which is not the average's.
            standardError: task.endsWith(AVERAGE) ? undefined : numberOf(metrics[metric + STANDARD_ERROR]),
            higherIsBetter: directionOf(config, metric),
            shots,
          }),
        },
      ];
    });
  });
}

function taskKey(key: string): TaskKey {
  const parts = key.split('|');
  const [suite = '', task = ''] = parts;
  const shotsOf = (text: string | undefined) => (text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined);
  if (parts.length < 3) return { task: suite, shots: shotsOf(parts[1]), names: [key, suite] };
  return {
    task,
    shots: shotsOf(parts[2]),
    names: [key, `${suite}|${task}|${parts[2] ?? ''}`, `${suite}|${task}`, task],
  };
}

function datasetOf(config: PlainMap) {
  const splits = asList(config['evaluation_splits']);
  return known({
    id: textOf(config['hf_repo']),
    config: textOf(config['hf_subset']),
    split: splits.length === 1 ? textOf(splits[0]) : undefined,
    revision: textOf(config['hf_revision']),
  });
}

/** The counts are -1 in most files. */
function samplesOf(config: PlainMap, limit: number | undefined): SampleCount {
  const [evaluated, total] = [countOf(config['effective_num_docs']), countOf(config['original_num_docs'])];
  return { ...known({ evaluated, total, limit }), partial: limit !== undefined };
}
