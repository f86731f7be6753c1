import { asList, asMap, type PlainMap } from '../plainValues';
import { withAverages, withGroups } from './averages';
import { countOf, numberOf, textOf } from './json';
import { commitOf, dayOf, known, type Measured, type RunRecord } from './measured';
import { ownCommand } from './ownCommand';

/** What our own scripts write at the top of their files. */
const FORMAT = 'model-card-results/1';
/** The frameworks as the Hub names them. */
const HUB_NAMES: Readonly<Record<string, string>> = { inspect: 'inspect-ai' };

/** Whether a file was written by one of our own scripts (`python/results.schema.json`). */
export function isOwnResults(json: PlainMap): boolean {
  return json['format'] === FORMAT;
}

/** Reads what our own scripts write beside a framework's result file. */
export function readOwnResults(json: PlainMap): RunRecord {
  const framework = textOf(json['framework']) ?? 'unknown';
  const [backend, provider] = [textOf(json['backend']), textOf(json['provider'])];
  const measured = withGroups(withAverages(asList(json['results']).map(asMap).flatMap(measuredOf)));
  return {
    kind: 'record',
    framework: HUB_NAMES[framework] ?? framework,
    ...known({
      version: textOf(json['framework_version']),
      model: textOf(json['model']),
      modelRevision: json['model_source'] === 'hub' ? commitOf(textOf(json['revision'])) : undefined,
      date: dayOf(textOf(json['finished']) ?? ''),
      command: ownCommand(json, measured),
    }),
    setup: provider === undefined ? (backend === undefined ? [] : [backend]) : [`served by ${provider}`],
    measured,
    warnings: [],
  };
}

function measuredOf(result: PlainMap): readonly Measured[] {
  const [task, metric, value] = [textOf(result['task']), textOf(result['metric']), numberOf(result['value'])];
  if (task === undefined || metric === undefined || value === undefined) return [];
  const dataset = asMap(result['dataset']);
  const direction = result['higher_is_better'];
  return [
    {
      task,
      dataset: known({
        id: textOf(dataset['id']),
        config: textOf(dataset['config']),
        split: textOf(dataset['split']),
        revision: textOf(dataset['revision']),
      }),
      metric,
      value,
      samples: { ...known({ evaluated: countOf(result['samples']) }), partial: result['partial'] === true },
      ...known({
        group: textOf(result['group']),
        variant: textOf(result['scorer']),
        standardError: numberOf(result['stderr']),
        higherIsBetter: typeof direction === 'boolean' ? direction : undefined,
        shots: countOf(result['shots']),
      }),
    },
  ];
}
