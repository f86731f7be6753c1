import { gzipSync } from 'node:zlib';
import type { JobSpec } from '../../hub';
import { type RunRequest, scriptArguments } from '../request';
import { extraArguments } from '../start';

/** A Python file that a job takes with it. */
export interface ShippedFile {
  /** Its name without folders. */
  readonly name: string;
  readonly text: string;
}

/** An evaluation that is to run as a job. */
export interface JobRequest {
  /** Its model is on the Hub. */
  readonly run: RunRequest;
  /** The built script of the run's framework and backend. */
  readonly script: ShippedFile;
  /** Where the job is to fetch a copy of the script, which then does not go with it. */
  readonly scriptUrl?: string | undefined;
  /** The file that the option `custom-tasks` names. */
  readonly customTasks?: ShippedFile | undefined;
  /** The extras of inspect_evals that its tasks need. */
  readonly extras: readonly string[];
  readonly flavor: string;
  /** How many GPUs share the model. */
  readonly gpus: number;
  readonly timeoutSeconds: number;
}

/** Python and uv; torch and CUDA's libraries come with the packages. */
const UV_IMAGE = 'ghcr.io/astral-sh/uv:python3.12-bookworm';
/** The same with CUDA's compiler, which vLLM wants for some models. */
const VLLM_IMAGE = 'vllm/vllm-openai';

/** A container has nothing of ours; the images have folders of their own to start in. */
const FOLDER = '"${TMPDIR:-/tmp}/model-card"';

/** Linux takes no variable of 128 KiB or more, and the Hub has to keep all of them. */
const MOST_ENCODED = 96 * 1024;
const LONGEST_LABEL = 100;

/** The job that runs an evaluation, or why it cannot be one, in one sentence. */
export function jobSpec(
  request: JobRequest,
): { readonly kind: 'spec'; readonly spec: JobSpec } | { readonly kind: 'problem'; readonly message: string } {
  const { run, script, scriptUrl, extras, flavor, gpus, timeoutSeconds } = request;
  // Beside the script a file of tasks could take its place, or that of a module it imports.
  const tasksPath = request.customTasks && `tasks/${safeName(request.customTasks.name)}`;
  const files = [
    ...(scriptUrl === undefined ? [{ ...script, path: script.name }] : []),
    ...(request.customTasks && tasksPath !== undefined ? [{ ...request.customTasks, path: tasksPath }] : []),
  ].map(({ name, path, text }, at) => {
    return { name, path, variable: `MODEL_CARD_FILE_${String(at + 1)}`, encoded: encode(text) };
  });
  const large = files.find(({ encoded }) => encoded.length > MOST_ENCODED);
  if (large !== undefined) {
    const message = `${large.name} is too large to go with a job; keep its data on the Hub and read it from there.`;
    return { kind: 'problem', message };
  }
  const options = {
    ...run.options,
    ...(gpus > 1 && { 'tensor-parallel-size': gpus }),
    ...(tasksPath !== undefined && { 'custom-tasks': tasksPath }),
  };
  const unpack = files.map(({ path, variable }) => `printf %s "$${variable}" | base64 -d | gunzip > ${path}`);
  const start = 'exec uv run --no-project "$@"';
  const steps = [`mkdir -p ${FOLDER}/tasks`, `cd ${FOLDER}`, ...unpack, start].join(' && ');
  const args = scriptArguments({ ...run, options }, 'evaluations');
  const words = [...extraArguments({ text: script.text, extras }), scriptUrl ?? script.name, ...args];
  const spec: JobSpec = {
    image: imageOf(run, script.text),
    // Arguments follow as they are: none of them is read by the shell.
    command: ['/bin/sh', '-c', steps, 'sh', ...words],
    environment: {
      ...Object.fromEntries(files.map(({ variable, encoded }) => [variable, encoded])),
      UV_NO_PROGRESS: '1',
      HF_HUB_DISABLE_PROGRESS_BARS: '1',
    },
    flavor,
    timeoutSeconds,
    labels: labelsOf(run),
    passesToken: true,
  };
  return { kind: 'spec', spec };
}

/** vLLM's image of the very version that the script pins. */
function imageOf({ backend }: RunRequest, script: string): string {
  const version = /"vllm==([\d.]+)"/.exec(script)?.[1];
  return backend === 'vllm' && version !== undefined ? `${VLLM_IMAGE}:v${version}` : UV_IMAGE;
}

/** By these a list of jobs can say what they are. */
function labelsOf({ model, framework, backend, tasks }: RunRequest): Readonly<Record<string, string>> {
  const labels = { name: `evaluate ${model}`, model, framework, backend, tasks: tasks.join(',') };
  return Object.fromEntries(Object.entries(labels).map(([name, value]) => [name, value.slice(0, LONGEST_LABEL)]));
}

function encode(text: string): string {
  return gzipSync(text, { level: 9 }).toString('base64');
}

/** A name that means nothing to a shell. */
function safeName(name: string): string {
  return name.replace(/[^\w.-]/g, '_').replace(/^[.-]+/, '_');
}
