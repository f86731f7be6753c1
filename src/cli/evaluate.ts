import { readFile } from 'node:fs/promises';
import type { Choice, GpuReport, RunRequest } from '../runs';
import { badUse } from './arguments';
import { evaluateHere } from './evaluateHere';
import { evaluateInJob } from './evaluateInJob';
import { findModel, type FoundModel, NOT_STARTED } from './evaluateModel';
import { type EvaluateOptions, readEvaluateOptions } from './evaluateOptions';
import { type ExitStatus, failure, type Failure } from './exit';
import { loadRuns, loadTasks } from './runs';
import { complain, fail } from './terminal';

/**
 * `model-card evaluate`: runs an evaluation script, which ends with the status of the program. What is the same wherever it
 * runs is done here; `evaluateHere` does the rest on this machine, `evaluateInJob` on HF Jobs.
 */
export async function evaluate(args: readonly string[]): Promise<ExitStatus> {
  const read = readEvaluateOptions(args);
  if (read.kind === 'failure') return fail(read);
  const { options } = read;
  const model = await findModel(options);
  if ('kind' in model) return fail(model);
  const gpus = await gpusFor(options, model);
  const choice = await chooseRunner(options, model, gpus);
  if ('kind' in choice) return fail(choice);
  const request = requestOf(options, model, choice);
  if ('kind' in request) return fail(request);
  return options.where === 'jobs'
    ? evaluateInJob(options, request, model)
    : evaluateHere(options, request, model, gpus);
}

/** The GPUs of this machine; null where the run needs none of them. */
async function gpusFor({ where, backend }: EvaluateOptions, { source }: FoundModel): Promise<GpuReport | null> {
  if (where === 'jobs' || backend === 'providers' || source === 'server' || source === 'mock') return null;
  const { askGpus, GPU_QUERY_MS, programsWithin } = loadRuns();
  return askGpus(process.platform, programsWithin(GPU_QUERY_MS));
}

/** Says what was chosen in place of the person, and why. */
async function chooseRunner(
  { where, framework, backend, tasks, options }: EvaluateOptions,
  { source }: FoundModel,
  gpus: GpuReport | null,
): Promise<Choice | Failure> {
  const { chooseRunner: choose, scriptOf } = loadRuns();
  const file = options['custom-tasks'];
  const customTasks = file === undefined ? undefined : await readFile(file, 'utf8').catch(() => null);
  if (customTasks === null) {
    return failure(
      NOT_STARTED,
      `There is no file ${file ?? ''}; --custom-tasks takes a Python file that defines tasks.`,
    );
  }
  const hasGpuHere = process.platform === 'linux' && gpus !== null && ['gpus', 'mig', 'unified'].includes(gpus.kind);
  const choice = choose(
    { framework, backend, tasks, customTasks },
    source,
    where === 'jobs' || hasGpuHere,
    loadTasks(),
  );
  if (options.provider !== undefined && choice.backend !== 'providers') {
    return badUse('evaluate', '--provider needs --backend providers');
  }
  if (scriptOf(choice) === null) return badUse('evaluate', `${choice.framework} is not run on ${choice.backend} here`);
  const { reason } = choice;
  if (reason !== null) {
    complain(`Evaluating with ${choice.framework} on ${choice.backend}: ${reason}. --framework and --backend choose.`);
  }
  return choice;
}

function requestOf(
  { tasks, options }: EvaluateOptions,
  { name, commit, source }: FoundModel,
  { framework, backend }: Choice,
): RunRequest | Failure {
  const request: RunRequest = {
    model: name,
    // Providers do not say which commit they serve.
    revision: backend === 'providers' ? undefined : commit,
    framework,
    backend,
    tasks,
    options,
  };
  const [problem] = loadRuns().taskProblems(request, loadTasks());
  if (problem !== undefined) return failure(NOT_STARTED, problem);
  if (source === 'server' && backend !== 'vllm') {
    return failure(NOT_STARTED, `${name} is a server, which answers by itself; leave --backend out, or take vllm.`);
  }
  return request;
}
