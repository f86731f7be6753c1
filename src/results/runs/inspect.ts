import { asList, asMap, type PlainMap } from '../plainValues';
import { withGroups } from './averages';
import { scorerOf, valuesOfScore } from './inspectScores';
import { countOf, textOf } from './json';
import { dayOf, known, type Measured, type RunRecord, type SampleCount } from './measured';
import { problem, type ResultFileProblem } from './resultFile';

const MOST_REASON = 200;

/** Whether a file is a log of inspect, or the part of one that comes before its samples. */
export function isInspect(json: PlainMap): boolean {
  return 'status' in json && textOf(asMap(json['eval'])['task']) !== undefined;
}

/** Reads a log of inspect. Arguments of the model are never taken: they may hold keys. */
export function readInspect(json: PlainMap, fileName: string): RunRecord | ResultFileProblem {
  const run = asMap(json['eval']);
  const status = textOf(json['status']) ?? 'unknown';
  const scores = asList(asMap(json['results'])['scores']).map(asMap);
  if (scores.length === 0) return problem(whyNone(fileName, status, json));
  const { model, provider } = modelOf(textOf(run['model']) ?? '');
  const samples = samplesOf(json, status);
  return {
    kind: 'record',
    framework: 'inspect-ai',
    ...known({
      version: textOf(asMap(run['packages'])['inspect_ai']),
      model,
      date: dayOf(textOf(asMap(json['stats'])['completed_at']) ?? textOf(run['created']) ?? ''),
    }),
    setup: provider === undefined ? [] : [`served by ${provider}`],
    measured: withGroups(scores.flatMap((score) => measuredOf(score, run, samples))),
    warnings: [
      ...(status === 'success' ? [] : [`The run ended as "${status}", so its values are of the samples up to then.`]),
      ...(json['invalidated'] === true
        ? ['The log was marked as invalid; look why before its values go anywhere.']
        : []),
    ],
  };
}

function whyNone(fileName: string, status: string, json: PlainMap): string {
  if (status === 'started')
    return `${fileName} has no results yet: the run goes on, or it crashed; run it again if so.`;
  const reason = textOf(asMap(json['error'])['message'])?.replace(/\s+/g, ' ').trim() ?? '';
  const shown = reason.length > MOST_REASON ? `${reason.slice(0, MOST_REASON)}…` : reason;
  if (status === 'success') return `${fileName} has no scores: the task was run without a scorer, so run it with one.`;
  const ended = status === 'cancelled' ? 'was cancelled' : 'failed';
  return `${fileName} has no results, since the run ${ended}${shown === '' ? '' : ` (${shown})`}; run it again.`;
}

/** `org/model` of `vllm/org/model`; a provider that answers for it is told apart. */
function modelOf(name: string): { readonly model?: string; readonly provider?: string } {
  const [service = '', ...rest] = name.split('/');
  const model = rest.join('/');
  if (model === '') return {};
  if (service !== 'hf-inference-providers') return { model };
  const [id = '', provider] = model.split(':');
  return known({ model: id, provider });
}

function samplesOf(json: PlainMap, status: string): SampleCount {
  const run = asMap(json['eval']);
  const [config, results] = [asMap(run['config']), asMap(json['results'])];
  const epochs = countOf(config['epochs']) ?? 1;
  const [all, total] = [countOf(results['total_samples']), countOf(asMap(run['dataset'])['samples'])];
  const evaluated = countOf(results['completed_samples']) ?? all;
  const isWhole =
    status === 'success' &&
    json['invalidated'] !== true &&
    (config['limit'] ?? null) === null &&
    (config['sample_id'] ?? null) === null &&
    (all === undefined || total === undefined || all === total * epochs);
  const perEpoch = evaluated === undefined ? undefined : Math.ceil(evaluated / Math.max(1, epochs));
  return { ...known({ evaluated: perEpoch, total }), partial: !isWhole };
}

function measuredOf(score: PlainMap, run: PlainMap, samples: SampleCount): readonly Measured[] {
  const location = textOf(asMap(run['dataset'])['location']);
  return valuesOfScore(score).map((value) => ({
    ...taskOf(run),
    ...value,
    // How many samples a group has is not told.
    samples: value.group === undefined ? samples : { partial: samples.partial },
    ...known({ dataset: location === undefined ? undefined : { id: location }, variant: scorerOf(score) }),
  }));
}

/** `inspect_evals/mmlu_5_shot` is `mmlu` with 5 shots; other tasks say their shots among their arguments. */
function taskOf(run: PlainMap): { readonly task: string; readonly shots?: number } {
  const name = (textOf(run['task']) ?? '').replace(/^.*\//, '');
  const named = /^(.+)_(\d+)_shot$/.exec(name);
  if (named) return { task: named[1] ?? name, shots: Number(named[2]) };
  const args = asMap(run['task_args']);
  const shots = countOf(args['fewshot']) ?? countOf(args['num_fewshot']) ?? countOf(args['n_shots']);
  return { task: name, ...known({ shots }) };
}
