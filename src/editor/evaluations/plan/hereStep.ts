import type { GpuReport, MigDevice, Remark } from '../../../runs';
import type { Asker } from '../../asker';
import type { EvaluationParts } from '../evaluationParts';
import type { Here } from '../plannedRun';
import { loadRuns } from '../runsClient';
import { chooseOptions } from './optionsStep';
import type { Placed, RunToPlace } from './placeStep';
import { uvToRun } from './uvToRun';
import { waysOn } from './waysOn';

/** Looks whether an evaluation can run on this machine and with which GPUs, and has its start confirmed. */
export async function chooseHere(run: RunToPlace, parts: EvaluationParts): Promise<Placed | undefined> {
  const { asker } = parts;
  if ((await uvToRun(asker)) === undefined) return undefined;
  const { backend } = run.request;
  const gpus = backend === 'providers' || run.gpus === null ? [] : await chooseGpus(run.model.name, run.gpus, asker);
  if (gpus === undefined) return undefined;
  for (let { request } = run; ;) {
    const remarks = await remarksOn({ ...run, request }, gpus, parts);
    const refusal = remarks.find(({ kind }) => kind === 'refusal' || kind === 'too-large');
    const notes = remarks.filter(({ kind }) => kind === 'note').map(({ message }) => message);
    const place = (evenIfTooLarge: boolean): Here => ({ kind: 'here', gpus, evenIfTooLarge });
    if (refusal === undefined) {
      const start = await asker.confirm(`Evaluate ${run.model.name} here?`, notes.join(' '), 'Start');
      return start ? { request, place: place(false) } : undefined;
    }
    const way = await asker.choose(refusal.message, '', waysOn(refusal));
    if (way === undefined) return undefined;
    if (way.kind === 'start') return { request, place: place(true) };
    const { tasks, options } = request;
    const changed =
      way.kind === 'use'
        ? { ...options, ...way.options }
        : await chooseOptions(options, { ...run, backend, tasks, asker });
    if (changed === undefined) return undefined;
    request = { ...request, options: changed };
  }
}

/** What speaks for and against a start. */
async function remarksOn(
  { request, model, gpus, connection }: RunToPlace,
  chosen: readonly string[],
  { session }: EvaluationParts,
): Promise<readonly Remark[]> {
  const { checkLoading, checkProviders, machineWith } = loadRuns();
  if (request.backend === 'providers' && model.source === 'hub') {
    const noToken = 'Inference providers need a token; sign in to the Hub first.';
    const account = async () => (connection.signedIn ? session.account(connection) : noToken);
    return [await checkProviders(request, model, { hubUrl: connection.hubUrl, account })];
  }
  if (gpus === null) return [];
  const count = request.options['tensor-parallel-size'] ?? 1;
  return checkLoading(
    request,
    model.size,
    machineWith(gpus, count, chosen.length === 0 ? undefined : chosen.join(',')),
  );
}

/** Asks for the GPUs where there are several that can be told apart; none means those that have most free. */
async function chooseGpus(model: string, report: GpuReport, asker: Asker): Promise<readonly string[] | undefined> {
  if (report.kind === 'mig' && report.devices.length > 1) return chooseMigDevice(model, report.devices, asker);
  if (report.kind !== 'gpus' || report.gpus.length < 2) return [];
  const { gib } = loadRuns();
  const rows = report.gpus.flatMap(({ index, name, free, total, uuid }) =>
    uuid === undefined
      ? []
      : [{ label: `GPU ${String(index)}: ${name}`, description: `${gib(free)} of ${gib(total)} free`, value: uuid }],
  );
  if (rows.length < 2) return [];
  return asker.pickMany(`Evaluate ${model}: on which GPUs? Without a tick those with most memory free are taken`, rows);
}

/** A run takes one part of a GPU that is divided. */
async function chooseMigDevice(
  model: string,
  devices: readonly MigDevice[],
  asker: Asker,
): Promise<readonly string[] | undefined> {
  const { gib } = loadRuns();
  const rows = devices.map(({ profile, uuid, total }) => {
    return { label: profile, description: gib(total), detail: uuid, value: [uuid] };
  });
  return asker.pick(`Evaluate ${model}: on which part of the GPU?`, rows);
}
