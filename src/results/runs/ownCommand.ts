import { asMap, type PlainMap } from '../plainValues';
import { textOf } from './json';
import type { Measured } from './measured';

/** The script for each framework and backend. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'lighteval vllm': 'lighteval_vllm_uv.py',
  'lighteval accelerate': 'lighteval_accelerate_uv.py',
  'inspect vllm': 'inspect_vllm_uv.py',
  'inspect hf': 'inspect_hf_uv.py',
  'inspect inference-providers': 'inspect_eval_uv.py',
};

/** The command line of the script of ours that wrote a file; undefined for a model that nobody else can name. */
export function ownCommand(json: PlainMap, measured: readonly Measured[]): readonly string[] | undefined {
  const [source, model, framework] = [json['model_source'], textOf(json['model']), textOf(json['framework'])];
  const script = SCRIPTS[`${framework ?? ''} ${textOf(json['backend']) ?? ''}`];
  if (script === undefined || model === undefined || (source !== 'hub' && source !== 'provider')) return undefined;
  const tasks = new Set(measured.filter(({ partOf }) => partOf === undefined).map(taskSpec));
  const settings = Object.entries(asMap(json['settings'])).flatMap(([name, value]) => optionOf(name, value));
  return [
    ...['uv', 'run', script, ...optionOf('model', model)],
    ...[...optionOf('revision', json['revision']), ...optionOf('provider', json['provider'])],
    ...[...optionOf('tasks', [...tasks].join(',')), ...settings],
  ];
}

/** A task as our scripts take it; one whose name tells its shots leaves no choice of them. */
function taskSpec({ task, shots }: Measured): string {
  return shots === undefined || /_\d+_shot/.test(task) ? task : `${task}|${String(shots)}`;
}

function optionOf(name: string, value: unknown): readonly string[] {
  const option = `--${name.replaceAll('_', '-')}`;
  if (value === true) return [option];
  if (typeof value === 'string' && value.startsWith('-')) return [`${option}=${value}`];
  return typeof value === 'string' || typeof value === 'number' ? [option, String(value)] : [];
}
