import { RUN_OPTIONS, type RunOption, type RunOptions } from './options';

/** The program that asks the questions and counts the answers. */
export type Framework = 'lighteval' | 'inspect';

/** What answers: vLLM, the transformers library, or inference providers over the network. */
export type Backend = 'vllm' | 'transformers' | 'providers';

/**
 * An evaluation as it was asked for, wherever it is to run: here or in a job. `scriptArguments` turns it into the
 * arguments of the script that `scriptOf` names.
 */
export interface RunRequest {
  /** A model of the Hub (`org/name`), an absolute folder, or the address of a running vLLM server. */
  readonly model: string;
  /** A commit of a model of the Hub. */
  readonly revision?: string | undefined;
  readonly framework: Framework;
  readonly backend: Backend;
  /** Each as `task` or `task|shots`. */
  readonly tasks: readonly string[];
  readonly options: RunOptions;
}

/** Where a model is. */
export type ModelSource = 'hub' | 'folder' | 'server' | 'mock';

const SCRIPTS: Readonly<Record<`${Framework} ${Backend}`, string | null>> = {
  'lighteval vllm': 'lighteval_vllm_uv.py',
  'lighteval transformers': 'lighteval_accelerate_uv.py',
  'lighteval providers': null,
  'inspect vllm': 'inspect_vllm_uv.py',
  'inspect transformers': 'inspect_hf_uv.py',
  'inspect providers': 'inspect_eval_uv.py',
};

/** The file name of the script in `dist/python`; null where the framework is not run on this backend. */
export function scriptOf({ framework, backend }: Pick<RunRequest, 'framework' | 'backend'>): string | null {
  return SCRIPTS[`${framework} ${backend}`];
}

/** Whether the GPUs of a machine can share a model; inspect loads one of the transformers library on a single GPU. */
export function canUseSeveralGpus({ framework, backend }: Pick<RunRequest, 'framework' | 'backend'>): boolean {
  return framework !== 'inspect' || backend !== 'transformers';
}

/** The arguments of a run's script; `outputDir` is the folder in which it makes one for its results. No token is among them. */
export function scriptArguments({ model, revision, tasks, options }: RunRequest, outputDir: string): readonly string[] {
  const words = ['--model', model];
  if (revision !== undefined) words.push('--revision', revision);
  words.push('--tasks', tasks.join(','));
  for (const name of Object.keys(RUN_OPTIONS) as RunOption[]) {
    const value = options[name];
    if (value === undefined || value === false) continue;
    if (value === true) words.push(`--${name}`);
    // A value such as "-1" would be read as an option of its own.
    else words.push(`--${name}=${String(value)}`);
  }
  return [...words, '--output-dir', outputDir];
}

/** Where the model that a person named is; whether it is a folder here is for the caller to look at. */
export function sourceOf(model: string, isFolder: boolean): ModelSource {
  if (/^https?:\/\//.test(model)) return 'server';
  if (model.startsWith('mockllm/')) return 'mock';
  return isFolder ? 'folder' : 'hub';
}
