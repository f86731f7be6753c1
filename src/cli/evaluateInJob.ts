import { randomUUID } from 'node:crypto';
import type { JobSpec } from '../hub';
import type { RunRequest } from '../runs';
import { type ChosenHardware, chooseHardware } from './chooseHardware';
import { confirm } from './confirm';
import { type FoundModel, NOT_STARTED } from './evaluateModel';
import type { EvaluateOptions } from './evaluateOptions';
import { Exit, type ExitStatus, failure, type Failure } from './exit';
import { followJob } from './followJob';
import { hubFailure, loadHub } from './hub';
import { loadRuns, loadTasks, SCRIPTS } from './runs';
import { complain, fail, print } from './terminal';

/** A job that is ready to start. */
interface ReadyJob {
  readonly spec: JobSpec;
  /** Who pays. */
  readonly namespace: string;
  readonly chosen: ChosenHardware;
}

/** Runs an evaluation on HF Jobs, after a look at what it needs and a word on what it can cost. */
export async function evaluateInJob(
  options: EvaluateOptions,
  request: RunRequest,
  model: FoundModel,
): Promise<ExitStatus> {
  const ready = await prepare(options, request, model);
  if ('kind' in ready) return fail(ready);
  const { spec, namespace, chosen } = ready;
  const { timeoutSeconds } = options.job;
  complain(loadRuns().costSentence(model.name, { ...chosen, timeoutSeconds, namespace }));
  if (options.job.scriptUrl !== undefined) {
    complain(`The job runs what ${options.job.scriptUrl} holds when it starts, and that could read your token.`);
  }
  if (options.dryRun) {
    const masked = loadHub().jobBody(spec, { HF_TOKEN: 'hf_…' });
    await print(`${JSON.stringify({ namespace, ...masked }, null, 2)}\n`);
    return Exit.done;
  }
  const agreed = options.job.yes || (await confirm('Start the job?'));
  if (agreed !== true) {
    const why = agreed === null ? ': nobody is here to agree to the cost; add --yes' : '';
    return fail(failure(NOT_STARTED, `Nothing was started${why}.`));
  }
  const { connection } = model.access;
  const started = await loadHub().submitJob(connection, { namespace, spec, runId: randomUUID() });
  if (!started.ok) return fail({ ...hubFailure(started.failure), status: NOT_STARTED });
  const job = started.value;
  complain(`The job ${job.id} was started: ${job.page}`);
  if (options.job.follow) return followJob(connection, job, options, model);
  complain(
    `It is at work; its results will be in its log, which "hf jobs logs --namespace ${namespace} ${job.id}" shows.`,
  );
  return Exit.done;
}

async function prepare(options: EvaluateOptions, request: RunRequest, model: FoundModel): Promise<ReadyJob | Failure> {
  const { source, size, access } = model;
  if (source === 'folder' || source === 'server') {
    const message = `A job cannot reach ${model.name} on this machine; push the model to the Hub, or evaluate it here.`;
    return failure(NOT_STARTED, message);
  }
  if (options.options.offline === true) {
    return failure(NOT_STARTED, 'A job has to download what it needs; leave --offline out.');
  }
  const { listHardware, mayRunJobs, whoAmI } = loadHub();
  const { connection } = access;
  const account = await whoAmI(connection);
  if (!account.ok) return { ...hubFailure(account.failure), status: NOT_STARTED };
  const namespace = options.job.namespace ?? account.value.name;
  const permission = mayRunJobs(account.value, namespace, connection.hubUrl);
  if (permission.kind === 'no') return failure(NOT_STARTED, permission.message);
  const list = await listHardware(connection);
  if (!list.ok) return { ...hubFailure(list.failure), status: NOT_STARTED };
  const { extrasOf, hardwareNeed, jobSpec, shippedFiles } = loadRuns();
  const chosen = chooseHardware(list.value, hardwareNeed(request, size), options);
  if ('kind' in chosen) return chosen;
  const spec = jobSpec({
    run: request,
    ...(await shippedFiles(request, SCRIPTS)),
    scriptUrl: options.job.scriptUrl,
    extras: extrasOf(request, loadTasks()),
    flavor: chosen.hardware.flavor,
    gpus: chosen.gpus,
    timeoutSeconds: options.job.timeoutSeconds,
  });
  return spec.kind === 'problem' ? failure(NOT_STARTED, spec.message) : { spec: spec.spec, namespace, chosen };
}
