import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Command, GpuReport, Remark, RunRequest, TakenGpus } from '../runs';
import { type FoundModel, NOT_STARTED } from './evaluateModel';
import { nextStep } from './evaluateNextStep';
import type { EvaluateOptions } from './evaluateOptions';
import { Exit, type ExitStatus, failure } from './exit';
import { loadHub } from './hub';
import { loadRuns, loadTasks, SCRIPTS } from './runs';
import { complain, fail, print } from './terminal';

/** How long `uv --version` may take. */
const UV_MS = 10_000;

/** Runs an evaluation on this machine, after a look at whether it can work. */
export async function evaluateHere(
  options: EvaluateOptions,
  request: RunRequest,
  model: FoundModel,
  gpus: GpuReport | null,
): Promise<ExitStatus> {
  // By this the editor's own program runs us as Node; it is nothing for the programs that we start.
  delete process.env['ELECTRON_RUN_AS_NODE'];
  const uv = await findUv();
  const { checkLoading, machineWith } = loadRuns();
  const machine = gpus === null ? null : machineWith(gpus, request.options['tensor-parallel-size'] ?? 1);
  const remarks = machine === null ? [] : [...checkLoading(request, model.size, machine)];
  if (request.backend === 'providers' && model.source === 'hub') remarks.push(await checkProviders(request, model));
  const command = await commandOf('kind' in uv ? 'uv' : uv.path, options, request, model, machine?.taken ?? null);
  if (options.dryRun) {
    for (const { message } of remarks) complain(message);
    if ('kind' in uv) complain([uv.message, ...(uv.details ?? [])].join('\n'));
    await print(`${JSON.stringify([command.program, ...command.args])}\n`);
    return Exit.done;
  }
  const stopping = remarks.find(({ kind }) => kind === 'refusal' || (kind === 'too-large' && !options.evenIfTooLarge));
  if (stopping !== undefined) {
    const details = stopping.kind === 'too-large' ? ['  --even-if-too-large starts it all the same.'] : [];
    return fail(failure(NOT_STARTED, stopping.message, details));
  }
  if ('kind' in uv) return fail(uv);
  for (const { message } of remarks) complain(message);
  return follow(command, options, model);
}

async function findUv() {
  const { findUv: find, programsWithin, uvInstallCommand } = loadRuns();
  const { env, platform } = process;
  const uv = await find({ platform, homeFolder: homedir(), env }, programsWithin(UV_MS));
  const message = 'uv runs the evaluation scripts and was not found; install it, then try again:';
  return uv ?? failure(NOT_STARTED, message, [`  ${uvInstallCommand(platform)}`]);
}

function checkProviders(request: RunRequest, model: FoundModel): Promise<Remark> {
  const { connection, token } = model.access;
  const noToken = 'Inference providers need a token; set HF_TOKEN, or log in with "hf auth login".';
  return loadRuns().checkProviders(request, model, {
    hubUrl: connection.hubUrl,
    account: async () => (token === null ? noToken : loadHub().whoAmI(connection)),
  });
}

async function commandOf(
  uv: string,
  { out }: EvaluateOptions,
  request: RunRequest,
  { access }: FoundModel,
  taken: TakenGpus | null,
): Promise<Command> {
  const { extrasOf, scriptArguments, scriptOf, uvCommand } = loadRuns();
  const path = join(SCRIPTS, scriptOf(request) ?? '');
  const script = { path, text: await readFile(path, 'utf8'), extras: extrasOf(request, loadTasks()) };
  const environment = { ...taken?.environment, ...access.token?.environment() };
  return uvCommand(uv, script, scriptArguments(request, out), environment);
}

/** Shows what the run says until it ends; Ctrl+C ends it with all that it started. */
async function follow(command: Command, options: EvaluateOptions, model: FoundModel): Promise<ExitStatus> {
  const run = loadRuns().startRun(command, (text) => process.stdout.write(text));
  const cancel = (): void => {
    run.cancel();
    complain('The run is being ended, and its GPU freed; this takes a moment.');
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, cancel);
  try {
    const { status, results } = await run.ended;
    if (results !== null) complain(nextStep(results, options, model));
    return status === 0 || status === NOT_STARTED ? status : 1;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return fail(failure(NOT_STARTED, `uv cannot be started (${reason}); look whether ${command.program} may be run.`));
  } finally {
    for (const signal of signals) process.off(signal, cancel);
  }
}
