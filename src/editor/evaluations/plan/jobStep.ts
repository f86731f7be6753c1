import * as vscode from 'vscode';
import type { Account, Hardware } from '../../../hub/index';
import type { Asker, Option } from '../../asker';
import { loadHub } from '../../hubClient';
import type { EvaluationParts } from '../evaluationParts';
import { loadRuns } from '../runsClient';
import { again } from './again';
import { type HardwareChoice, hardwareRows } from './hardwareRows';
import { lastFirst } from './lastFirst';
import type { Placed, RunToPlace } from './placeStep';

/** Without a limit the Hub ends a job after 30 minutes, in which a large model has hardly been loaded. */
const TIMEOUTS: readonly (readonly [text: string, seconds: number])[] = [
  ['2 hours', 7200],
  ['30 minutes', 1800],
  ['1 hour', 3600],
  ['4 hours', 14_400],
  ['8 hours', 28_800],
  ['1 day', 86_400],
];

/** Asks who pays for a job, what it runs on and when it is ended at the latest. */
export async function chooseJob(run: RunToPlace, { session, asker }: EvaluationParts): Promise<Placed | undefined> {
  const { connection, request, model } = run;
  if (!connection.signedIn) return told('HF Jobs need an account; run "Model Card: Sign In to Hugging Face…" first.');
  if (request.options.offline === true) return told('A job has to download what it needs; set the option offline off.');
  const account = await session.account(connection);
  if (!account.ok) return told(account.failure.message);
  const namespace = await choosePayer(account.value, run, asker);
  if (namespace === undefined) return undefined;
  const list = await loadHub().listHardware(connection);
  if (!list.ok) return told(list.failure.message);
  const rows = hardwareRows(list.value, loadRuns().hardwareNeed(request, model.size));
  const chosen = await chooseHardware(rows, run, asker);
  if (chosen === undefined) return undefined;
  const { hardware, gpus } = chosen;
  const timeoutSeconds = await chooseTimeout(hardware, run, asker);
  if (timeoutSeconds === undefined) return undefined;
  return { request, place: { kind: 'job', namespace, hardware, gpus, timeoutSeconds } };
}

/** Asks for the account itself or one of its organisations; why one may not pay is said. */
async function choosePayer(
  account: Account,
  { model, lastPayer, connection }: RunToPlace,
  asker: Asker,
): Promise<string | undefined> {
  const { name, organizations } = account;
  const rows = [name, ...organizations.map((one) => one.name)].map((value) => ({ label: value, value }));
  const ordered = lastFirst(rows, (value) => value === lastPayer);
  for (;;) {
    const chosen = rows.length === 1 ? name : await asker.pick(`Evaluate ${model.name}: who pays?`, ordered);
    if (chosen === undefined) return undefined;
    const permission = loadHub().mayRunJobs(account, chosen, connection.hubUrl);
    if (permission.kind !== 'no') return chosen;
    if (rows.length === 1) return told(permission.message);
    if (!(await again(permission.message, asker))) return undefined;
  }
}

async function chooseHardware(
  rows: readonly Option<HardwareChoice>[],
  { model, last }: RunToPlace,
  asker: Asker,
): Promise<HardwareChoice | undefined> {
  const before = last?.place?.kind === 'job' ? last.place.flavor : undefined;
  const ordered = lastFirst(rows, ({ hardware, reason }) => hardware.flavor === before && reason === undefined);
  for (;;) {
    const unknown = model.size === null ? ' Nothing says how large it is.' : '';
    const chosen = await asker.pick(`Evaluate ${model.name}: on which hardware?${unknown}`, ordered);
    if (chosen?.reason === undefined) return chosen;
    if (!(await again(`${chosen.hardware.flavor} ${chosen.reason}.`, asker))) return undefined;
  }
}

async function chooseTimeout(
  hardware: Hardware,
  { model, last }: RunToPlace,
  asker: Asker,
): Promise<number | undefined> {
  const { costOf, inDollars, secondsOf } = loadRuns();
  const before = last?.place?.kind === 'job' ? last.place.timeoutSeconds : undefined;
  const rows: Option<number>[] = TIMEOUTS.map(([label, value]) => {
    return { label, description: `at most ${inDollars(costOf(hardware, value))}`, value };
  });
  const ordered = lastFirst(rows, (value) => value === before);
  const title = `Evaluate ${model.name}: end it after how long at the latest?`;
  const chosen = await asker.pick<number | null>(title, [...ordered, { label: 'Another time…', value: null }]);
  if (chosen !== null) return chosen;
  const check = (text: string): string | null =>
    secondsOf(text) === null ? 'Type a time such as 45m, 3h or 1d.' : null;
  const typed = await asker.type({ title, prompt: 'Such as 45m, 3h or 1d', check });
  return typed === undefined ? undefined : (secondsOf(typed) ?? undefined);
}

function told(message: string): undefined {
  void vscode.window.showErrorMessage(message);
  return undefined;
}
