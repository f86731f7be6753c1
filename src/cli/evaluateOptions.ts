import type { Backend, Framework, RunOption, RunOptions } from '../runs';
import { badUse, parseArguments } from './arguments';
import { JOB_OPTIONS, type JobOptions, readJobOptions } from './evaluateJobOptions';
import type { Failure } from './exit';
import { flag, text } from './mergeOptions';
import { loadRuns } from './runs';

const WHERE = ['local', 'jobs'] as const;
const FRAMEWORKS: readonly Framework[] = ['lighteval', 'inspect'];
const BACKENDS: readonly Backend[] = ['vllm', 'transformers', 'providers'];

/** What `evaluate` is asked for. */
export interface EvaluateOptions {
  readonly where: (typeof WHERE)[number];
  /** As it was typed: `org/name`, a folder, or the address of a vLLM server. */
  readonly model: string;
  readonly revision?: string | undefined;
  readonly framework?: Framework | undefined;
  readonly backend?: Backend | undefined;
  /** Each as `task` or `task|shots`. */
  readonly tasks: readonly string[];
  /** What is handed on to the script. */
  readonly options: RunOptions;
  /** The folder that gets one for the results. */
  readonly out: string;
  readonly dryRun: boolean;
  /** Start although the model seems not to fit. */
  readonly evenIfTooLarge: boolean;
  /** What only a job is asked for. */
  readonly job: JobOptions;
}

const OWN = {
  where: text,
  model: text,
  revision: text,
  framework: text,
  backend: text,
  tasks: text,
  out: text,
  'dry-run': flag,
  'even-if-too-large': flag,
  ...JOB_OPTIONS,
} as const;

/** Reads the arguments of `evaluate`. */
export function readEvaluateOptions(
  args: readonly string[],
): { readonly kind: 'options'; readonly options: EvaluateOptions } | Failure {
  if (args.some((argument) => /\bhf_[A-Za-z0-9]{20,}/.test(argument))) {
    return badUse(
      'evaluate',
      'A token must not be an argument, where other programs can read it: set HF_TOKEN instead',
    );
  }
  const parsed = parseArguments('evaluate', args, { ...OWN, ...typedRunOptions() });
  if (parsed.kind === 'failure') return parsed;
  const { values, files } = parsed;
  if (files.length > 0) return badUse('evaluate', `evaluate takes options only, not "${files[0] ?? ''}"`);
  const { where = 'local', model, revision, framework, backend, out = 'evaluations' } = values;
  const tasks = (values.tasks ?? '').split(',').map((task) => task.trim());
  if (model === undefined || model === '') return badUse('evaluate', 'The model is missing: name it with --model');
  if (tasks.every((task) => task === '')) return badUse('evaluate', 'The tasks are missing: name them with --tasks');
  const wrong =
    wrongChoice('where', where, WHERE) ??
    wrongChoice('framework', framework, FRAMEWORKS) ??
    wrongChoice('backend', backend, BACKENDS);
  if (wrong !== null) return badUse('evaluate', wrong);
  const options = runOptions(values);
  if ('kind' in options) return options;
  const job = readJobOptions(values, where === 'jobs');
  if ('kind' in job) return job;
  return {
    kind: 'options',
    options: {
      where: where === 'jobs' ? 'jobs' : 'local',
      model,
      revision,
      framework: FRAMEWORKS.find((known) => known === framework),
      backend: BACKENDS.find((known) => known === backend),
      tasks: tasks.filter((task) => task !== ''),
      options,
      out,
      dryRun: values['dry-run'] === true,
      evenIfTooLarge: values['even-if-too-large'] === true,
      job,
    },
  };
}

function typedRunOptions(): Record<RunOption, { readonly type: 'string' | 'boolean' }> {
  const kinds = Object.entries(loadRuns().RUN_OPTIONS);
  const typed = kinds.map(([name, kind]) => [name, { type: kind === 'flag' ? 'boolean' : 'string' }] as const);
  return Object.fromEntries(typed) as Record<RunOption, { readonly type: 'string' | 'boolean' }>;
}

/** The options of the scripts, each as its kind. */
function runOptions(values: Readonly<Partial<Record<RunOption, string | boolean>>>): RunOptions | Failure {
  const { RUN_OPTIONS, readOption } = loadRuns();
  const options: Partial<Record<RunOption, string | number | boolean>> = {};
  for (const name of Object.keys(RUN_OPTIONS) as RunOption[]) {
    const typed = values[name];
    if (typeof typed === 'boolean') options[name] = typed;
    if (typeof typed !== 'string') continue;
    const read = readOption(name, typed);
    if (read.kind === 'problem') return badUse('evaluate', `--${name} ${read.problem}`);
    options[name] = read.value;
  }
  return options as RunOptions;
}

/** What is wrong with an option that takes one of a few words; null where nothing is. */
function wrongChoice(name: string, typed: string | undefined, words: readonly string[]): string | null {
  if (typed === undefined || words.includes(typed)) return null;
  return `--${name} takes ${words.join(' or ')}, not "${typed}"`;
}
